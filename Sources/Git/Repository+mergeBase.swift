internal import CLibgit2

extension Repository {
  /// The newest commit that both histories share; nil when they share none.
  package func mergeBase(_ first: ObjectID, _ second: ObjectID) throws(GitError) -> ObjectID? {
    try handle.withPointer { (repository) throws(GitError) in
      var base = git_oid()
      var (left, right) = (try first.oid(), try second.oid())
      let status = git_merge_base(&base, repository, &left, &right)
      if status == GIT_ENOTFOUND.rawValue { return nil }
      try GitError.check(status, "find what \(first.short) and \(second.short) share")
      return ObjectID(base)
    }
  }

  /// The folder that Git looks for hooks in: `core.hooksPath`, or `hooks` beside the objects.
  package var hooksDirectory: String {
    let configured = handle.withPointer { repository -> String? in
      var snapshot: OpaquePointer?
      guard git_repository_config_snapshot(&snapshot, repository) == 0 else { return nil }
      defer { git_config_free(snapshot) }
      var value: UnsafePointer<CChar>?
      guard git_config_get_string(&value, snapshot, "core.hooksPath") == 0, let value else { return nil }
      return String(cString: value)
    }
    guard let configured, !configured.isEmpty else { return commonDirectory + "/hooks" }
    if configured.hasPrefix("/") { return configured }
    return (workTree ?? gitDirectory) + "/" + configured
  }
}
