internal import CLibgit2

/// An open repository, deliberately not `Sendable`: a task opens its own, and only values leave it.
package final class Repository {
  /// The folder with the checked out files, without a slash at the end; nil in a bare repository.
  package let workTree: String?
  /// The folder with `HEAD` and the index: `.git`, or `.git/worktrees/NAME` in a linked work tree.
  package let gitDirectory: String
  /// The folder with objects and branches, shared by linked work trees.
  package let commonDirectory: String

  let handle: Owned
  // Another one takes its place while `withBulkWrites` runs.
  var objects: Owned
  /// What was written since `withBulkWrites` began; nil outside of it.
  var bulk: BulkWrites?
  let trees = TreeStore()
  /// Whether objects also come from folders that only this handle knows, such as those of a push under way.
  var borrowsObjects = false

  /// Opens the repository that `path` lies in, walking up.
  ///
  /// Hooks pass `fromEnvironment`: `GIT_DIR`, `GIT_WORK_TREE`, `GIT_INDEX_FILE` and the object folders of a push then
  /// count as they do for Git. `environment` is read for the owner's safety in any case.
  package convenience init(
    discovering path: String, fromEnvironment: Bool = false, environment: GitEnvironment = .process
  ) throws(GitError) {
    precondition(Library.isStarted, "libgit2 could not start")
    let handle: Owned
    do {
      handle = try Self.open(path, environment: fromEnvironment ? environment : nil)
    } catch {
      throw Self.explained(error, path: path)
    }
    try self.init(handle)
    try checkOwnership(environment)
    if fromEnvironment { try useIndexAndObjects(of: environment) }
  }

  /// Wraps what libgit2 opened.
  init(_ handle: consuming Owned) throws(GitError) {
    let paths = handle.withPointer { pointer in
      (
        work: Self.folder(git_repository_workdir(pointer)), git: Self.folder(git_repository_path(pointer)),
        common: Self.folder(git_repository_commondir(pointer))
      )
    }
    guard let git = paths.git else {
      throw GitError(.notFound, "open a repository", "it has no folder")
    }
    (workTree, gitDirectory, commonDirectory) = (paths.work, git, paths.common ?? git)
    objects = try Self.objects(of: handle)
    self.handle = handle
  }

  /// Whether there is no work tree.
  package var isBare: Bool { handle.withPointer { git_repository_is_bare($0) == 1 } }

  /// Whether this is a work tree that `git worktree add` made.
  package var isLinkedWorkTree: Bool { handle.withPointer { git_repository_is_worktree($0) == 1 } }

  /// The object store that a handle reads.
  static func objects(of handle: borrowing Owned) throws(GitError) -> Owned {
    try handle.withPointer { (pointer) throws(GitError) in
      try Owned("open the object store", free: git_odb_free) { git_repository_odb(&$0, pointer) }
    }
  }

  private static func folder(_ path: UnsafePointer<CChar>?) -> String? {
    guard let path else { return nil }
    let text = String(cString: path)
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
