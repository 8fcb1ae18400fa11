internal import Diagnostics

/// Compares commits with their parents, file by file, and tells which files moved.
final class CommitComparison {
  private let repository: Repository
  private let store = TreeStore()

  init(_ repository: Repository) {
    self.repository = repository
  }

  /// The files that differ between two trees, sorted by path; nil stands for an empty tree.
  func files(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> [TreeChange] {
    var changes: [TreeChange] = []
    try TreeComparison.compare(old, new, read: tree) { changes.append($0) }
    return changes.sorted { $0.path < $1.path }
  }

  /// What changed between two trees, sorted by path, files that moved told as one change.
  func changes(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> [HistoryChange] {
    let files = try files(from: old, to: new)
    let (deleted, added) = (files.filter { $0.kind == .deleted }, files.filter { $0.kind == .added })
    let pairs = try RenameDetection.pairs(deleted: deleted, added: added) { (id) throws(GitError) in
      try repository.historicBytes(id, .blob)
    }
    var sources: [RepoPath: RenameDetection.Pair] = [:]
    for pair in pairs { sources[added[pair.target].path] = pair }
    let moved = Set(pairs.map { deleted[$0.source].path })
    return files.compactMap { file in
      var change = HistoryChange(
        kind: .modified, path: file.path, likeness: 100, old: file.old?.id, new: file.new?.id)
      switch file.kind {
      case .modified: break
      case .deleted:
        if moved.contains(file.path) { return nil }
        change.kind = .deleted
      case .added:
        change.kind = .added
        if let pair = sources[file.path] {
          change.kind = .renamed
          change.from = deleted[pair.source].path
          change.likeness = pair.score * 100 / Likeness.maximum
          change.old = deleted[pair.source].old?.id
        }
      }
      return change
    }
  }

  /// The blob or folder at a path below a tree.
  func entry(at path: RepoPath, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    try Repository.entry(at: path, in: tree, read: self.tree)
  }

  private func tree(_ id: ObjectID) throws(GitError) -> [UInt8] {
    try store.bytes(of: id) { () throws(GitError) in try repository.historicBytes(id, .tree) }
  }
}
