package import Diagnostics

/// What repairs have made of files so far: new contents, new names, new files.
package struct FixedFiles: Sendable {
  /// What changed files and new ones hold, by the names that they bear now.
  package private(set) var contents: [RepoPath: [UInt8]] = [:]
  /// Names that renamed files bore at first, by those that they bear now.
  package private(set) var origins: [RepoPath: RepoPath] = [:]
  /// Files that did not exist at first, by the names that they bear now.
  package private(set) var created: Set<RepoPath> = []
  /// The names that are in use.
  private(set) var tree: FixTree

  /// Nothing is repaired yet.
  init(_ tree: FixTree) {
    self.tree = tree
  }

  /// The new content of a file; nil for one that holds what it held.
  package subscript(_ path: RepoPath) -> [UInt8]? { contents[path] }

  /// What a file holds now, given what files held at first.
  func bytes(of path: RepoPath, before: (RepoPath) -> [UInt8]?) -> [UInt8]? {
    contents[path] ?? origin(of: path).flatMap(before)
  }

  /// Where a file lay at first; nil for one that did not exist.
  private func origin(of path: RepoPath) -> RepoPath? { created.contains(path) ? nil : origins[path] ?? path }

  /// Takes over what a plan changes.
  mutating func carryOut(_ plan: FixPlan) {
    for change in plan.changes {
      contents[change.path] = change.after
      guard change.oldPath == nil else { continue }
      created.insert(change.path)
      tree.add(change.path)
    }
    for rename in plan.renames {
      for path in tree.files(in: rename.old) { move(path, to: plan.path(of: path)) }
    }
  }

  private mutating func move(_ old: RepoPath, to new: RepoPath) {
    if let bytes = contents.removeValue(forKey: old) { contents[new] = bytes }
    if created.remove(old) != nil {
      created.insert(new)
    } else {
      let origin = origins.removeValue(forKey: old) ?? old
      if origin != new { origins[new] = origin }
    }
    tree.remove(old)
    tree.add(new)
  }

  /// All that changed since the beginning, in the order of paths.
  func changes(before: (RepoPath) -> [UInt8]?) -> [FixPlan.Change] {
    Set(contents.keys).union(origins.keys).sorted().compactMap { path in
      let origin = origin(of: path)
      let old = origin.flatMap(before) ?? []
      let new = contents[path] ?? old
      if origin == path, old == new { return nil }
      return FixPlan.Change(path: path, oldPath: origin, before: old, after: new)
    }
  }
}
