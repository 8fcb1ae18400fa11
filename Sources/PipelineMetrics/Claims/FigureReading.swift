internal import WorkspaceModel

/// Works out metrics by name, and keeps what several of them need.
struct FigureReading {
  private let workspace: Workspace
  private let timeline: Timeline
  private let lives: DealLives
  private var rates: StageRates?
  private var contacts: TwoWayContacts?
  /// Lives at the end of other days.
  private var past: [Day: DealLives] = [:]

  init(_ workspace: Workspace, _ timeline: Timeline, _ lives: DealLives) {
    self.workspace = workspace
    self.timeline = timeline
    self.lives = lives
  }

  /// The metric that a query asks for, which has no problems.
  mutating func metric(
    _ name: MetricName, _ query: MetricQuery, _ period: MetricPeriod?, _ names: MetricNames
  ) -> Metric {
    let scope = Self.scope(query)
    switch name {
    case .openPipeline: return open(scope, period).amount
    case .openDeals: return open(scope, period).count
    case .weightedPipeline: return open(scope, period).weighted
    case .singleThreaded:
      let contacts = contacts ?? TwoWayContacts(workspace, clock: lives.clock)
      self.contacts = contacts
      return SingleThreading(lives, workspace, contacts, scope: scope).share
    default: break
    }
    guard let period else { return Self.unknown(name, "the calendar ends there") }
    switch name {
    case .salesVelocity: return SalesVelocity(lives(of: period), during: period, scope: scope).velocity
    case .forecastAccuracy: return forecast(period, scope)?.accuracy ?? Self.unknown(name, Self.noForecast)
    case .forecastError: return forecast(period, scope)?.error ?? Self.unknown(name, Self.noForecast)
    case .netRevenueRetention: return retention(period, scope).net
    case .grossRevenueRetention: return retention(period, scope).gross
    case .logoChurn: return retention(period, scope).logoChurn
    case .revenueChurn: return retention(period, scope).revenueChurn
    case .stageConversion: return flow(query, period, scope, names)?.conversion ?? Self.unknown(name, "no such stage")
    case .stageDuration: return flow(query, period, scope, names)?.median ?? Self.unknown(name, "no such stage")
    default: return dealMetric(name, period, scope)
    }
  }

  /// The metrics of the deals of a period and nothing else.
  private func dealMetric(_ name: MetricName, _ period: MetricPeriod, _ scope: MetricScope) -> Metric {
    switch name {
    case .winRate: WinRate(lives, during: period, scope: scope).count
    case .winRateByValue: WinRate(lives, during: period, scope: scope).value
    case .cohortWinRate: CohortWinRate(lives, createdDuring: period, scope: scope).rate
    case .averageDealSize: DealSize(lives, during: period, scope: scope).average
    case .medianDealSize: DealSize(lives, during: period, scope: scope).median
    case .salesCycle: SalesCycle(lives, during: period, scope: scope).median
    case .salesCycleMean: SalesCycle(lives, during: period, scope: scope).mean
    case .salesCycleP90: SalesCycle(lives, during: period, scope: scope).p90
    case .slippage: Slippage(lives, during: period, scope: scope).count
    case .slippageByValue: Slippage(lives, during: period, scope: scope).value
    case .pushCount: Pushes(lives, during: period, scope: scope).count
    case .skipRate: StageMoves(lives, during: period, scope: scope).skips
    case .regressionRate: StageMoves(lives, during: period, scope: scope).regressions
    case .bookings: Bookings(lives, during: period, scope: scope).amount
    case .wonDeals: Bookings(lives, during: period, scope: scope).count
    case .coverage: Coverage(lives, of: period, scope: scope).coverage
    case .neededCoverage: Coverage(lives, of: period, scope: scope, experience: period).needed
    case .quotaAttainment: QuotaAttainment(lives, during: period, scope: scope).attainment
    case .quotaPace: QuotaAttainment(lives, during: period, scope: scope).pace
    case .openPipeline, .openDeals, .weightedPipeline, .singleThreaded, .salesVelocity, .forecastAccuracy,
      .forecastError, .netRevenueRetention, .grossRevenueRetention, .logoChurn, .revenueChurn, .stageConversion,
      .stageDuration:
      preconditionFailure("\(name.rawValue) needs more than deals")
    }
  }

  private mutating func open(_ scope: MetricScope, _ period: MetricPeriod?) -> OpenPipeline {
    let rates = rates ?? StageRates(lives)
    self.rates = rates
    return OpenPipeline(lives, scope: scope, closing: period, rates: rates)
  }

  private func retention(_ period: MetricPeriod, _ scope: MetricScope) -> RevenueRetention {
    RevenueRetention(
      workspace, timeline, clock: lives.clock, during: period, scope: scope, conversion: lives.conversion)
  }

  private func flow(
    _ query: MetricQuery, _ period: MetricPeriod, _ scope: MetricScope, _ names: MetricNames
  ) -> StageFlow? {
    guard let stage = query[.stage], let pipeline = names.pipelines(having: stage, of: query).first else { return nil }
    let workflow =
      workspace.workflows.first { $0.workflowID == pipeline }
      ?? lives.lives.first { $0.workflow.workflowID == pipeline }?.workflow
    return workflow.flatMap { workflow in
      StageFlow.flows(lives, of: workflow, during: period, scope: scope).first { $0.stage == stage }
    }
  }

  /// What a finished period left open is asked of its last day.
  private mutating func lives(of period: MetricPeriod) -> DealLives {
    let last = period.end.adding(days: -1)
    guard last < lives.clock.day else { return lives }
    if let known = past[last] { return known }
    let made = DealLives(workspace, timeline, clock: lives.clock.atEnd(of: last), conversion: lives.conversion)
    past[last] = made
    return made
  }

  // MARK: Forecasts

  private static let noForecast = "no forecast of a finished period can be had"

  /// How good the forecast was that stood two weeks into a period, by what was known then.
  private func forecast(_ period: MetricPeriod, _ scope: MetricScope) -> ForecastAccuracy? {
    guard period.end <= lives.clock.day else { return nil }
    let then = DealLives(
      workspace, timeline, clock: lives.clock.asKnown(atEndOf: ForecastSnapshot.lockDay(of: period)),
      conversion: lives.conversion)
    guard then.reasonForNone == nil else { return nil }
    return ForecastAccuracy(ForecastSnapshot(then, for: period, scope: scope), lives)
  }

  // MARK: Queries

  private static func scope(_ query: MetricQuery) -> MetricScope {
    func set(_ filter: MetricFilter) -> Set<String>? { query[filter].map { [$0] } }
    return MetricScope(
      people: set(.owner), teams: set(.team), segments: query[.segment].flatMap(Customer.Segment.init).map { [$0] },
      customers: set(.customer), pipelines: set(.pipeline), competitors: set(.competitor))
  }

  private static func unknown(_ name: MetricName, _ reason: String) -> Metric {
    Evidence().metric(MetricDefinition(name.rawValue, name.rawValue, reason), .share, .unknown(reason))
  }
}
