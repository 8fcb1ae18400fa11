package import WorkspaceModel

/// Cycle, win rate and forecast accuracy over the quarters on record, each beside its own beginning and two naive guesses.
package struct BusinessImpact: Sendable {
  /// The series of one workflow.
  package struct Lane: Sendable {
    package let workflow: Workflow
    /// One a measure, in their order.
    package let series: [QuarterSeries]
  }

  package let quarters: RecordedQuarters
  /// One a workflow that ever had a deal.
  package let lanes: [Lane]
  /// Quarters that are over, oldest first: the first two on record, and the last eight.
  package let forecasts: [ForecastQuarter]

  /// So many quarters that are over have their forecast looked at.
  private static let forecastQuarters = 8

  /// Works all series out; `frozen` are snapshots that somebody kept, by the name of their quarter.
  package init(
    _ lives: DealLives, _ workspace: Workspace, _ timeline: Timeline, workflows: [Workflow],
    frozen: [String: ForecastSnapshot] = [:]
  ) {
    let quarters = RecordedQuarters(lives)
    self.quarters = quarters
    lanes = workflows.map { workflow in
      let scope = MetricScope(pipelines: [workflow.workflowID])
      return Lane(
        workflow: workflow,
        series: QuarterSeries.Measure.allCases.map { QuarterSeries($0, lives, quarters, scope: scope) })
    }
    let full = quarters.full
    let wanted = full.indices.filter {
      $0 < QuarterSeries.baselineQuarters || $0 >= full.count - Self.forecastQuarters
    }
    // Each quarter goes back in time twice, which would copy all that happened to anything.
    let history = DealLivesReading.narrowed(timeline)
    forecasts = wanted.map { place in
      ForecastQuarter(full[place], lives, workspace, history, frozen: frozen[full[place].name])
    }
  }

  /// Currencies and kinds in which a quarter that is over brought something, in their order.
  package var units: [MoneySum.Unit] { Set(forecasts.flatMap(\.units)).sorted() }

  /// The accuracy of the first quarters on record that have one, in one currency and kind; nil until another follows.
  package func baseline(in unit: MoneySum.Unit) -> (quarters: [MetricPeriod], number: Fraction)? {
    let known = forecasts.compactMap { quarter in
      quarter.accuracy(in: unit).map { (period: quarter.period, number: $0.fraction) }
    }
    let first = known.prefix(QuarterSeries.baselineQuarters)
    guard first.count == QuarterSeries.baselineQuarters, known.count > first.count,
      let mean = first.reduce(Fraction.zero, { $0 + $1.number }) / Fraction(first.count)
    else { return nil }
    return (first.map(\.period), mean)
  }
}
