internal import CLibgit2

extension Repository {
  /// Opens what `GIT_DIR` names, or else the repository that `path` lies in.
  static func open(_ path: String, environment: GitEnvironment?) throws(GitError) -> Owned {
    guard let directory = environment?["GIT_DIR"] else {
      return try Owned("open repository \(path)", free: git_repository_free) {
        git_repository_open_ext(&$0, path, 0, nil)
      }
    }
    // Git names `.git/worktrees/NAME` in the hooks of a linked work tree; libgit2 finds its files only by `.git`.
    let link = SystemFiles.contents(of: directory + "/gitdir").map { String(decoding: $0, as: UTF8.self) }
    if let start = link?.split(separator: "\n").first, environment?["GIT_WORK_TREE"] == nil {
      return try Owned("open repository \(start)", free: git_repository_free) {
        git_repository_open_ext(&$0, String(start), GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue, nil)
      }
    }
    let flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    let handle = try Owned("open repository \(directory)", free: git_repository_free) {
      git_repository_open_ext(&$0, directory, flags, nil)
    }
    if let workTree = environment?["GIT_WORK_TREE"] {
      try handle.withPointer { (pointer) throws(GitError) in
        try GitError.check(git_repository_set_workdir(pointer, workTree, 0), "use work tree \(workTree)")
      }
    }
    return handle
  }

  /// Reads the index and the objects that Git prepared for a hook.
  func useIndexAndObjects(of environment: GitEnvironment) throws(GitError) {
    if let path = environment["GIT_INDEX_FILE"] {
      let index = try Owned("open index \(path)", free: git_index_free) { git_index_open(&$0, path) }
      try handle.withPointer { (repository) throws(GitError) in
        try index.withPointer { (index) throws(GitError) in
          try GitError.check(git_repository_set_index(repository, index), "use index \(path)")
        }
      }
    }
    var folders = (environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "").split(separator: ":").map(String.init)
    if let folder = environment["GIT_OBJECT_DIRECTORY"] { folders.append(folder) }
    for folder in folders where SystemFiles.exists(folder) {
      borrowsObjects = true
      try objects.withPointer { (store) throws(GitError) in
        try GitError.check(git_odb_add_disk_alternate(store, folder), "read objects in \(folder)")
      }
    }
  }

  /// Says in the user's words why a repository could not be opened.
  static func explained(_ error: GitError, path: String) -> GitError {
    if error.code == .notFound {
      return GitError(
        .notFound, "open repository \(path)", "there is no Git repository here or in a folder above",
        help: "run: git init \(shellQuoted(path))")
    }
    return unsupportedExtension(of: path).map { name, help in
      GitError(
        .unsupported(name), "open repository \(path)", "it uses \(name), which libgit2 cannot read", help: help)
    } ?? error
  }

  private static func unsupportedExtension(of path: String) -> (name: String, help: String)? {
    guard let file = configurationFile(of: path) else { return nil }
    let settings = Configuration.settings(in: file, matching: "^(extensions\\..*|core\\.repositoryformatversion)$")
    for (key, value) in settings {
      switch (key, value.lowercased()) {
      case ("extensions.objectformat", "sha256"):
        return (
          "SHA-256 object ids",
          "run: git init --object-format=sha1 COPY && git fast-export --all | git -C COPY fast-import"
        )
      case ("extensions.refstorage", "reftable"):
        return ("reftable references", "run: git refs migrate --ref-format=files")
      case ("extensions.worktreeconfig", "true"):
        return (
          "extensions.worktreeConfig",
          "move what .git/config.worktree sets to .git/config, then run: git config --unset extensions.worktreeConfig"
        )
      case ("extensions.relativeworktrees", "true"):
        return (
          "extensions.relativeWorktrees",
          "run: git worktree repair --no-relative-paths && git config --unset extensions.relativeWorktrees"
        )
      case ("core.repositoryformatversion", let version) where version != "0" && version != "1":
        return ("repository format \(version)", "use a newer libgit2, or clone it into a plain repository")
      default: continue
      }
    }
    let known = ["extensions.noop", "extensions.partialclone", "extensions.preciousobjects"]
    return settings.first { $0.key.hasPrefix("extensions.") && !known.contains($0.key) }
      .map { ($0.key, "use a newer libgit2, or run: git config --unset \($0.key)") }
  }

  private static func configurationFile(of path: String) -> String? {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    guard git_repository_discover(&buffer, path, 0, nil) == 0, let start = buffer.ptr else {
      git_error_clear()
      return nil
    }
    let directory = String(cString: start)
    guard let link = SystemFiles.contents(of: directory + "commondir") else { return directory + "config" }
    let common = String(decoding: link.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return common.hasPrefix("/") ? common + "/config" : directory + common + "/config"
  }
}
