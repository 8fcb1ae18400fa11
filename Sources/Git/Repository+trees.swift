package import Diagnostics

extension Repository {
  /// The bytes of a tree object.
  func rawTree(_ id: ObjectID) throws(GitError) -> [UInt8] {
    try trees.bytes(of: id) { () throws(GitError) in
      try withObject(id, .tree) { Array($0) }
    }
  }

  /// The entries of one folder in stored order, with names as they are.
  package func treeEntries(_ id: ObjectID) throws(GitError) -> [TreeEntry] {
    try rawTree(id).withRawBytes { (bytes) throws(GitError) in
      var reader = RawTreeReader(bytes)
      var entries: [TreeEntry] = []
      while let entry = try reader.next() {
        entries.append(TreeEntry(name: entry.name, kind: .init(stored: entry.mode), id: entry.id))
      }
      return entries
    }
  }

  /// What stands at a path below a tree; nil when there is nothing, the tree itself for the root.
  package func entry(at path: RepoPath, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    try Self.entry(at: path, in: tree, read: rawTree)
  }

  /// What stands at a path below a tree whose objects come from `read`.
  static func entry(
    at path: RepoPath, in tree: ObjectID, read: TreeComparison.Read
  ) throws(GitError) -> TreeEntry? {
    var found = TreeEntry(name: [], kind: .folder, id: tree)
    guard !path.isRoot else { return found }
    for component in path.components {
      guard found.kind == .folder else { return nil }
      let next = try read(found.id).withRawBytes { (bytes) throws(GitError) -> TreeEntry? in
        var reader = RawTreeReader(bytes)
        while let entry = try reader.next() {
          guard entry.name.elementsEqual(component) else { continue }
          return TreeEntry(name: entry.name, kind: .init(stored: entry.mode), id: entry.id)
        }
        return nil
      }
      guard let next else { return nil }
      found = next
    }
    return found
  }

  /// The folder at a path below a tree; nil when there is none, or a file.
  package func tree(at path: RepoPath, in tree: ObjectID) throws(GitError) -> ObjectID? {
    let found = try entry(at: path, in: tree)
    return found?.kind == .folder ? found?.id : nil
  }

  /// Every file below a folder of a tree, sorted by path bytes, with paths relative to the folder.
  ///
  /// Names are handed out as they are: whoever writes files asks `RepoPath.isSafeToWrite` first.
  package func files(
    in tree: ObjectID, under folder: RepoPath = .root, budget: TreeBudget = TreeBudget()
  ) throws(GitError) -> [TreeFile] {
    guard let root = try self.tree(at: folder, in: tree) else {
      throw GitError(.notFound, "list \(folder)", "there is no such folder in tree \(tree.short)")
    }
    var files: [TreeFile] = []
    var waiting: [(id: ObjectID, prefix: [UInt8], depth: Int)] = [(root, [], 0)]
    var seen = 0
    while let next = waiting.popLast() {
      try rawTree(next.id).withRawBytes { (bytes) throws(GitError) in
        var reader = RawTreeReader(bytes)
        while let entry = try reader.next() {
          seen += 1
          let path = next.prefix + entry.name
          try budget.check(entries: seen, pathBytes: path.count, depth: next.depth)
          if let mode = FileMode(stored: entry.mode) {
            files.append(TreeFile(path: RepoPath(bytes: path), mode: mode, id: entry.id))
          } else {
            waiting.append((entry.id, path + [UInt8(ascii: "/")], next.depth + 1))
          }
        }
      }
    }
    files.sort { $0.path < $1.path }
    return files
  }
}

extension TreeBudget {
  /// Gives up on what exceeds a limit, in words.
  func check(entries: Int, pathBytes: Int, depth: Int) throws(GitError) {
    let reason: String
    if entries > self.entries {
      reason = "it has more than \(self.entries) entries"
    } else if pathBytes > self.pathBytes {
      reason = "a path has more than \(self.pathBytes) bytes"
    } else if depth > self.depth {
      reason = "folders are nested more than \(self.depth) deep"
    } else {
      return
    }
    throw GitError(.tooLarge, "walk a tree", reason)
  }
}
