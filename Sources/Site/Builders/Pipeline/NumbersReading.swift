internal import PipelineMetrics
internal import WorkspaceModel

/// Asks every metric for both quarters.
struct NumbersReading {
  typealias Group = NumbersLane.FigureGroup
  typealias Figure = NumbersLane.Figure

  let lives: DealLives
  /// The lives by the last day of the last quarter.
  let past: DealLives
  let quarter: MetricPeriod
  let before: MetricPeriod
  /// Odds as observed over all deals, counted once.
  let rates: StageRates

  /// What concerns targets, over all deals.
  func target() -> NumbersLane {
    let coverage = Coverage(lives, of: quarter)
    let (now, then) = (QuotaAttainment(lives, during: quarter), QuotaAttainment(lives, during: before))
    let (booked, bookedThen) = (Bookings(lives, during: quarter), Bookings(lives, during: before))
    let group = Group(
      slug: "target", title: "Target",
      figures: [
        figure("Bookings", "bookings", booked.amount, bookedThen.amount),
        figure("Attainment", "attainment", now.attainment, then.attainment),
        figure("Pace", "pace", now.pace, nil), figure("Coverage", "coverage", coverage.coverage, nil),
        figure("Coverage needed", "needed", coverage.needed, nil),
      ])
    return NumbersLane(id: "all", title: "Target", groups: [group], lead: open(.all), funnel: [], waterfall: nil)
  }

  /// All figures of a workflow.
  func lane(_ workflow: Workflow) -> NumbersLane {
    let scope = MetricScope(pipelines: [workflow.workflowID])
    return NumbersLane(
      id: workflow.workflowID, title: workflow.title,
      groups: [open(scope), outcome(scope), won(scope), pace(scope), dates(scope), moves(scope)],
      lead: nil, funnel: funnel(workflow), waterfall: PipelineWaterfall(lives, during: quarter, scope: scope))
  }

  /// A figure of both quarters.
  func figure(_ label: String, _ anchor: String, _ now: Metric, _ before: Metric?) -> Figure {
    Figure(label: label, anchor: anchor, now: now, before: before)
  }

  private func open(_ scope: MetricScope) -> Group {
    let now = OpenPipeline(lives, scope: scope, rates: rates)
    let due = OpenPipeline(lives, scope: scope, closing: quarter, rates: rates)
    return Group(
      slug: "open", title: "Open",
      figures: [
        figure("Open deals", "deals", now.count, nil), figure("Open pipeline", "amount", now.amount, nil),
        figure("Weighted by odds", "weighted", now.weighted, nil),
        figure("To close this quarter", "due", due.amount, nil),
        figure("The same, weighted", "due-weighted", due.weighted, nil),
      ])
  }

  private func outcome(_ scope: MetricScope) -> Group {
    func rate(_ period: MetricPeriod, _ mode: OutcomeMode) -> WinRate {
      WinRate(lives, during: period, scope: scope, mode: mode)
    }
    let (final, finalThen) = (rate(quarter, .final), rate(before, .final))
    let (event, eventThen) = (rate(quarter, .event), rate(before, .event))
    return Group(
      slug: "win-rate", title: "Win rate",
      figures: [
        figure("By count", "count", final.count, finalThen.count),
        figure("By value", "value", final.value, finalThen.value),
        figure("By count, every outcome", "count-events", event.count, eventThen.count),
        figure("By value, every outcome", "value-events", event.value, eventThen.value),
      ])
  }

  private func won(_ scope: MetricScope) -> Group {
    let (booked, bookedThen) = (
      Bookings(lives, during: quarter, scope: scope), Bookings(lives, during: before, scope: scope)
    )
    let (size, sizeThen) = (
      DealSize(lives, during: quarter, scope: scope), DealSize(lives, during: before, scope: scope)
    )
    return Group(
      slug: "won", title: "Won",
      figures: [
        figure("Won deals", "deals", booked.count, bookedThen.count),
        figure("Bookings", "bookings", booked.amount, bookedThen.amount),
        figure("Average deal", "average", size.average, sizeThen.average),
        figure("Median deal", "median", size.median, sizeThen.median),
      ])
  }

  private func pace(_ scope: MetricScope) -> Group {
    let (cycle, cycleThen) = (
      SalesCycle(lives, during: quarter, scope: scope), SalesCycle(lives, during: before, scope: scope)
    )
    return Group(
      slug: "speed", title: "Speed",
      figures: [
        figure("Cycle, median", "cycle-median", cycle.median, cycleThen.median),
        figure("Cycle, mean", "cycle-mean", cycle.mean, cycleThen.mean),
        figure("Nine in ten within", "cycle-p90", cycle.p90, cycleThen.p90),
        figure(
          "Velocity", "velocity", SalesVelocity(lives, during: quarter, scope: scope).velocity,
          SalesVelocity(past, during: before, scope: scope).velocity),
      ])
  }
}
