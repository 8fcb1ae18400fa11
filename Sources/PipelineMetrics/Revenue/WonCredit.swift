internal import WorkspaceModel

/// What a scope is credited with in a period: all of a win to its owner at the time, unless its credit is split.
struct WonCredit {
  let amount: Metric
  /// For other formulas.
  let sum: MoneySum

  init(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) {
    var evidence = Evidence()
    var sum = MoneySum()
    let (scoped, today) = (lives.lives(in: scope), lives.clock.day)
    for life in scoped {
      if life.isClosedUndated, life.stages.last == "closed_won",
        lives.share(of: life, owner: life.owners.last, scope) > .zero
      {
        evidence.leaveOut(life.record, "won on an unknown day")
      }
      for closing in life.closings where closing.isWon {
        let share = lives.share(of: life, owner: closing.owner, scope)
        guard share > .zero else { continue }
        let whole = lives.priced(closing.amount, closedOn: closing.on)
        let amount = whole.map { money in
          let part = Fraction(money.amount) * Fraction(share) * (Fraction(1, over: 100) ?? .zero)
          return Money(part.rounded, currency: money.currency, kind: money.kind)
        }
        if period.contains(closing.on), closing.on <= today {
          guard let amount else {
            evidence.leaveOut(life.record, lives.whyUnpriced(closing.amount))
            continue
          }
          sum.add(amount)
          evidence.use(
            life.record, share == Decimal4(100) ? "won" : "split credit", amount, commits: closing.commits)
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
        "won_credit", "Won credit",
        "sum of the amounts with closed_on in \(period.name), each by the share of its credit; a win that is undone counts "
          + "against the period of that day"), .money,
      reason.map(MetricValue.unknown) ?? (nothing ? .unknown("no amount is known") : sum.value(orUnknown: "")))
  }
}

extension DealLives {
  /// How much of a win a scope is credited with, in percent.
  func share(of life: DealLife, owner: String?, _ scope: MetricScope) -> Decimal4 {
    if scope.people == nil, scope.teams == nil { return Decimal4(100) }
    guard Deal.isWhole(life.credit) else { return credits(scope, owner) ? Decimal4(100) : .zero }
    return life.credit.filter { credits(scope, $0.person) }.reduce(Decimal4.zero) { $0 + $1.share }
  }
}
