package import Diagnostics
internal import Git

/// What a commit, or a branch, changes in a workspace; paths are relative to the workspace.
package struct WorkspaceChanges: Sendable {
  /// Files that are added or changed.
  package var touched: Set<RepoPath>
  /// Files that are gone.
  package var removed: Set<RepoPath>
  /// Files that moved with the same content, old to new.
  package var renames: [RepoPath: RepoPath]

  /// Compares two listings of a workspace, both sorted by path, in one pass.
  init(from old: [(path: RepoPath, id: ObjectID)], to new: [(path: RepoPath, id: ObjectID)]) {
    touched = []
    removed = []
    renames = [:]
    var gone: [(path: RepoPath, id: ObjectID)] = []
    var added: [ObjectID: [RepoPath]] = [:]
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if right == new.count || (left < old.count && old[left].path < new[right].path) {
        gone.append(old[left])
        left += 1
      } else if left == old.count || new[right].path < old[left].path {
        touched.insert(new[right].path)
        added[new[right].id, default: []].append(new[right].path)
        right += 1
      } else {
        if old[left].id != new[right].id { touched.insert(new[right].path) }
        left += 1
        right += 1
      }
    }
    for (path, id) in gone {
      removed.insert(path)
      guard let candidates = added[id], let first = candidates.first else { continue }
      // Of several copies the one that kept its name is the one that moved.
      renames[path] = candidates.first { $0.name.elementsEqual(path.name) } ?? first
    }
  }
}
