internal import WorkspaceModel

/// Whether the pipeline is large enough for what is still missing of a target (domain 2.1).
package struct Coverage: Sendable {
  /// Open pipeline with close_on in the period / (quota − closed won in it so far).
  package let coverage: Metric
  /// What is needed by experience: 1 / win rate by value of the deals closed before the clock's day.
  package let needed: Metric

  /// The coverage of a period; `experience` is the period whose win rate tells what is needed.
  package init(
    _ lives: DealLives, of period: MetricPeriod, scope: MetricScope = .all, experience: MetricPeriod? = nil
  ) {
    let quotas = Quotas(lives, in: scope, for: period, measure: "bookings")
    let won = WonCredit(lives, during: period, scope: scope)
    let open = OpenDeals(lives, in: scope, on: lives.clock.day, closing: period)
    var evidence = quotas.evidence
    evidence.add(won.amount)
    var sum = MoneySum()
    for entry in open.entries {
      guard let amount = entry.amount, quotas.sum[amount.unit] != nil else {
        let reason = entry.amount.map { "no target in \($0.unit.text("amounts of"))" }
        evidence.leaveOut(entry.life.record, reason ?? lives.whyUnpriced(entry.state.amount))
        continue
      }
      sum.add(amount)
      evidence.use(entry.life.record, "open", amount, commits: entry.life.commits(on: lives.clock.day))
    }
    for life in open.undated { evidence.leaveOut(life.record, "no close date") }
    var ratios: [PerUnit<Ratio>] = []
    for (unit, quota) in quotas.sum.sums {
      let missing = quota - (won.sum[unit] ?? .zero)
      guard missing > .zero, let ratio = Ratio(sum[unit] ?? .zero, of: missing) else { continue }
      ratios.append(PerUnit(unit: unit, value: ratio))
    }
    let reason = quotas.reason ?? open.reason ?? "target met"
    coverage = evidence.metric(
      lives.definition(
        "coverage", "Coverage",
        "open pipeline with close_on in \(period.name) / (quota − closed won in it so far); managers' quotas are those of "
          + "their reports"), .share,
      ratios.isEmpty || open.reason != nil ? .unknown(reason) : .moneyRatio(ratios),
      n: evidence.inputs.count { $0.part == "open" })
    let past = experience ?? MetricPeriod.last(365, through: lives.clock.day)
    var rate = WinRate(lives, during: past, scope: scope).value
    rate.definition = lives.definition(
      "needed_coverage", "Needed coverage", "1 / win rate by value of \(past.name)")
    if case .moneyRatio(let shares) = rate.value {
      let inverse = shares.compactMap { share in
        Ratio(share.value.denominator, of: share.value.numerator).map { PerUnit(unit: share.unit, value: $0) }
      }
      rate.value = inverse.isEmpty ? .unknown("nothing was won in \(past.name)") : .moneyRatio(inverse)
    }
    needed = rate
  }
}
