internal import WorkspaceModel

/// Tells for each step in the life of a deal on which line of the waterfall it belongs.
struct WaterfallReading {
  private let lives: DealLives
  private let scope: MetricScope
  private let closing: MetricPeriod?
  private let category: Deal.Category?
  private(set) var evidence: [PipelineWaterfall.Line: Evidence] = [:]
  private(set) var sums: [PipelineWaterfall.Line: MoneySum] = [:]

  init(_ lives: DealLives, scope: MetricScope, closing: MetricPeriod?, category: Deal.Category?) {
    self.lives = lives
    self.scope = scope
    self.closing = closing
    self.category = category
  }

  /// Takes what happened to a deal after one day and up to another one.
  mutating func take(_ life: DealLife, after eve: Day, through end: Day) {
    if life.isClosedUndated {
      evidence[.openStart, default: Evidence()].leaveOut(life.record, "closed on an unknown day")
      return
    }
    let start = life.state(on: eve)
    if isIn(start, life) {
      add(.openStart, lives.priced(start.amount), life, life.commits(on: eve), start.amount)
    }
    if life.hasChanges(after: eve, through: end) {
      for step in life.steps where step.on > eve && step.on <= end { take(step, of: life) }
    }
    // By the fields themselves and not by the steps: the one has to confirm the other.
    let last = life.state(on: max(eve, end))
    if isIn(last, life) {
      add(.openEnd, lives.priced(last.amount), life, life.commits(on: end), last.amount)
    }
  }

  private mutating func take(_ step: DealStep, of life: DealLife) {
    let (before, after) = (lives.priced(step.before.amount), lives.priced(step.after.amount))
    let commits = [step.commit ?? life.newestCommit]
    switch (isIn(step.before, life), isIn(step.after, life)) {
    case (false, false): break
    case (false, true): add(arrival(step), after, life, commits, step.after.amount)
    case (true, false): add(departure(step), before, life, commits, step.before.amount)
    case (true, true):
      guard before != after else { break }
      if let before, let after, before.unit != after.unit {
        add(.movedOut, before, life, commits, nil)
        add(.movedIn, after, life, commits, nil)
        break
      }
      guard let unit = (after ?? before)?.unit else { break }
      let change = (after?.amount ?? .zero) - (before?.amount ?? .zero)
      let amount = Money(
        change < .zero ? .zero - change : change, currency: unit.currency, kind: unit.kind)
      add(change < .zero ? .decreased : .increased, amount, life, commits, nil)
    }
  }

  private func arrival(_ step: DealStep) -> PipelineWaterfall.Line {
    switch step.cause {
    case .created: step.isDated ? .created : .movedIn
    case .opening: step.before.isOpen ? .movedIn : .reopened
    case .closeDay: .pulledIn
    default: .movedIn
    }
  }

  private func departure(_ step: DealStep) -> PipelineWaterfall.Line {
    switch step.cause {
    case .closing: step.after.stage == "closed_won" ? .won : .lost
    case .closeDay: .pushedOut
    case .removed: .removed
    default: .movedOut
    }
  }

  private func isIn(_ state: DealState, _ life: DealLife) -> Bool {
    guard state.isOpen, lives.credits(scope, state.owner) else { return false }
    if let closing, !(state.closeOn.map(closing.contains) ?? false) { return false }
    guard let category else { return true }
    return (state.category ?? state.stage.flatMap { life.workflow.stage($0) }?.category) == category
  }

  private mutating func add(
    _ line: PipelineWaterfall.Line, _ amount: Money?, _ life: DealLife, _ commits: [String?], _ stated: Money?
  ) {
    sums[line, default: MoneySum()].add(amount)
    if let amount {
      evidence[line, default: Evidence()].use(life.record, line.rawValue, amount, commits: commits)
    } else {
      evidence[line, default: Evidence()].leaveOut(life.record, lives.whyUnpriced(stated))
    }
  }
}
