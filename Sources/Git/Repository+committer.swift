internal import CLibgit2
package import Diagnostics

extension Repository {
  /// Name and mail address of whoever commits here, from the environment or the configuration; nil when nobody is set.
  package func committer(_ environment: GitEnvironment = .process) -> Author? {
    func value(_ variable: String, _ key: String) -> String? {
      if let set = environment[variable] { return set }
      if let set = environment.settings(key).last, !set.isEmpty { return set }
      return setting(key)
    }
    guard let name = value("GIT_COMMITTER_NAME", "user.name"), let email = value("GIT_COMMITTER_EMAIL", "user.email")
    else { return nil }
    return Author(name: name, email: email)
  }

  private func setting(_ key: String) -> String? {
    handle.withPointer { repository in
      var configuration: OpaquePointer?
      guard git_repository_config_snapshot(&configuration, repository) == 0 else { return nil }
      defer { git_config_free(configuration) }
      var text: UnsafePointer<CChar>?
      guard git_config_get_string(&text, configuration, key) == 0, let text else {
        git_error_clear()
        return nil
      }
      let value = String(cString: text)
      return value.isEmpty ? nil : value
    }
  }

  /// Puts one file into the index as it is committed now; every other line stays as it is.
  ///
  /// Fails when another program holds the index's lock.
  package func stage(_ path: RepoPath, _ blob: ObjectID) throws(GitError) {
    let oid = try blob.oid()
    let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
    try withIndex { (index) throws(GitError) in
      let status = name.withUnsafeBufferPointer { name in
        var entry = git_index_entry()
        entry.mode = FileMode.regular.rawValue
        entry.id = oid
        entry.path = name.baseAddress
        return git_index_add(index, &entry)
      }
      try GitError.check(status, "put \(path) into the index")
      try GitError.check(git_index_write(index), "write the index")
    }
  }
}
