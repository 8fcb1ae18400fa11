internal import CLibgit2
package import Diagnostics

/// A file that a person sees in the work tree.
package struct WorkTreeFile: Hashable, Sendable {
  /// The path relative to the folder that was asked for.
  package var path: RepoPath
  /// What it is on disk; symbolic links and submodules are named, never followed.
  package var mode: FileMode

  /// A file below a folder.
  package init(path: RepoPath, mode: FileMode) {
    self.path = path
    self.mode = mode
  }
}

/// How a file differs from the last commit.
package struct StatusEntry: Hashable, Sendable {
  /// What happened between two of commit, index and work tree.
  package enum Change: Hashable, Sendable {
    /// It is new.
    case added
    /// Its bytes or its mode differ.
    case modified
    /// It is gone.
    case deleted
    /// It became a link, or stopped being one.
    case typeChanged
    /// Git does not know it.
    case untracked
    /// A merge left it undecided.
    case conflicted
  }

  /// The path relative to the folder that was asked for.
  package var path: RepoPath
  /// From the last commit to the index.
  package var staged: Change?
  /// From the index to the work tree.
  package var unstaged: Change?

  /// What happened to one file.
  package init(path: RepoPath, staged: Change? = nil, unstaged: Change? = nil) {
    self.path = path
    self.staged = staged
    self.unstaged = unstaged
  }
}

extension Repository {
  /// The tracked files that are there and the untracked ones that no ignore rule names, sorted by path bytes.
  package func workTreeFiles(under folder: RepoPath = .root) throws(GitError) -> [WorkTreeFile] {
    try requireWorkTree()
    var files: [WorkTreeFile] = []
    try withDiffOfWorkTree(under: folder) { delta in
      let file = delta.new_file
      guard delta.status != GIT_DELTA_DELETED, delta.status != GIT_DELTA_IGNORED, file.mode != 0 else { return }
      let (path, isFolder) = Self.path(file.path)
      guard let path = path.relative(to: folder), !path.isRoot else { return }
      // A folder stands here only when it is a repository of its own.
      files.append(
        WorkTreeFile(path: path, mode: isFolder ? .submodule : FileMode(stored: UInt32(file.mode)) ?? .submodule))
    }
    for entry in try indexEntries() where entry.mode == .submodule {
      guard let path = entry.path.relative(to: folder), SystemFiles.exists("\(workTree ?? "")/\(entry.path)") else {
        continue
      }
      files.append(WorkTreeFile(path: path, mode: .submodule))
    }
    // A conflict has up to three lines of one path.
    return Set(files).sorted { $0.path < $1.path }
  }

  /// What differs between the last commit, the index and the work tree, sorted by path bytes.
  ///
  /// Submodules are left out: telling whether they changed would mean opening them.
  package func status(under folder: RepoPath = .root) throws(GitError) -> [StatusEntry] {
    try requireWorkTree()
    var options = git_status_options()
    try GitError.check(git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION)), "prepare status")
    options.flags =
      GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
      | GIT_STATUS_OPT_EXCLUDE_SUBMODULES.rawValue | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH.rawValue
    let skipped = Set(try indexEntries().lazy.filter(\.isSkippedInWorkTree).map(\.path))
    return try handle.withPointer { (repository) throws(GitError) in
      let list = try Owned("read the status", free: git_status_list_free) { list in
        Self.withPathspec(folder) { pathspec in
          options.pathspec = pathspec
          return git_status_list_new(&list, repository, &options)
        }
      }
      let entries = list.withPointer { list in
        (0..<git_status_list_entrycount(list)).compactMap { place -> StatusEntry? in
          guard let entry = git_status_byindex(list, place)?.pointee else { return nil }
          return Self.statusEntry(entry, under: folder, skipped: skipped)
        }
      }
      return entries.sorted { $0.path < $1.path }
    }
  }

  private static func statusEntry(
    _ entry: git_status_entry, under folder: RepoPath, skipped: Set<RepoPath>
  ) -> StatusEntry? {
    let delta = entry.index_to_workdir ?? entry.head_to_index
    let (full, _) = path(delta?.pointee.new_file.path ?? delta?.pointee.old_file.path)
    guard let path = full.relative(to: folder), !path.isRoot else { return nil }
    var unstaged = entry.index_to_workdir.flatMap { change($0.pointee.status) }
    if unstaged == .deleted, skipped.contains(full) { unstaged = nil }
    let staged = entry.head_to_index.flatMap { change($0.pointee.status) }
    return staged == nil && unstaged == nil ? nil : StatusEntry(path: path, staged: staged, unstaged: unstaged)
  }

  private static func change(_ status: git_delta_t) -> StatusEntry.Change? {
    switch status {
    case GIT_DELTA_ADDED, GIT_DELTA_COPIED, GIT_DELTA_RENAMED: .added
    case GIT_DELTA_MODIFIED, GIT_DELTA_UNREADABLE: .modified
    case GIT_DELTA_DELETED: .deleted
    case GIT_DELTA_TYPECHANGE: .typeChanged
    case GIT_DELTA_UNTRACKED: .untracked
    case GIT_DELTA_CONFLICTED: .conflicted
    default: nil
    }
  }

  // libgit2 marks a folder by a slash at its end.
  private static func path(_ stored: UnsafePointer<CChar>?) -> (path: RepoPath, isFolder: Bool) {
    let path = RepoPath(cString: stored)
    guard path.bytes.last == UInt8(ascii: "/") else { return (path, false) }
    return (RepoPath(bytes: path.bytes.dropLast()), true)
  }

  private func requireWorkTree() throws(GitError) {
    guard isBare else { return }
    throw GitError(.bare, "look at the work tree", "a bare repository has none", help: "name a commit instead")
  }

  private func withDiffOfWorkTree(under folder: RepoPath, _ body: (git_diff_delta) -> Void) throws(GitError) {
    var options = git_diff_options()
    try GitError.check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)), "prepare a comparison")
    options.flags =
      GIT_DIFF_INCLUDE_UNMODIFIED.rawValue | GIT_DIFF_INCLUDE_UNTRACKED.rawValue
      | GIT_DIFF_RECURSE_UNTRACKED_DIRS.rawValue | GIT_DIFF_INCLUDE_TYPECHANGE.rawValue
      | GIT_DIFF_IGNORE_SUBMODULES.rawValue | GIT_DIFF_DISABLE_PATHSPEC_MATCH.rawValue
    try withIndex { (index) throws(GitError) in
      try handle.withPointer { (repository) throws(GitError) in
        let diff = try Owned("look at the work tree", free: git_diff_free) { diff in
          Self.withPathspec(folder) { pathspec in
            options.pathspec = pathspec
            return git_diff_index_to_workdir(&diff, repository, index, &options)
          }
        }
        diff.withPointer { diff in
          for place in 0..<git_diff_num_deltas(diff) {
            if let delta = git_diff_get_delta(diff, place)?.pointee { body(delta) }
          }
        }
      }
    }
  }

  // The bytes of the folder as C wants them; nothing for the root.
  private static func withPathspec(_ folder: RepoPath, _ body: (git_strarray) -> Int32) -> Int32 {
    guard !folder.isRoot else { return body(git_strarray()) }
    var name = folder.bytes.map { CChar(bitPattern: $0) } + [0]
    return name.withUnsafeMutableBufferPointer { name in
      var first = name.baseAddress
      return withUnsafeMutablePointer(to: &first) { body(git_strarray(strings: $0, count: 1)) }
    }
  }
}
