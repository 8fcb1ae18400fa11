internal import Diagnostics
internal import WorkspaceModel

/// Tells folders that moved as a whole from what their files did.
struct FolderMoves {
  private var targets: [RepoPath: (folders: Set<RepoPath>, since: WorkspaceModel.Day?)] = [:]

  /// Notes that a file moved, and with it, it seems, its folder and those above as long as they kept their names.
  mutating func note(_ from: RepoPath, _ to: RepoPath, _ since: WorkspaceModel.Day?) {
    var (old, new) = (from.parent, to.parent)
    while !old.isRoot, !new.isRoot, old != new {
      var known = targets[old] ?? ([], since)
      known.folders.insert(new)
      if let since, known.since.map({ $0 < since }) ?? true { known.since = since }
      targets[old] = known
      guard old.name == new.name else { return }
      (old, new) = (old.parent, new.parent)
    }
  }

  /// Folders in which nothing is left and whose files all went to one folder, in the order of paths.
  func moves(leaving paths: Set<RepoPath>) -> [(from: RepoPath, to: RepoPath, since: WorkspaceModel.Day?)] {
    if targets.isEmpty { return [] }
    var inUse: Set<RepoPath> = []
    for path in paths {
      var folder = path.parent
      while !folder.isRoot, inUse.insert(folder).inserted { folder = folder.parent }
    }
    return targets.sorted { $0.key < $1.key }.compactMap { folder, target in
      guard target.folders.count == 1, let to = target.folders.first, !inUse.contains(folder) else { return nil }
      return (folder, to, target.since)
    }
  }
}
