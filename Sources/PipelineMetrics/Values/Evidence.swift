internal import Diagnostics
internal import WorkspaceModel

/// Collects what a metric is made from while it is worked out.
struct Evidence {
  private(set) var inputs: [MetricInput] = []
  private(set) var leftOut: [LeftOut] = []

  /// Notes a record that takes part.
  mutating func use(
    _ record: RepoPath, _ part: String, _ amount: Money? = nil, days: Int? = nil, commits: [String?] = []
  ) {
    inputs.append(
      MetricInput(record: record, part: part, amount: amount, days: days, commits: commits.compactMap { $0 }))
  }

  /// Notes a record that should have taken part.
  mutating func leaveOut(_ record: RepoPath, _ reason: String) {
    leftOut.append(LeftOut(record: record, reason: reason))
  }

  /// Takes over what another metric was made from.
  mutating func add(_ metric: Metric) {
    inputs += metric.inputs
    leftOut += metric.leftOut
  }

  /// The finished metric; `n` is the number of inputs unless it is told.
  func metric(
    _ definition: MetricDefinition, _ unit: MetricUnit, _ value: MetricValue, n: Int? = nil, unknown: Int? = nil
  ) -> Metric {
    let inputs = Self.inOrder(inputs) { $0.record }
    let leftOut = Self.inOrder(leftOut) { $0.record }
    return Metric(
      value: value, unit: unit, n: n ?? inputs.count, unknown: unknown ?? leftOut.count, definition: definition,
      inputs: inputs, leftOut: leftOut)
  }

  /// Made in the order of paths already, nearly always; what is of one record stays as it was told.
  private static func inOrder<Entry>(_ entries: [Entry], by path: (Entry) -> RepoPath) -> [Entry] {
    guard zip(entries, entries.dropFirst()).contains(where: { path($1) < path($0) }) else { return entries }
    return entries.enumerated().sorted { left, right in
      let (one, other) = (path(left.element), path(right.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }
}
