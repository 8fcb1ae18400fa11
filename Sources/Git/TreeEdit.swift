package import Diagnostics

/// Changes to the files of a tree, gathered as a value and written by ``Repository/apply(_:to:)``.
package struct TreeEdit: Sendable {
  /// What each path becomes; nil removes it.
  private(set) var changes: [RepoPath: TreeEntry?] = [:]

  /// No changes.
  package init() {}

  /// Whether nothing changes.
  package var isEmpty: Bool { changes.isEmpty }

  /// Puts a stored blob at a path, whatever stood there: a folder goes with all that is in it.
  package mutating func set(_ path: RepoPath, to blob: ObjectID, mode: FileMode = .regular) {
    changes[path] = .some(TreeEntry(name: path.name, kind: .file(mode), id: blob))
  }

  /// Takes a file away, or a folder with all that is in it; a path where nothing is stays as it is.
  package mutating func remove(_ path: RepoPath) {
    changes[path] = .some(nil)
  }
}

/// Which names may be written into a tree; reading takes any.
enum RepoPathRules {
  /// Whether a name may stand in a folder.
  static func isWritableName(_ name: [UInt8]) -> Bool {
    !name.contains(UInt8(ascii: "/")) && RepoPath(bytes: name).isSafeToWrite
  }
}

extension Repository {
  /// Writes the folders that an edit touches and returns the new tree; nil stands for an empty base.
  package func apply(_ edit: TreeEdit, to base: ObjectID?) throws(GitError) -> ObjectID {
    var folders = try Self.editsByFolder(edit)
    let bases = try baseTrees(of: folders.keys, below: base, edit)
    // Deepest first, so that every folder is written before the one that names it.
    let depth: (RepoPath) -> Int = { $0.isRoot ? 0 : $0.components.count }
    var levels = Dictionary(grouping: folders.keys, by: depth)
    for level in stride(from: levels.keys.max() ?? 0, to: 0, by: -1) {
      for folder in levels[level] ?? [] {
        let id = try write(folders[folder] ?? [:], in: folder, over: bases[folder])
        let entry = id.map { TreeEntry(name: folder.name, kind: .folder, id: $0) }
        // An emptied folder that never was there must not take away a file of its name.
        if entry == nil, bases[folder] == nil { continue }
        if folders[folder.parent] == nil { levels[level - 1, default: []].append(folder.parent) }
        folders[folder.parent, default: [:]][Array(folder.name)] = .some(entry)
      }
    }
    let root = try write(folders[.root] ?? [:], in: .root, over: base)
    return if let root { root } else { try write([], .tree) }
  }

  // Every folder on the way to a change, with the changes that stand directly in it.
  private static func editsByFolder(_ edit: TreeEdit) throws(GitError) -> [RepoPath: [[UInt8]: TreeEntry?]] {
    var folders: [RepoPath: [[UInt8]: TreeEntry?]] = [.root: [:]]
    for (path, entry) in edit.changes {
      guard path.isSafeToWrite, path.components.count <= TreeBudget().depth else {
        throw GitError(.invalidSpec, "write \(path)", "it is not a path that may be written")
      }
      folders[path.parent, default: [:]][Array(path.name)] = entry
      var folder = path.parent
      while !folder.isRoot {
        if let above = edit.changes[folder], above != nil {
          throw GitError(.exists, "write \(path)", "\(folder) becomes a file at the same time")
        }
        folder = folder.parent
        folders[folder, default: [:]] = folders[folder] ?? [:]
      }
    }
    return folders
  }

  private func baseTrees(
    of folders: some Collection<RepoPath>, below base: ObjectID?, _ edit: TreeEdit
  ) throws(GitError) -> [RepoPath: ObjectID] {
    guard let base else { return [:] }
    var trees: [RepoPath: ObjectID] = [.root: base]
    for folder in folders.sorted() where !folder.isRoot {
      // A folder that is removed and filled again begins empty.
      guard let parent = trees[folder.parent], edit.changes[folder] == nil else { continue }
      trees[folder] = try tree(at: RepoPath(bytes: folder.name), in: parent)
    }
    return trees
  }

  // Nil when nothing is left in the folder.
  private func write(
    _ changes: [[UInt8]: TreeEntry?], in folder: RepoPath, over base: ObjectID?
  ) throws(GitError) -> ObjectID? {
    guard !changes.isEmpty else { return base }
    let old = if let base { try rawTree(base) } else { [UInt8]() }
    let edits = changes.map { TreeFolderEdit(name: $0.key, entry: $0.value) }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
    let new = try RawTreeWriter.applying(edits, to: old)
    guard !new.isEmpty else { return nil }
    guard new != old || base == nil else { return base }
    let id = try write(new, .tree)
    trees.remember(new, as: id)
    if let bulk, let base {
      bulk.note(id, after: base)
      try bulk.note(edits, over: old)
    }
    return id
  }
}
