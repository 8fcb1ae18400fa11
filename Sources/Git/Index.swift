internal import CLibgit2
package import Diagnostics

/// One line of the index: what the next commit would hold, or one side of a conflict.
package struct IndexEntry: Hashable, Sendable {
  /// The path from the top of the work tree.
  package var path: RepoPath
  /// What the next commit would say about it.
  package var mode: FileMode
  /// The blob, or a commit elsewhere for a submodule.
  package var id: ObjectID
  /// 0, or in a conflict 1 (common ancestor), 2 (ours) or 3 (theirs).
  package var stage: Int
  /// Whether only the name was added: the blob is empty and stands for nothing.
  package var isIntentToAdd: Bool
  /// Whether the file is left out of the work tree on purpose.
  package var isSkippedInWorkTree: Bool
}

extension Repository {
  /// The lines of the index, sorted by path bytes and stage.
  package func indexEntries() throws(GitError) -> [IndexEntry] {
    guard !isBare else {
      throw GitError(.bare, "read the index", "a bare repository has none", help: "name a commit instead")
    }
    return try withIndex { (index) throws(GitError) in
      var entries: [IndexEntry] = []
      for place in 0..<git_index_entrycount(index) {
        guard let line = git_index_get_byindex(index, place) else { continue }
        let entry = line.pointee
        let path = RepoPath(cString: entry.path)
        guard let mode = FileMode(stored: entry.mode) else {
          throw GitError(
            .unsupported("sparse index"), "read the index", "folder \(path) stands for its files",
            help: "run: git sparse-checkout reapply --no-sparse-index")
        }
        let extended = UInt32(entry.flags_extended)
        let isNamedOnly = extended & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0
        entries.append(
          IndexEntry(
            path: path, mode: mode, id: ObjectID(entry.id), stage: Int(git_index_entry_stage(line)),
            isIntentToAdd: isNamedOnly,
            isSkippedInWorkTree: extended & GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue != 0))
      }
      return entries
    }
  }

  /// Lends the index as it is on disk now.
  func withIndex<R>(_ body: (OpaquePointer) throws(GitError) -> R) throws(GitError) -> R {
    try handle.withPointer { (repository) throws(GitError) in
      let index = try Owned("open the index", free: git_index_free) { git_repository_index(&$0, repository) }
      return try index.withPointer { (index) throws(GitError) in
        try GitError.check(git_index_read(index, 0), "read the index")
        return try body(index)
      }
    }
  }
}

extension RepoPath {
  /// Copies a path that libgit2 owns; nil counts as the root.
  init(cString: UnsafePointer<CChar>?) {
    guard let cString else {
      self = .root
      return
    }
    var end = cString
    while end.pointee != 0 { end += 1 }
    self.init(bytes: UnsafeRawBufferPointer(start: cString, count: end - cString))
  }
}
