internal import CLibgit2
package import Diagnostics

/// The lines of the index in one piece, sorted by path bytes and stage.
///
/// All paths share one buffer, because most readers look at few of them: a path of its own for each of ten thousand
/// lines costs more than all the rest of a small check.
package struct IndexLines: Sendable {
  /// One line; its path is asked for by its place.
  package struct Line: Sendable {
    /// What the next commit would say about it.
    package var mode: FileMode
    /// 0, or in a conflict 1 (common ancestor), 2 (ours) or 3 (theirs).
    package var stage: Int
    /// Whether only the name was added: the blob is empty and stands for nothing.
    package var isIntentToAdd: Bool
    /// Whether the file is left out of the work tree on purpose.
    package var isSkippedInWorkTree: Bool
    /// The blob, or a commit elsewhere for a submodule.
    package var id: ObjectID
    fileprivate var pathRange: Range<Int>
  }

  /// In the order of paths and stages.
  package private(set) var lines: [Line] = []
  private var pathBytes: [UInt8] = []

  /// Copies the lines of an open index.
  init(_ index: OpaquePointer) throws(GitError) {
    let count = git_index_entrycount(index)
    lines.reserveCapacity(count)
    pathBytes.reserveCapacity(count * 64)
    var isSorted = true
    for place in 0..<count {
      guard let line = git_index_get_byindex(index, place), let path = line.pointee.path else { continue }
      let entry = line.pointee
      let start = pathBytes.count
      var end = path
      while end.pointee != 0 { end += 1 }
      pathBytes.append(contentsOf: UnsafeRawBufferPointer(start: path, count: end - path))
      let range = start..<pathBytes.count
      guard let mode = FileMode(stored: entry.mode) else {
        throw GitError(
          .unsupported("sparse index"), "read the index",
          "folder \(RepoPath(bytes: pathBytes[range])) stands for its files",
          help: "run: git sparse-checkout reapply --no-sparse-index")
      }
      let extended = UInt32(entry.flags_extended)
      if isSorted, let last = lines.last, precedes(range, last.pathRange) { isSorted = false }
      lines.append(
        Line(
          mode: mode, stage: Int(git_index_entry_stage(line)),
          isIntentToAdd: extended & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0,
          isSkippedInWorkTree: extended & GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue != 0, id: ObjectID(entry.id),
          pathRange: range))
    }
    if !isSorted { lines = sorted() }
  }

  /// The bytes of the path at a place, from the top of the work tree.
  package func pathBytes(at place: Int) -> ArraySlice<UInt8> { pathBytes[lines[place].pathRange] }

  /// The path at a place, from the top of the work tree.
  package func path(at place: Int) -> RepoPath { RepoPath(bytes: pathBytes(at: place)) }

  /// Whether some line has a path.
  package func contains(_ path: RepoPath) -> Bool {
    var range = 0..<lines.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let found = pathBytes(at: middle)
      if found.elementsEqual(path.bytes) { return true }
      range =
        found.lexicographicallyPrecedes(path.bytes) ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  /// Where `core.ignorecase` is set libgit2 sorts names as if they had no case.
  private func sorted() -> [Line] {
    lines.sorted { left, right in
      if precedes(left.pathRange, right.pathRange) { return true }
      return left.stage < right.stage && !precedes(right.pathRange, left.pathRange)
    }
  }

  private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    pathBytes[left].lexicographicallyPrecedes(pathBytes[right])
  }
}

extension Repository {
  /// The lines of the index as it is on disk now, or as Git prepared it for a hook.
  package func indexLines() throws(GitError) -> IndexLines {
    guard !isBare else {
      throw GitError(.bare, "read the index", "a bare repository has none", help: "name a commit instead")
    }
    return try withIndex { (index) throws(GitError) in try IndexLines(index) }
  }
}
