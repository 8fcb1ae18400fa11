internal import WorkspaceModel

/// How much of what closed in a period was won (domain 2.1).
package struct WinRate: Sendable {
  /// won / (won + lost).
  package let count: Metric
  /// Won amount / (won + lost amount), each at its close.
  package let value: Metric

  /// The rate of deals that closed in a period.
  package init(
    _ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all, mode: OutcomeMode = .final
  ) {
    let outcomes = Outcomes(lives, in: scope, during: period, mode: mode)
    var (counted, valued) = (Evidence(), Evidence())
    var (won, all) = (MoneySum(), MoneySum())
    for entry in outcomes.entries {
      let part = entry.closing.isWon ? "won" : "lost"
      counted.use(entry.life.record, part, entry.amount, commits: entry.closing.commits)
      guard let amount = entry.amount else {
        valued.leaveOut(entry.life.record, lives.whyUnpriced(entry.closing.amount))
        continue
      }
      all.add(amount)
      if entry.closing.isWon { won.add(amount) }
      valued.use(entry.life.record, part, amount, commits: entry.closing.commits)
    }
    outcomes.leaveOutUndated(&counted)
    outcomes.leaveOutUndated(&valued)
    let reason = outcomes.reason ?? "no deal closed in \(period.name)"
    count = counted.metric(
      MetricDefinition(
        "win_rate", "Win rate", "won / (won + lost) of deals closed in \(period.name); \(mode.words)"), .share,
      Ratio(counted.inputs.count { $0.part == "won" }, of: counted.inputs.count).map(MetricValue.ratio)
        ?? .unknown(reason))
    let ratios = won.ratios(of: all)
    value = valued.metric(
      lives.definition(
        "win_rate_value", "Win rate by value",
        "won amount / (won + lost amount) of deals closed in \(period.name), at their amounts on closing; \(mode.words)"
      ),
      .share,
      ratios.isEmpty
        ? .unknown(counted.inputs.isEmpty ? reason : "no amount is known") : .moneyRatio(ratios))
  }
}
