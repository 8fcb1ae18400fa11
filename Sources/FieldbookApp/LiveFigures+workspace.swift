internal import Checks
internal import Intelligence
internal import PipelineMetrics
internal import Site
internal import WorkspaceModel

extension LiveFigures {
  /// The figures that are asked for of a workspace, by all that its files and its history say.
  init(_ queries: [MetricQuery], _ workspace: Workspace, _ timeline: Timeline, _ clock: SiteClock) {
    guard !queries.isEmpty else {
      self = .none
      return
    }
    let zone = WorkspaceZone(workspace.settings.timeZone)
    let lives = DealLives(
      workspace, timeline, clock: MetricClock(clock.asOf) { zone.offsetMinutes(at: $0.seconds) })
    self.init(queries, workspace, timeline, lives) { name in
      ReportPeriods.period(name, on: lives.clock.day, settings: workspace.settings)
    }
  }
}

extension FigureValues {
  /// Figures in the form that checks compare typed ones with.
  init(_ figures: LiveFigures, _ settings: Settings, _ clock: SiteClock) {
    let known = figures.all.filter(\.isAsked).map { ($0.query, FigureValue($0.metric)) }
    self.init(Dictionary(known) { first, _ in first }) { name in
      ReportPeriods.period(name, on: clock.today, settings: settings) != nil
    }
  }
}

extension FigureValue {
  /// Metrics that say how many times one side is in the other.
  private static let multiples: Set<String> = ["coverage", "needed_coverage"]

  fileprivate init(_ metric: Metric) {
    self.init(Self.value(metric), text: ClaimWords.text(metric), n: metric.n)
  }

  private static func value(_ metric: Metric) -> Value {
    switch metric.value {
    case .unknown(let reason): .unknown(reason)
    case .count(let count): .number(Decimal4(count), isDays: metric.unit == .days)
    case .number(let number): .number(number.rounded, isDays: metric.unit == .days)
    case .ratio(let ratio): .share(ratio.numerator, of: ratio.denominator)
    case .money(let amounts):
      .amounts(amounts.map { Money($0.value.rounded, currency: $0.unit.currency, kind: $0.unit.kind) })
    case .moneyRatio(let ratios):
      ratios.count != 1
        ? .several
        : multiples.contains(metric.definition.id)
          ? .multiple(ratios[0].value.numerator, of: ratios[0].value.denominator)
          : .share(ratios[0].value.numerator, of: ratios[0].value.denominator)
    }
  }
}
