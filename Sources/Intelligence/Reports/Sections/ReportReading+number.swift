internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Bookings, the range of the forecast, and how good earlier forecasts were.
  func number() -> SectionData {
    var section = SectionData("number", ["label", "value"], none: lives.reasonForNone ?? "no fiscal quarter")
    guard lives.reasonForNone == nil, let quarter else { return section }
    if period != quarter {
      let month = Bookings(lives, during: period, scope: scope).amount
      section.note(month)
      section.add(month, "Bookings \(inPeriod)", ReportWords.figure(month))
    }
    addRange(quarter, to: &section)
    addAccuracy(to: &section)
    return section
  }

  /// Floor, expected and ceiling of the quarter, with the error of the last one.
  func forecastRange() -> SectionData {
    var section = SectionData("range", ["label", "value"], none: lives.reasonForNone ?? "no fiscal quarter")
    guard lives.reasonForNone == nil, let quarter else { return section }
    addRange(quarter, to: &section)
    addAccuracy(to: &section)
    return section
  }

  private func addRange(_ quarter: MetricPeriod, to section: inout SectionData) {
    let won = Bookings(lives, during: quarter, scope: scope).amount
    let open = OpenPipeline(lives, scope: scope, closing: quarter, rates: sources.rates)
    let snapshot = ForecastSnapshot(lives, for: quarter, scope: scope)
    for metric in [won, open.amount, open.weighted] { section.note(metric) }
    section.add(won, "Won in \(quarter.name) so far", ReportWords.figure(won))
    let certain = snapshot.entries.filter { $0.category == .commit || $0.category == .closed }.map(\.record)
    section.add(certain, "Floor (won and commit)", ReportWords.sums(snapshot.forecast))
    section.add(open.weighted, "Expected (won and weighted)", ReportWords.sums(Self.sum([won, open.weighted])))
    section.add(open.amount, "Ceiling (won and all open)", ReportWords.sums(Self.sum([won, open.amount])))
  }

  /// Metrics of money added up by currency and kind, to the cent.
  private static func sum(_ metrics: [Metric]) -> MoneySum {
    var sum = MoneySum()
    for metric in metrics {
      guard case .money(let amounts) = metric.value else { continue }
      for amount in amounts {
        guard let number = Decimal4(amount.value.text(places: 2)) else { continue }
        sum.add(Money(number, currency: amount.unit.currency, kind: amount.unit.kind))
      }
    }
    return sum
  }

  private func addAccuracy(to section: inout SectionData) {
    guard let quarter, let last = MetricPeriod.quarter(of: quarter.eve, settings: settings) else { return }
    let error = accuracy(of: last, scope: scope)?.error
    section.add(
      error.map(SectionData.records) ?? [], "Error of the forecast of \(last.name), locked two weeks in",
      error.map { ReportWords.figure($0) } ?? "unknown (no forecast of that day can be had)")
    if let error { section.note(error) }
  }

  /// How good the forecast was that stood two weeks into a quarter, by what was known then.
  func accuracy(of quarter: MetricPeriod, scope: MetricScope) -> ForecastAccuracy? {
    let lock = ForecastSnapshot.lockDay(of: quarter)
    let end = Instant(seconds: (lock.number + 1) * 86_400 - 1)
    let then = sources.past.lives(MetricClock(endOf: lock, knownAt: end))
    guard then.reasonForNone == nil else { return nil }
    return ForecastAccuracy(ForecastSnapshot(then, for: quarter, scope: scope), lives)
  }

  /// Error of the locked forecast of the last quarter by owner.
  func forecastError() -> SectionData {
    var section = SectionData(
      "forecast_error", ["owner", "value"],
      none: "history does not reach back to a day on which a forecast of a finished quarter stood")
    guard let quarter, let last = MetricPeriod.quarter(of: quarter.eve, settings: settings) else { return section }
    for rep in reps {
      guard let error = accuracy(of: last, scope: MetricScope(people: [rep.id]))?.error else { continue }
      section.note(error)
      section.add(error, rep.name, ReportWords.figure(error))
    }
    return section
  }

  /// Win rate, cycle and velocity by segment over a year.
  func conversion() -> SectionData {
    var section = SectionData(
      "conversion", ["segment", "value", "n"], none: lives.reasonForNone ?? "no deal closed in the last 365 days")
    guard lives.reasonForNone == nil else { return section }
    let year = MetricPeriod.last(365, through: today)
    for segment in Customer.Segment.allCases {
      var scope = scope
      scope.segments = [segment]
      let rate = WinRate(lives, during: year, scope: scope).count
      let cycle = SalesCycle(lives, during: year, scope: scope).median
      let velocity = SalesVelocity(lives, during: year, scope: scope).velocity
      if rate.n == 0 { continue }
      for metric in [rate, cycle, velocity] { section.note(metric) }
      section.add(
        rate, Slug.title(of: segment.rawValue),
        "win rate \(ReportWords.figure(rate)), cycle \(ReportWords.figure(cycle)), velocity \(ReportWords.figure(velocity))",
        String(rate.n))
    }
    return section
  }

  /// Retention of the year, and the renewals of 120 days below fair health.
  func retention() -> SectionData {
    var section = SectionData(
      "retention", ["title", "arr", "date", "reason"], none: "no contract renews in the next 120 days below fair health"
    )
    let year = MetricPeriod.last(365, through: today)
    let retained = RevenueRetention(workspace, sources.visible.timeline, clock: clock, during: year, scope: scope)
    for metric in [retained.net, retained.gross] { section.note(metric) }
    section.define(CustomerHealth.definition)
    for account in dueAccounts(within: 120) {
      guard let health = sources.health.score(of: account.slug) else { continue }
      if let band = health.band, band == .fair || band == .healthy { continue }
      section.add(
        account.source.path, account.name, ReportWords.money(account.arr),
        account.renewalOn.map { "renews \(ChangeFormat.day($0))" },
        "health \(scoreText(health)) (\(bandText(health)))")
    }
    section.reason += "; \(retained.net.sentence)"
    return section
  }
}
