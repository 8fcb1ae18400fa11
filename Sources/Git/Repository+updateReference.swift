internal import CLibgit2

extension Repository {
  /// Moves a reference such as `refs/heads/main`, provided that it still has the expected value; nil: does not exist.
  ///
  /// Neither index nor work tree is touched. `modified` means that somebody else was faster: look again.
  package func updateReference(
    _ name: String, to id: ObjectID, expecting expected: ObjectID?, reason: String = "fieldbook"
  ) throws(GitError) {
    precondition(bulk == nil, "references are moved after bulk writes: the objects are not stored yet")
    let action = "move \(name) to \(id.short)"
    guard name.hasPrefix("refs/"), Self.isValidReference(name) else {
      throw GitError(.invalidSpec, action, "a reference begins with refs/ and keeps Git's rules for names")
    }
    guard try contains(id) else {
      throw GitError(.notFound, action, "object \(id) is missing from the repository")
    }
    try handle.withPointer { (repository) throws(GitError) in
      let transaction = try Owned(action, free: git_transaction_free) { git_transaction_new(&$0, repository) }
      try transaction.withPointer { (transaction) throws(GitError) in
        try lock(name, transaction, action)
        // From here on nobody else can move it, so what is read now is what is replaced.
        var current = git_oid()
        let exists = try GitError.found(git_reference_name_to_id(&current, repository, name), action)
        let value = exists ? ObjectID(current) : nil
        guard value == expected else {
          throw GitError(
            .modified, action,
            "it is \(value.map { "at \($0.short)" } ?? "gone"), not \(expected.map { "at \($0.short)" } ?? "new")")
        }
        var target = try id.oid()
        try GitError.check(git_transaction_set_target(transaction, name, &target, nil, reason), action)
        try GitError.check(git_transaction_commit(transaction), action)
      }
    }
  }

  private func lock(_ name: String, _ transaction: OpaquePointer, _ action: String) throws(GitError) {
    do throws(GitError) {
      try GitError.check(git_transaction_lock_ref(transaction, name), action)
    } catch {
      guard error.code == .locked else { throw error }
      let file = "\(commonDirectory)/\(name).lock"
      throw GitError(
        .locked, action, "\(file) is there: another process is moving it, or died while it did",
        help: "try again; when no Git process runs any more: rm \(shellQuoted(file))")
    }
  }

  private static func isValidReference(_ name: String) -> Bool {
    var valid: Int32 = 0
    return git_reference_name_is_valid(&valid, name) == 0 && valid == 1
  }
}
