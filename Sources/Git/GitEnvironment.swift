/// The environment variables that change what Git reads, taken once so that tests need not change the process.
package struct GitEnvironment: Sendable {
  private var variables: [String: String]

  /// Takes the variables from a dictionary; anything that is not there counts as unset.
  package init(_ variables: [String: String]) {
    self.variables = variables
  }

  /// What this process was started with.
  package static var process: GitEnvironment {
    let names = [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
      "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "HOME", "XDG_CONFIG_HOME", "SUDO_UID",
      "GIT_CONFIG_COUNT", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
    ]
    var variables: [String: String] = [:]
    for name in names { variables[name] = SystemFiles.variable(name) }
    for index in 0..<min(Int(variables["GIT_CONFIG_COUNT"] ?? "") ?? 0, 1000) {
      for name in ["GIT_CONFIG_KEY_\(index)", "GIT_CONFIG_VALUE_\(index)"] {
        variables[name] = SystemFiles.variable(name)
      }
    }
    return GitEnvironment(variables)
  }

  /// The value of a variable; set but empty counts as unset, as it does for Git.
  subscript(name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// The `git -c`-like settings of `GIT_CONFIG_COUNT` for one key, in order.
  func settings(_ key: String) -> [String] {
    (0..<min(Int(variables["GIT_CONFIG_COUNT"] ?? "") ?? 0, 1000)).compactMap { index in
      variables["GIT_CONFIG_KEY_\(index)"]?.lowercased() == key ? variables["GIT_CONFIG_VALUE_\(index)"] : nil
    }
  }

  /// The system's and the user's configuration files in the order in which Git reads them.
  var configurationFiles: [String] {
    var files: [String] = []
    if self["GIT_CONFIG_NOSYSTEM"] == nil { files.append(variables["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig") }
    if let replacement = variables["GIT_CONFIG_GLOBAL"] { return files + [replacement] }
    if let folder = self["XDG_CONFIG_HOME"] ?? self["HOME"].map({ $0 + "/.config" }) {
      files.append(folder + "/git/config")
    }
    if let home = self["HOME"] { files.append(home + "/.gitconfig") }
    return files
  }
}
