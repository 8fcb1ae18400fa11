internal import CLibgit2

extension Repository {
  /// Refuses a repository of another user, as Git does, unless `safe.directory` allows it.
  func checkOwnership(_ environment: GitEnvironment) throws(GitError) {
    var paths = [gitDirectory]
    if let workTree { paths += [workTree, workTree + "/.git"] }
    let foreign = paths.filter { path in
      SystemFiles.owner(of: path).map { !Self.isOurs($0, environment) } ?? false
    }
    guard let first = foreign.first else { return }
    let place = workTree ?? gitDirectory
    guard !Self.isDeclaredSafe(place, environment) else { return }
    throw GitError(
      .ownership, "open repository \(place)", "\(first) belongs to another user",
      help: "run: git config --global --add safe.directory \(shellQuoted(place))")
  }

  private static func isOurs(_ owner: UInt32, _ environment: GitEnvironment) -> Bool {
    let user = SystemFiles.effectiveUser
    if owner == user { return true }
    return user == 0 && environment["SUDO_UID"].flatMap { UInt32($0) } == owner
  }

  // Only the system's and the user's files and the environment count: the repository's own must not vouch for itself.
  private static func isDeclaredSafe(_ place: String, _ environment: GitEnvironment) -> Bool {
    var values = environment.configurationFiles.flatMap { file in
      Configuration.settings(in: file, matching: "^safe\\.directory$").map(\.value)
    }
    values += environment.settings("safe.directory")
    // An empty value forgets those before it.
    let effective = values.split(separator: "", omittingEmptySubsequences: false).last ?? []
    let real = SystemFiles.real(place) ?? place
    return effective.contains { value in
      var path = value
      if path.hasPrefix("~/"), let home = environment["HOME"] { path = home + path.dropFirst() }
      if path == "*" { return true }
      if path.hasSuffix("/*") { return real.hasPrefix(path.dropLast()) }
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path == place || path == real || SystemFiles.real(path) == real
    }
  }
}
