internal import WorkspaceModel

/// What a won deal is worth (domain 2.1: average deal size, with the median beside it).
package struct DealSize: Sendable {
  /// Σ won amount / won count.
  package let average: Metric
  /// The middle won amount.
  package let median: Metric

  /// The deals won in a period, at their amounts on closing.
  package init(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) {
    let outcomes = Outcomes(lives, in: scope, during: period, mode: .final)
    var evidence = Evidence()
    var amounts: [MoneySum.Unit: [Decimal4]] = [:]
    for entry in outcomes.entries where entry.closing.isWon {
      guard let amount = entry.amount else {
        evidence.leaveOut(entry.life.record, lives.whyUnpriced(entry.closing.amount))
        continue
      }
      amounts[amount.unit, default: []].append(amount.amount)
      evidence.use(entry.life.record, "won", amount, commits: entry.closing.commits)
    }
    let isNothingKnown = evidence.inputs.isEmpty && !evidence.leftOut.isEmpty
    outcomes.leaveOutUndated(&evidence)
    let reason = outcomes.reason ?? (isNothingKnown ? "no amount is known" : "no deal won in \(period.name)")
    let ordered = amounts.sorted { $0.key < $1.key }
    func value(_ figure: ([Decimal4]) -> Fraction?) -> MetricValue {
      let all = ordered.compactMap { unit, amounts in figure(amounts).map { PerUnit(unit: unit, value: $0) } }
      return all.isEmpty ? .unknown(reason) : .money(all)
    }
    average = evidence.metric(
      lives.definition("average_deal_size", "Average deal size", "won amount / won deals, closed in \(period.name)"),
      .money, value { Fraction($0.reduce(.zero, +)) / Fraction($0.count) })
    median = evidence.metric(
      lives.definition("median_deal_size", "Median deal size", "middle amount of deals won in \(period.name)"),
      .money, value { Distribution($0.map(\.tenThousandths)).median.flatMap { $0 / Fraction(10_000) } })
  }
}
