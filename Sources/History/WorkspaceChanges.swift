package import Diagnostics
package import Git

/// What a commit, or a branch, changes in a workspace; paths are relative to the workspace.
package struct WorkspaceChanges: Sendable {
  /// What happened to each file, sorted by path.
  package var files: [TreeChange]
  /// Files that are added or changed.
  package var touched: Set<RepoPath>
  /// Files that are gone.
  package var removed: Set<RepoPath>
  /// Files that moved with the same content, old to new.
  package var renames: [RepoPath: RepoPath]

  /// Changes that are known to be renames and nothing else.
  package init(renames: [RepoPath: RepoPath]) {
    (files, touched, removed, self.renames) = ([], [], [], renames)
  }

  /// Takes what lies in the folder of a workspace, out of all changes of its repository.
  init(_ changes: [TreeChange], in folder: RepoPath) {
    files = changes.compactMap { change in
      guard let path = change.path.relative(to: folder), !path.isRoot, !Self.isRunBit(change) else { return nil }
      var change = change
      change.path = path
      return change
    }
    touched = Set(files.lazy.filter { $0.new != nil }.map(\.path))
    removed = Set(files.lazy.filter { $0.new == nil }.map(\.path))
    renames = [:]
    var added: [ObjectID: [RepoPath]] = [:]
    for change in files where change.old == nil {
      if let side = change.new { added[side.id, default: []].append(change.path) }
    }
    for change in files where change.new == nil {
      guard let side = change.old, let candidates = added[side.id], let first = candidates.first else { continue }
      // Of several copies the one that kept its name is the one that moved.
      renames[change.path] = candidates.first { $0.name.elementsEqual(change.path.name) } ?? first
    }
  }

  /// Whether a file only may be run now, or no longer: no check looks at that.
  private static func isRunBit(_ change: TreeChange) -> Bool {
    guard let old = change.old, let new = change.new, old.id == new.id else { return false }
    return [old.mode, new.mode].allSatisfy { $0 == .regular || $0 == .executable }
  }
}
