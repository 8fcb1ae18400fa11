internal import CLibgit2

/// Reads single configuration files, with what they include.
enum Configuration {
  /// Keys in lower case and values in the order of the file; empty when it cannot be read.
  static func settings(in file: String, matching pattern: String) -> [(key: String, value: String)] {
    guard SystemFiles.exists(file) else { return [] }
    do throws(GitError) {
      let configuration = try Owned("read \(file)", free: git_config_free) { git_config_open_ondisk(&$0, file) }
      return try settings(of: configuration, matching: pattern)
    } catch {
      return []
    }
  }

  /// The settings of an open configuration, in the order in which libgit2 hands them out.
  static func settings(
    of configuration: borrowing Owned, matching pattern: String
  ) throws(GitError) -> [(key: String, value: String)] {
    try configuration.withPointer { (configuration) throws(GitError) in
      var iterator: OpaquePointer?
      try GitError.check(git_config_iterator_glob_new(&iterator, configuration, pattern), "read configuration")
      defer { git_config_iterator_free(iterator) }
      var settings: [(key: String, value: String)] = []
      while true {
        var entry: UnsafeMutablePointer<git_config_entry>?
        let status = git_config_next(&entry, iterator)
        if status == GIT_ITEROVER.rawValue { return settings }
        try GitError.check(status, "read configuration")
        guard let entry, let name = entry.pointee.name, let value = entry.pointee.value else { continue }
        settings.append((String(cString: name).lowercased(), String(cString: value)))
      }
    }
  }
}
