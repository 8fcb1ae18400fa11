internal import Diagnostics

/// The names that accepted repairs give away or take up, so that no two of them meet.
struct FixClaims {
  private let tree: FixTree
  private let folders: Set<RepoPath>
  private var claimed: Set<RepoPath> = []
  private var above: Set<RepoPath> = []

  /// Nothing is claimed yet; folders are looked up only where files are to change at all.
  init(_ tree: FixTree, for findings: [Diagnostic]) {
    self.tree = tree
    var folders: Set<RepoPath> = []
    if findings.contains(where: { $0.fixIts.contains { !$0.files.isEmpty } }) {
      for path in tree.paths {
        var folder = path.parent
        while !folder.isRoot, folders.insert(folder).inserted { folder = folder.parent }
      }
    }
    self.folders = folders
  }

  /// Why a change of files cannot be made in this tree; nil when it can.
  func problem(of change: FixIt.FileChange) -> String? {
    switch change {
    case .create(let path, _): return problem(ofNew: path)
    case .rename(let old, let new):
      if !old.isSafeToWrite || !(tree.paths.contains(old) || folders.contains(old)) {
        return "'\(old)' cannot be renamed"
      }
      return new.isInside(old) ? "'\(new)' lies in what is renamed" : problem(ofNew: new)
    }
  }

  private func problem(ofNew path: RepoPath) -> String? {
    if !path.isSafeToWrite { return "'\(path)' cannot be a name" }
    if folders.contains(path) || tree.has(path) { return "'\(path)' exists already" }
    return path.prefixes.dropLast().first(where: tree.paths.contains).map { "'\($0)' is no folder" }
  }

  /// Whether a change touches a name, or a folder around or below a name, that an accepted repair is about.
  func meets(_ change: FixIt.FileChange) -> Bool {
    Self.paths(of: change).contains { path in
      above.contains(path) || path.prefixes.contains(where: claimed.contains)
    }
  }

  /// Keeps the names of an accepted repair from others.
  mutating func claim(_ change: FixIt.FileChange) {
    for path in Self.paths(of: change) {
      claimed.insert(path)
      above.formUnion(path.prefixes.dropLast())
    }
  }

  private static func paths(of change: FixIt.FileChange) -> [RepoPath] {
    switch change {
    case .create(let path, _): [path]
    case .rename(let old, let new): [old, new]
    }
  }
}
