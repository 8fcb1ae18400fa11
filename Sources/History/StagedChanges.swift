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

  /// Compares two listings of a workspace.
  init(from old: [RepoPath: ObjectID], to new: [RepoPath: ObjectID]) {
    touched = []
    removed = []
    renames = [:]
    var added: [ObjectID: [RepoPath]] = [:]
    for (path, id) in new where old[path] != id {
      touched.insert(path)
      if old[path] == nil { added[id, default: []].append(path) }
    }
    for (path, id) in old.sorted(by: { $0.key < $1.key }) where new[path] == nil {
      removed.insert(path)
      guard let candidates = added[id]?.sorted(), !candidates.isEmpty else { continue }
      // Of several copies the one that kept its name is the one that moved.
      renames[path] = candidates.first { $0.name.elementsEqual(path.name) } ?? candidates[0]
    }
  }
}
