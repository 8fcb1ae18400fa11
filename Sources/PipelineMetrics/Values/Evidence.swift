internal import Diagnostics
internal import WorkspaceModel

/// Collects what a metric is made from while it is worked out.
struct Evidence {
  private(set) var inputs: [MetricInput] = []
  private(set) var leftOut: [LeftOut] = []

  /// Notes a record that takes part.
  mutating func use(_ record: RepoPath, _ part: String, _ amount: Money? = nil, commits: [String?] = []) {
    inputs.append(MetricInput(record: record, part: part, amount: amount, commits: commits.compactMap { $0 }))
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
    // Made in the order of paths already, nearly always; sorting what is sorted costs little.
    let inputs = inputs.enumerated().sorted {
      $0.element.record == $1.element.record
        ? $0.offset < $1.offset : $0.element.record < $1.element.record
    }.map(\.element)
    let leftOut = leftOut.enumerated().sorted {
      $0.element.record == $1.element.record
        ? $0.offset < $1.offset : $0.element.record < $1.element.record
    }.map(\.element)
    return Metric(
      value: value, unit: unit, n: n ?? inputs.count, unknown: unknown ?? leftOut.count, definition: definition,
      inputs: inputs, leftOut: leftOut)
  }
}
