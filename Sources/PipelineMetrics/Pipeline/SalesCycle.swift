internal import WorkspaceModel

/// How long won deals took (domain 2.1).
package struct SalesCycle: Sendable {
  package let median: Metric
  package let mean: Metric
  /// Nine in ten took no longer.
  package let p90: Metric

  /// The deals won in a period, from their first creation to their closing.
  package init(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) {
    let outcomes = Outcomes(lives, in: scope, during: period, mode: .final)
    var evidence = Evidence()
    var days: [Int] = []
    for entry in outcomes.entries where entry.closing.isWon {
      guard let created = entry.life.createdOn else {
        evidence.leaveOut(entry.life.record, "created on an unknown day")
        continue
      }
      guard created <= entry.closing.on else {
        evidence.leaveOut(entry.life.record, "closed before it was created")
        continue
      }
      let length = entry.closing.on.days(since: created)
      days.append(length)
      evidence.use(entry.life.record, "won", days: length, commits: entry.closing.commits)
    }
    let isNothingKnown = evidence.inputs.isEmpty && !evidence.leftOut.isEmpty
    outcomes.leaveOutUndated(&evidence)
    let reason = outcomes.reason ?? (isNothingKnown ? "no cycle is known" : "no deal won in \(period.name)")
    let all = Distribution(days)
    func metric(_ id: String, _ title: String, _ word: String, _ figure: Fraction?) -> Metric {
      evidence.metric(
        MetricDefinition(
          id, title, "\(word) of closed_on − created_on over deals won in \(period.name), first creation counts"),
        .days, Distribution.value(figure, orUnknown: reason))
    }
    median = metric("sales_cycle_median", "Sales cycle, median", "median", all.median)
    mean = metric("sales_cycle_mean", "Sales cycle, mean", "mean", all.mean)
    p90 = metric("sales_cycle_p90", "Sales cycle, P90", "ninetieth percentile", all.p90.map { Fraction($0) })
  }
}
