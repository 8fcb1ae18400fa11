import PipelineMetrics
import Testing
import WorkspaceModel

/// Each metric that there is, for properties that hold for all of them.
enum EveryMetric {
  static func all(
    _ workspace: Workspace, _ timeline: Timeline, clock: MetricClock, during period: MetricPeriod,
    scope: MetricScope = .all, conversion: ConversionTable? = nil
  ) -> [Metric] {
    let lives = DealLives(workspace, timeline, clock: clock, conversion: conversion)
    return deals(lives, during: period, scope: scope)
      + others(workspace, timeline, lives, during: period, scope: scope, conversion: conversion)
  }

  static func deals(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) -> [Metric] {
    let open = OpenPipeline(lives, scope: scope)
    let dated = OpenPipeline(lives, scope: scope, closing: period)
    let rates = OutcomeMode.allCases.map { WinRate(lives, during: period, scope: scope, mode: $0) }
    let cohort = CohortWinRate(lives, createdDuring: period, scope: scope)
    let size = DealSize(lives, during: period, scope: scope)
    let cycle = SalesCycle(lives, during: period, scope: scope)
    let flows = StageFlow.flows(lives, of: .standard, during: period, scope: scope)
    let moves = StageMoves(lives, during: period, scope: scope)
    let slippage = Slippage(lives, during: period, scope: scope)
    let pushes = Pushes(lives, during: period, scope: scope)
    let bookings = Bookings(lives, during: period, scope: scope)
    let accuracy = ForecastAccuracy(ForecastSnapshot(lives, for: period, scope: scope), lives)
    let quota = QuotaAttainment(lives, during: period, scope: scope)
    let coverage = Coverage(lives, of: period, scope: scope)
    let velocities = SalesVelocity.Cycle.allCases.map {
      SalesVelocity(lives, during: period, scope: scope, cycle: $0).velocity
    }
    let waterfall = PipelineWaterfall(lives, during: period, scope: scope)
    return [open.amount, open.weighted, open.count, dated.amount, dated.weighted]
      + rates.flatMap { [$0.count, $0.value] } + [cohort.rate, cohort.unresolved, size.average, size.median]
      + [cycle.median, cycle.mean, cycle.p90] + velocities + flows.flatMap { [$0.conversion, $0.median, $0.mean] }
      + [moves.skips, moves.regressions, slippage.count, slippage.value, pushes.count, pushes.days]
      + [accuracy.error, accuracy.accuracy, accuracy.hitRate, bookings.amount, bookings.count]
      + [quota.attainment, quota.pace, coverage.coverage, coverage.needed] + waterfall.lines.map(\.metric)
  }

  private static func others(
    _ workspace: Workspace, _ timeline: Timeline, _ lives: DealLives, during period: MetricPeriod, scope: MetricScope,
    conversion: ConversionTable?
  ) -> [Metric] {
    let clock = lives.clock
    let contacts = TwoWayContacts(workspace, clock: clock)
    let retention = RevenueRetention(
      workspace, timeline, clock: clock, during: period, scope: scope, conversion: conversion)
    let freshness = DataFreshness(workspace, clock: clock)
    let response = AlertResponse(workspace, clock: clock, during: period)
    let health = HealthReading(workspace, clock: clock)
    return [retention.net, retention.gross, retention.logoChurn, retention.revenueChurn]
      + freshness.sources.flatMap { [$0.syncAge, $0.dataAge, $0.completeness] }
      + [freshness.profileAge, SingleThreading(lives, workspace, contacts, scope: scope).share]
      + [response.acknowledgement.median, response.acknowledgement.p90, response.action.median, response.action.p90]
      + [response.withinAgreed, AlertPrecision(workspace, clock: clock, during: period).precision]
      + workspace.customers.map { ActivityRecency($0, contacts, clock: clock).days }
      + workspace.customers.compactMap { health.score(of: $0.slug)?.metric }
  }
}
