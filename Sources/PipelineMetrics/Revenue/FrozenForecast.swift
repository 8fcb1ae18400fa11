package import Diagnostics
package import WorkspaceModel

/// A forecast that was frozen in a file, beside what history says of that moment (domain 2.2).
package struct FrozenForecast: Sendable {
  /// A deal in which the file and history differ.
  package struct Difference: Hashable, Sendable {
    package let record: RepoPath
    /// In words: "commit, 84000 EUR ARR"; nil where the file has no such deal.
    package let inFile: String?
    /// The same of history.
    package let inHistory: String?
  }

  package let file: ForecastFile
  package let snapshot: ForecastSnapshot
  /// What history gives for the moment; nil when it does not reach back.
  package let recomputed: ForecastSnapshot?
  /// Deals in which they differ, in the order of paths; empty when nothing can be compared.
  package let differences: [Difference]
  /// Why nothing can be compared; nil when it can.
  package let reason: String?

  /// Compares a file with history; nil for a file that does not say for which quarter, or of which moment, it is.
  package init?(_ file: ForecastFile, _ workspace: Workspace, _ timeline: Timeline, clock: MetricClock) {
    guard let asOf = file.asOf, let name = file.period,
      let period = MetricPeriod(name, settings: workspace.settings)
    else { return nil }
    self.file = file
    let present = Self.present(timeline, at: asOf)
    let entries = file.entries.compactMap { entry in
      entry.path.map {
        ForecastSnapshot.Entry(
          record: present[$0] ?? $0, category: entry.category, amount: entry.amount, commits: [])
      }
    }.sorted { $0.record < $1.record }
    let call = file.override.map { ForecastSnapshot.Override($0.amount, reason: $0.reason) }
    snapshot = ForecastSnapshot(asOf: clock.day(of: asOf), period: period, entries: entries, override: call)
    let then = DealLives(workspace, timeline, clock: clock.asKnown(at: asOf))
    reason = then.reasonForNone
    guard then.reasonForNone == nil else {
      recomputed = nil
      differences = []
      return
    }
    let recomputed = ForecastSnapshot(then, for: period).moved(present)
    self.recomputed = recomputed
    differences = Self.differences(snapshot, recomputed)
  }

  /// For each deal that moved since a moment, the path that it had then and the one that it has now.
  private static func present(_ timeline: Timeline, at moment: Instant) -> [RepoPath: RepoPath] {
    var present: [RepoPath: RepoPath] = [:]
    for record in timeline.records where record.kind == .deal {
      let then = record.versions.first { timeline.commits[$0.commit].recordedAt.seconds <= moment.seconds }
      if let then, then.path != record.path { present[then.path] = record.path }
    }
    return present
  }

  private static func differences(_ file: ForecastSnapshot, _ history: ForecastSnapshot) -> [Difference] {
    func told(_ snapshot: ForecastSnapshot) -> [RepoPath: String] {
      Dictionary(
        snapshot.entries.map { entry in
          let amount = entry.amount.map { $0.unit.text($0.amount.text) } ?? "no amount"
          return (entry.record, "\(entry.category.rawValue), \(amount)")
        }
      ) { first, _ in first }
    }
    let (left, right) = (told(file), told(history))
    return Set(left.keys).union(right.keys).sorted().compactMap { record in
      left[record] == right[record]
        ? nil : Difference(record: record, inFile: left[record], inHistory: right[record])
    }
  }

  /// The frozen forecasts of a workspace, by the quarter that each is for; of several for one the first counts.
  package static func all(
    _ workspace: Workspace, _ timeline: Timeline, clock: MetricClock
  ) -> [FrozenForecast] {
    let history = workspace.forecasts.isEmpty ? timeline : DealLivesReading.narrowed(timeline)
    return workspace.forecasts.compactMap { FrozenForecast($0, workspace, history, clock: clock) }
      .filter { ($0.file.asOf?.seconds ?? 0) <= clock.now.seconds }
      .sorted { left, right in
        let (one, other) = (left.file.asOf?.seconds ?? 0, right.file.asOf?.seconds ?? 0)
        return one == other ? left.file.source.path < right.file.source.path : one < other
      }
  }

  /// The first forecast that was frozen for each quarter, by its name.
  package static func byQuarter(_ all: [FrozenForecast]) -> [String: ForecastSnapshot] {
    Dictionary(all.map { ($0.snapshot.period.name, $0.snapshot) }) { first, _ in first }
  }
}
