internal import CLibgit2

/// A branch or tag and the commit it names.
package struct NamedCommit: Hashable, Sendable {
  /// The name without `refs/heads/` or `refs/tags/`.
  package var name: String
  /// The commit; tags are followed to it.
  package var id: ObjectID
}

extension Repository {
  /// The local branches, sorted by the bytes of their names.
  package func branches() throws(GitError) -> [NamedCommit] { try references(under: "refs/heads/") }

  /// The tags of commits, sorted by the bytes of their names; tags of files and trees are left out.
  package func tags() throws(GitError) -> [NamedCommit] { try references(under: "refs/tags/") }

  /// Commits that stand in for others, by the id of the other.
  func replacements() throws(GitError) -> [NamedCommit] { try references(under: "refs/replace/") }

  private func references(under prefix: String) throws(GitError) -> [NamedCommit] {
    try handle.withPointer { (repository) throws(GitError) in
      var iterator: OpaquePointer?
      try GitError.check(
        git_reference_iterator_glob_new(&iterator, repository, prefix + "*"), "list references under \(prefix)")
      defer { git_reference_iterator_free(iterator) }
      var named: [NamedCommit] = []
      while true {
        var reference: OpaquePointer?
        let status = git_reference_next(&reference, iterator)
        if status == GIT_ITEROVER.rawValue { break }
        try GitError.check(status, "list references under \(prefix)")
        defer { git_reference_free(reference) }
        guard let name = git_reference_name(reference) else { continue }
        var commit: OpaquePointer?
        let peeled = git_reference_peel(&commit, reference, GIT_OBJECT_COMMIT)
        if peeled == GIT_EPEEL.rawValue || peeled == GIT_EINVALIDSPEC.rawValue { continue }
        try GitError.check(peeled, "follow \(String(cString: name))")
        defer { git_object_free(commit) }
        guard let oid = git_object_id(commit) else { continue }
        named.append(
          NamedCommit(name: String(String(cString: name).dropFirst(prefix.count)), id: ObjectID(oid.pointee)))
      }
      return named.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
  }
}
