internal import WorkspaceModel

/// What is open at the end of the clock's day, raw and by odds (domain 2.1: open and weighted pipeline).
package struct OpenPipeline: Sendable {
  /// Whose odds a deal was weighted by.
  package enum Odds: String, Hashable, Sendable { case owner, observed, standard }

  /// Σ amount.
  package let amount: Metric
  /// Σ amount × odds.
  package let weighted: Metric
  /// How many deals are open, with or without an amount.
  package let count: Metric
  /// How many were weighted by whose odds; standard ones are to be flagged.
  package let odds: [Odds: Int]

  /// The open deals of a scope; with a period, those that are to close in it.
  ///
  /// Odds are the owner's, else those observed where enough deals reached the stage, else those of the workflow.
  package init(
    _ lives: DealLives, scope: MetricScope = .all, closing period: MetricPeriod? = nil, rates: StageRates? = nil
  ) {
    let rates = rates ?? StageRates(lives)
    let open = OpenDeals(lives, in: scope, on: lives.clock.day, closing: period)
    var (raw, byOdds, all) = (Evidence(), Evidence(), Evidence())
    var (sum, weightedSum) = (MoneySum(), MoneySum())
    var odds: [Odds: Int] = [:]
    for entry in open.entries {
      let commits = entry.life.commits(on: lives.clock.day)
      all.use(entry.life.record, "open", entry.amount, commits: commits)
      guard let amount = entry.amount else {
        raw.leaveOut(entry.life.record, lives.whyUnpriced(entry.state.amount))
        byOdds.leaveOut(entry.life.record, lives.whyUnpriced(entry.state.amount))
        continue
      }
      sum.add(amount)
      raw.use(entry.life.record, "open", amount, commits: commits)
      guard let (chance, source) = Self.odds(of: entry, rates) else {
        byOdds.leaveOut(entry.life.record, "no odds")
        continue
      }
      odds[source, default: 0] += 1
      let share = Money((Fraction(amount.amount) * chance).rounded, currency: amount.currency, kind: amount.kind)
      weightedSum.add(share)
      byOdds.use(entry.life.record, source.rawValue, share, commits: commits)
    }
    for life in open.undated {
      for reason in ["no close date"] {
        raw.leaveOut(life.record, reason)
        byOdds.leaveOut(life.record, reason)
        all.leaveOut(life.record, reason)
      }
    }
    let place = period.map { " with close_on in \($0.name)" } ?? ""
    let sums = raw.leftOut.count > 0 && raw.inputs.isEmpty
    amount = raw.metric(
      lives.definition("open_pipeline", "Open pipeline", "sum of the amounts of open deals\(place)"), .money,
      open.reason.map(MetricValue.unknown) ?? (sums ? .unknown("no amount is known") : sum.value(orUnknown: "")))
    let nothing = byOdds.inputs.isEmpty && !byOdds.leftOut.isEmpty
    weighted = byOdds.metric(
      lives.definition(
        "weighted_pipeline", "Weighted pipeline",
        "sum of amount × odds of open deals\(place); odds are the owner's, else the observed share of deals that "
          + "reached the stage and were won (from \(StageRates.enough) on), else the workflow's"), .money,
      open.reason.map(MetricValue.unknown)
        ?? (nothing ? .unknown("no weighted amount is known") : weightedSum.value(orUnknown: "")))
    count = all.metric(
      MetricDefinition("open_deals", "Open deals", "deals that are neither won nor lost\(place)"), .deals,
      open.reason.map(MetricValue.unknown) ?? .count(all.inputs.count))
    self.odds = odds
  }

  private static func odds(of entry: OpenDeals.Entry, _ rates: StageRates) -> (Fraction, Odds)? {
    if let own = entry.state.probability { return (Fraction(own), .owner) }
    guard let stage = entry.state.stage else { return nil }
    if let observed = rates.observed(stage, in: entry.life.workflow.workflowID) { return (observed, .observed) }
    return entry.life.workflow.stage(stage)?.probability.map { (Fraction($0), .standard) }
  }
}
