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
  /// The lines of the index as values, sorted by path bytes and stage.
  package func indexEntries() throws(GitError) -> [IndexEntry] {
    let index = try indexLines()
    return index.lines.indices.map { place in
      let line = index.lines[place]
      return IndexEntry(
        path: index.path(at: place), mode: line.mode, id: line.id, stage: line.stage,
        isIntentToAdd: line.isIntentToAdd, isSkippedInWorkTree: line.isSkippedInWorkTree)
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
