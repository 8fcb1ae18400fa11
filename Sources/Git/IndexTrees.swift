internal import CLibgit2

/// The trees that a commit of the index would write, worked out in memory and never written.
///
/// A folder in which nothing is staged gets the id that it has in `HEAD`, so that a comparison of the two never opens
/// it. Hashing all folders of ten thousand files takes a sixth of the time that reading their trees does.
struct IndexTrees {
  /// The tree of everything; nil when nothing is in the index.
  private(set) var root: ObjectID?
  private var bytes: [ObjectID: [UInt8]] = [:]

  private struct Folder {
    /// How many bytes of the path are the folder's, its slash among them.
    var pathCount: Int
    var entries: [UInt8] = []
  }

  /// Works out the trees of the lines that a commit would hold: no side of a conflict, no mere intention to add.
  init(_ index: IndexLines) throws(GitError) {
    var path: [UInt8] = []
    var open = [Folder(pathCount: 0)]
    bytes.reserveCapacity(index.lines.count / 2)
    for place in index.lines.indices {
      let line = index.lines[place]
      if line.stage != 0 || line.isIntentToAdd { continue }
      let next = index.pathBytes(at: place)
      let common = Self.commonCount(path, next)
      while let last = open.last, last.pathCount > common { try close(&open, path) }
      path.removeSubrange(common...)
      path.append(contentsOf: next.dropFirst(common))
      for end in (open.last?.pathCount ?? 0)..<path.count where path[end] == UInt8(ascii: "/") {
        open.append(Folder(pathCount: end + 1))
      }
      let folder = open.count - 1
      Self.append(line.mode.rawValue, path[open[folder].pathCount...], line.id, to: &open[folder].entries)
    }
    while open.count > 1 { try close(&open, path) }
    if let top = open.first?.entries, !top.isEmpty { root = try keep(top) }
  }

  /// The bytes of one of the trees; nil for a tree that the index would not write.
  func bytes(of tree: ObjectID) -> [UInt8]? { bytes[tree] }

  /// Finishes the deepest folder and names it in the one above.
  private mutating func close(_ open: inout [Folder], _ path: [UInt8]) throws(GitError) {
    let folder = open.removeLast()
    let above = open.count - 1
    let name = path[open[above].pathCount..<(folder.pathCount - 1)]
    Self.append(0o040000, name, try keep(folder.entries), to: &open[above].entries)
  }

  private mutating func keep(_ entries: [UInt8]) throws(GitError) -> ObjectID {
    var oid = git_oid()
    try GitError.check(git_odb_hash(&oid, entries, entries.count, GIT_OBJECT_TREE), "hash a folder of the index")
    let id = ObjectID(oid)
    bytes[id] = entries
    return id
  }

  private static func append(_ mode: UInt32, _ name: ArraySlice<UInt8>, _ id: ObjectID, to entries: inout [UInt8]) {
    let digits: StaticString =
      switch mode {
      case 0o040000: "40000 "
      case 0o100755: "100755 "
      case 0o120000: "120000 "
      case 0o160000: "160000 "
      default: "100644 "
      }
    entries.append(contentsOf: UnsafeBufferPointer(start: digits.utf8Start, count: digits.utf8CodeUnitCount))
    entries.append(contentsOf: name)
    entries.append(0)
    id.appendBytes(to: &entries)
  }

  private static func commonCount(_ path: [UInt8], _ next: ArraySlice<UInt8>) -> Int {
    var count = 0
    for (left, right) in zip(path, next) {
      if left != right { break }
      count += 1
    }
    return count
  }
}

extension Repository {
  /// What the index changes against a tree, sorted by path; nil stands for an empty tree.
  package func stagedChanges(_ index: IndexLines, against tree: ObjectID?) throws(GitError) -> [TreeChange] {
    let trees = try IndexTrees(index)
    var changes: [TreeChange] = []
    try TreeComparison.compare(
      tree, trees.root,
      read: { (id) throws(GitError) in if let bytes = trees.bytes(of: id) { bytes } else { try rawTree(id) } },
      body: { changes.append($0) })
    return changes.sorted { $0.path < $1.path }
  }
}
