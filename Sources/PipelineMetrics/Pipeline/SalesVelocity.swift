internal import WorkspaceModel

/// What a pipeline yields a day (domain 2.1): all four factors from one scope and period.
package struct SalesVelocity: Sendable {
  /// Which length of the cycle divides.
  package enum Cycle: String, Hashable, Sendable, CaseIterable { case mean, median }

  package let velocity: Metric
  /// The first of the factors; the others are metrics of their own.
  package let openQualified: Int

  /// Open qualified deals × win rate × average won amount / cycle days.
  package init(
    _ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all, cycle: Cycle = .median
  ) {
    let rate = WinRate(lives, during: period, scope: scope).count
    let size = DealSize(lives, during: period, scope: scope).average
    let cycles = SalesCycle(lives, during: period, scope: scope)
    let length = cycle == .mean ? cycles.mean : cycles.median
    var evidence = Evidence()
    for entry in OpenDeals(lives, in: scope, on: lives.clock.day).entries {
      guard let stage = entry.state.stage else {
        evidence.leaveOut(entry.life.record, "open in an unknown stage")
        continue
      }
      guard let place = entry.life.place(of: stage) else { continue }
      // Where a workflow has no such stage, everything behind its first one is qualified.
      let threshold = entry.life.place(of: "qualification") ?? 1
      if place >= threshold {
        evidence.use(entry.life.record, "open", entry.amount, commits: [entry.life.newestCommit])
      }
    }
    openQualified = evidence.inputs.count
    for metric in [rate, size, length] { evidence.add(metric) }
    let definition = lives.definition(
      "sales_velocity", "Sales velocity",
      "open deals from Qualification on × win rate × average won amount / \(cycle.rawValue) cycle in days, of "
        + "\(period.name)")
    var value = MetricValue.unknown(rate.reason ?? size.reason ?? length.reason ?? "the cycle is 0 days")
    if let share = rate.ratio?.fraction, case .money(let sizes) = size.value, let days = length.number,
      let perDay = (Fraction(openQualified) * share) / days
    {
      value = .money(sizes.map { PerUnit(unit: $0.unit, value: $0.value * perDay) })
      // One rate and one number of deals cannot be shared out among currencies and kinds.
      if sizes.count > 1 { value = .unknown("won deals have several currencies or kinds of amount") }
    }
    velocity = evidence.metric(
      definition, .moneyPerDay, value, n: rate.n, unknown: rate.unknown + size.unknown + length.unknown)
  }
}
