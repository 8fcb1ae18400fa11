internal import WorkspaceModel

/// How much of what was to close in a period moved out of it (domain 2.1).
package struct Slippage: Sendable {
  /// Slipped deals / deals dated in the period when it began.
  package let count: Metric
  /// Their amounts when it began / the amounts of all of them.
  package let value: Metric

  /// Deals open and dated in the period at its start, by their state at its end or at the clock's day.
  package init(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) {
    let end = min(lives.clock.day, period.end.adding(days: -1))
    let start = OpenDeals(lives, in: scope, on: period.eve, closing: period)
    var (counted, valued) = (Evidence(), Evidence())
    var (slipped, all) = (MoneySum(), MoneySum())
    for entry in start.entries {
      let now = entry.life.state(on: end)
      if !now.exists {
        counted.leaveOut(entry.life.record, "removed")
        valued.leaveOut(entry.life.record, "removed")
        continue
      }
      let hasSlipped = now.isOpen && now.closeOn.map { $0 >= period.end } ?? false
      if now.isOpen, now.closeOn == nil {
        counted.leaveOut(entry.life.record, "no close date any more")
        valued.leaveOut(entry.life.record, "no close date any more")
        continue
      }
      let part = hasSlipped ? "slipped" : "held"
      counted.use(entry.life.record, part, entry.amount, commits: entry.life.commits(on: end))
      guard let amount = entry.amount else {
        valued.leaveOut(entry.life.record, lives.whyUnpriced(entry.state.amount))
        continue
      }
      all.add(amount)
      if hasSlipped { slipped.add(amount) }
      valued.use(entry.life.record, part, amount, commits: entry.life.commits(on: end))
    }
    let reason = start.reason ?? "no open deal was dated in \(period.name) when it began"
    let words = "open deals dated in \(period.name) when it began, neither closed in it nor dated before its end now"
    count = counted.metric(
      MetricDefinition("slippage", "Slippage", "\(words) / all open deals dated in it when it began"), .share,
      Ratio(counted.inputs.count { $0.part == "slipped" }, of: counted.inputs.count).map(MetricValue.ratio)
        ?? .unknown(reason))
    let ratios = slipped.ratios(of: all)
    value = valued.metric(
      lives.definition("slippage_value", "Slippage by value", "the same by amounts at the start of \(period.name)"),
      .share,
      ratios.isEmpty ? .unknown(counted.inputs.isEmpty ? reason : "no amount is known") : .moneyRatio(ratios))
  }
}
