package import Diagnostics

/// What became of paths that records have left: Git's renames and the entries of the ledger as one, each chain followed
/// to its end.
package struct FormerPaths: Sendable {
  /// Where whoever asks for a former path is sent.
  package enum Fate: Hashable, Sendable {
    /// The record lies here now.
    case moved(to: RepoPath)
    /// The ledger has a tombstone of this path.
    case removed(RepoPath)
    /// The entries lead in a circle.
    case circular
    /// Nothing is known.
    case unknown
  }

  private struct Departure {
    /// Nil for what was removed.
    var to: RepoPath?
    var on: Day?
    var isFromGit: Bool

    /// What departures of one path are sorted by.
    var order: Int { on?.number ?? Int.max }

    /// Whether it came on a later day than another one; unknown days tell nothing.
    func isAfter(_ other: Departure) -> Bool {
      guard let on, let other = other.on else { return false }
      return on > other
    }

    /// Whether it stands before another one: of the same day, what Git says first, so that the ledger has the last word.
    func isBefore(_ other: Departure) -> Bool {
      if order != other.order { return order < other.order }
      return isFromGit && !other.isFromGit
    }
  }

  private let isPresent: @Sendable (RepoPath) -> Bool
  /// Oldest first; those without a day are last, since somebody put them down by hand.
  private var departures: [RepoPath: [Departure]] = [:]

  /// Joins what history and ledger tell; `isPresent` knows the paths that there are now.
  package init(
    _ history: Timeline, _ ledger: RedirectLedger?, isPresent: @escaping @Sendable (RepoPath) -> Bool
  ) {
    self.isPresent = isPresent
    for record in history.records {
      for version in record.versions {
        guard case .renamed(let from, _) = version.change, from != record.path else { continue }
        // Straight to where the record is now, so that whoever took a name in between does not matter.
        let day = history.commits[version.commit].recordedAt.day
        departures[from, default: []].append(Departure(to: record.path, on: day, isFromGit: true))
      }
    }
    for move in ledger?.moved ?? [] {
      departures[move.from.value, default: []].append(Departure(to: move.to.value, on: move.on, isFromGit: false))
    }
    for tombstone in ledger?.gone ?? [] {
      departures[tombstone.path.value, default: []].append(Departure(to: nil, on: tombstone.on, isFromGit: false))
    }
    departures = departures.mapValues { list in
      list.enumerated().sorted { left, right in
        if left.element.isBefore(right.element) { return true }
        return !right.element.isBefore(left.element) && left.offset < right.offset
      }.map(\.element)
    }
  }

  /// Paths that something left and that are free now, sorted.
  package var paths: [RepoPath] { departures.keys.filter { !isPresent($0) }.sorted() }

  /// The day on which a path was left for the last time.
  package func left(_ path: RepoPath) -> Day? { departures[path]?.last?.on }

  /// What became of a path, however many steps ago.
  package func fate(of path: RepoPath) -> Fate { walk(from: path).fate }

  /// The paths of a circle that a path leads into; empty when it leads anywhere else.
  package func circle(from path: RepoPath) -> [RepoPath] {
    let (fate, steps) = walk(from: path)
    guard fate == .circular, let last = steps.last, let first = steps.firstIndex(of: last) else { return [] }
    return Array(steps[first..<(steps.count - 1)])
  }

  private func walk(from start: RepoPath) -> (fate: Fate, steps: [RepoPath]) {
    var steps = [start]
    guard var last = departures[start]?.last else { return (.unknown, steps) }
    var path = start
    while true {
      guard let next = last.to else { return (.removed(path), steps) }
      let isKnown = steps.contains(next)
      steps.append(next)
      // What the ledger says of a day holds for whoever lay there on that day.
      let later = last.isFromGit ? nil : departures[next]?.first { $0.isAfter(last) }
      if later == nil, isPresent(next) { return (.moved(to: next), steps) }
      if isKnown { return (.circular, steps) }
      guard let onward = later ?? departures[next]?.last else { return (.unknown, steps) }
      (path, last) = (next, onward)
    }
  }
}
