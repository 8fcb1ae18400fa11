internal import CLibgit2
package import Diagnostics

extension Repository {
  /// Whether the ignore rules of the work tree name a file or folder that Git does not know yet.
  package func isIgnored(_ path: RepoPath) throws(GitError) -> Bool {
    var ignored: Int32 = 0
    try handle.withPointer { (repository) throws(GitError) in
      try GitError.check(git_ignore_path_is_ignored(&ignored, repository, path.description), "read ignore rules")
    }
    return ignored != 0
  }
}
