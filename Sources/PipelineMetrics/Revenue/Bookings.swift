internal import WorkspaceModel

/// The value signed in a period (domain 2.1).
package struct Bookings: Sendable {
  /// Σ amount with closed_on in the period; a win undone later counts against the period in which it was undone.
  package let amount: Metric
  /// Deals won in the period.
  package let count: Metric
  /// For other formulas.
  let sum: MoneySum

  /// What was signed in a period, up to the clock's day.
  package init(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) {
    var evidence = Evidence()
    var sum = MoneySum()
    let scoped = lives.lives(in: scope)
    let today = lives.clock.day
    for life in scoped {
      if life.isClosedUndated, life.stages.last == "closed_won", lives.credits(scope, life.owners.last) {
        evidence.leaveOut(life.record, "won on an unknown day")
      }
      for closing in life.closings where closing.isWon && lives.credits(scope, closing.owner) {
        let amount = lives.priced(closing.amount, closedOn: closing.on)
        if period.contains(closing.on), closing.on <= today {
          guard let amount else {
            evidence.leaveOut(life.record, lives.whyUnpriced(closing.amount))
            continue
          }
          sum.add(amount)
          evidence.use(life.record, "won", amount, commits: closing.commits)
        }
        if let undone = closing.undoneOn, period.contains(undone), undone <= today, let amount {
          sum.add(amount.negated)
          evidence.use(life.record, "undone", amount.negated, commits: [life.newestCommit])
        }
      }
    }
    let reason = lives.reasonForNone ?? (scoped.isEmpty ? "no deals in scope" : nil)
    self.sum = sum
    let nothing = evidence.inputs.isEmpty && !evidence.leftOut.isEmpty
    amount = evidence.metric(
      lives.definition(
        "bookings", "Bookings",
        "sum of the amounts with closed_on in \(period.name); a win that is undone counts against the period of that day"
      ),
      .money,
      reason.map(MetricValue.unknown) ?? (nothing ? .unknown("no amount is known") : sum.value(orUnknown: "")))
    let won = evidence.inputs.count { $0.part == "won" }
    count = evidence.metric(
      MetricDefinition("won_deals", "Won deals", "deals with closed_on in \(period.name)"), .deals,
      reason.map(MetricValue.unknown) ?? .count(won), n: won)
  }
}
