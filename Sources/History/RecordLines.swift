internal import Diagnostics
internal import Git
internal import WorkspaceModel

/// Follows every file of a workspace back through its renames, in one pass over official history.
///
/// As `git log --follow` has it, a file that was deleted and came back at the same path is one record; a copy begins a
/// record of its own, since what it was copied from lives on as another.
struct RecordLines {
  private struct Line {
    /// Where the file lies now, or lay last, within the workspace.
    var path: RepoPath
    var kind: RecordKind
    var isPresent: Bool
    /// Where it lay at the commit that the pass has come to, within the workspace.
    var trackedPath: RepoPath
    var versions: [RecordVersion] = []
  }

  private let folder: RepoPath
  private var lines: [Line] = []
  /// Lines by where they lay at the commit that the pass has come to, in the whole repository.
  private var tracked: [RepoPath: [Int]] = [:]

  /// Starts with the files at the head, by their paths within the workspace.
  init(present: [RepoPath], folder: RepoPath) {
    self.folder = folder
    tracked.reserveCapacity(present.count)
    for path in present { start(path, isPresent: true) }
  }

  /// Takes in the next older commit, which the timeline will have at `place`.
  ///
  /// Returns whether it touched the workspace.
  mutating func note(_ commit: HistoryCommit, at place: Int) -> Bool {
    var isTouched = false
    // What moved away is looked at before what arrived, since two files may have changed places.
    var arrivals: [(lines: [Int], to: RepoPath)] = []
    for change in commit.changes {
      switch change.kind {
      case .renamed:
        guard let from = change.from else { continue }
        if let (moved, place) = moved(change, from, place) { arrivals.append((moved, place)) }
      case .deleted:
        if tracked[change.path] == nil, let path = within(change.path) { start(path, isPresent: false) }
      case .added, .modified, .copied: break
      }
    }
    for change in commit.changes where change.kind == .renamed {
      guard let from = change.from else { continue }
      // A younger file at the path that this one left sees its path become empty.
      for line in tracked[from] ?? [] {
        add(line, .deleted, change, place, blob: nil)
        isTouched = true
      }
    }
    for change in commit.changes where change.kind != .renamed {
      let kind: RecordVersion.Change =
        switch change.kind {
        case .added: .added
        case .deleted: .deleted
        case .copied: within(change.from ?? .root).map { .copied(from: $0) } ?? .added
        case .modified, .renamed: .modified
        }
      for line in tracked[change.path] ?? [] {
        add(line, kind, change, place, blob: change.new)
        isTouched = true
      }
    }
    for (moved, to) in arrivals {
      tracked[to, default: []] += moved
      isTouched = isTouched || !moved.isEmpty
    }
    return isTouched
  }

  /// All records with at least one version, in the order of paths, the present one first where two bear one path.
  func histories(isCutOff: Bool) -> [RecordHistory] {
    lines.compactMap { line in
      // A file at the head without any version is older than the boundary of a shallow clone.
      guard !line.versions.isEmpty else { return nil }
      var history = RecordHistory(
        path: line.path, kind: line.kind, isPresent: line.isPresent, versions: line.versions)
      if isCutOff, line.versions.last?.change != .added { history.isCutOff = true }
      return history
    }.sorted { ($0.path, $0.isPresent ? 0 : 1) < ($1.path, $1.isPresent ? 0 : 1) }
  }

  // MARK: Lines

  private mutating func start(_ path: RepoPath, isPresent: Bool) {
    guard let kind = KindOfPath.kind(of: path) else { return }
    let full = folder.isRoot ? path : folder.appending(path.bytes)
    tracked[full, default: []].append(lines.count)
    lines.append(Line(path: path, kind: kind, isPresent: isPresent, trackedPath: path))
  }

  /// Notes a rename at the lines that arrived by it, and returns them with the path they came from.
  private mutating func moved(
    _ change: HistoryChange, _ from: RepoPath, _ place: Int
  ) -> (lines: [Int], from: RepoPath)? {
    guard let arrived = tracked.removeValue(forKey: change.path) else {
      // It left the workspace, or was never of interest.
      if within(change.path) == nil, let path = within(from), tracked[from] == nil {
        start(path, isPresent: false)
        if let line = tracked[from]?.last { add(line, .deleted, change, place, blob: nil) }
      }
      return nil
    }
    for line in arrived {
      if let inside = within(from) {
        add(line, .renamed(from: inside, likeness: change.likeness), change, place, blob: change.new)
        lines[line].trackedPath = inside
      } else if from.bytes.suffix(lines[line].trackedPath.bytes.count).elementsEqual(lines[line].trackedPath.bytes) {
        // The whole workspace moved, its files stayed where they were in it.
        add(line, .modified, change, place, blob: change.new)
      } else {
        add(line, .added, change, place, blob: change.new)
      }
    }
    return (arrived, from)
  }

  private mutating func add(
    _ line: Int, _ kind: RecordVersion.Change, _ change: HistoryChange, _ place: Int, blob: ObjectID?
  ) {
    var version = RecordVersion(
      commit: place, change: kind, path: lines[line].trackedPath, blob: blob?.hex, previousBlob: change.old?.hex)
    version.side = change.side
    version.sideBlobs = change.sideBlobs.map(\.hex)
    if kind == .added { version.previousBlob = nil }
    lines[line].versions.append(version)
  }

  private func within(_ path: RepoPath) -> RepoPath? {
    guard let inside = path.relative(to: folder), !inside.isRoot else { return nil }
    return inside
  }
}
