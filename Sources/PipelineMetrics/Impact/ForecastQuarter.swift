package import WorkspaceModel

/// The forecast of one quarter that is over, what came of it, and two forecasts that need no skill.
package struct ForecastQuarter: Sendable {
  /// A forecast that somebody could have made without looking at a deal.
  package enum Naive: String, CaseIterable, Sendable {
    /// What was open on the eve of the quarter and dated in it, times its odds.
    case weighted
    /// What the quarter before brought.
    case repeated
  }

  package let period: MetricPeriod
  /// What was forecast on the lock day; nil when nobody froze it and history does not reach back.
  package let snapshot: ForecastSnapshot?
  /// Whether the snapshot is a file that was frozen then, rather than recomputed from history.
  package let isFrozen: Bool
  /// Why there is no snapshot.
  package let reason: String?
  /// What the quarter brought.
  package let actual: Metric
  /// The amounts of the naive forecasts; unknown where they are.
  package let naive: [Naive: Metric]
  /// Whether the weighted pipeline is what was known then, rather than what files date back to that day.
  package let isKnownThen: Bool
  private let accuracyOfSnapshot: Metric?
  private let sums: (actual: MoneySum, naive: [Naive: MoneySum])

  /// Reads a quarter that is over by the lives' clock.
  package init(
    _ period: MetricPeriod, _ lives: DealLives, _ workspace: Workspace, _ timeline: Timeline,
    frozen: ForecastSnapshot? = nil
  ) {
    self.period = period
    let clock = lives.clock
    let booked = Bookings(lives, during: period)
    actual = booked.amount
    isFrozen = frozen != nil
    if let frozen {
      (snapshot, reason) = (frozen, nil)
    } else {
      let then = DealLives(workspace, timeline, clock: clock.asKnown(atEndOf: ForecastSnapshot.lockDay(of: period)))
      reason = then.reasonForNone
      snapshot = then.reasonForNone == nil ? ForecastSnapshot(then, for: period) : nil
    }
    accuracyOfSnapshot = snapshot.map { ForecastAccuracy($0, lives).accuracy }
    let known = DealLives(workspace, timeline, clock: clock.asKnown(atEndOf: period.eve))
    isKnownThen = known.reasonForNone == nil
    let eve = isKnownThen ? known : DealLives(workspace, timeline, clock: clock.atEnd(of: period.eve))
    let weighted = OpenPipeline(eve, closing: period)
    let last = MetricPeriod.quarter(of: period.eve, settings: lives.settings).map { Bookings(lives, during: $0) }
    let since = lives.lives.map(\.existsFrom).min()
    // Of a quarter before the record nothing is known, which is not nothing.
    let isRecorded = since.map { since in period.eve >= since } ?? false
    var amounts: [Naive: Metric] = [.weighted: weighted.weighted]
    amounts[.repeated] = isRecorded ? last?.amount : nil
    naive = amounts
    sums = (booked.sum, amounts.mapValues(Self.sum))
  }

  /// Currencies and kinds in which something was won, in their order.
  package var units: [MoneySum.Unit] { sums.actual.sums.map(\.unit) }

  /// How near the snapshot came, over all currencies and kinds; unknown where there is none.
  package var accuracy: Metric {
    accuracyOfSnapshot
      ?? Evidence().metric(
        MetricDefinition(
          "forecast_accuracy", "Forecast accuracy",
          "max(0, 1 − |(F − A) / A|); F is commit and closed of the lock day, A the bookings of \(period.name)"),
        .share, .unknown(reason ?? "no forecast was frozen"))
  }

  /// How near the snapshot came in one currency and kind.
  package func accuracy(in unit: MoneySum.Unit) -> Ratio? {
    guard case .moneyRatio(let ratios) = accuracy.value else { return nil }
    return ratios.first { $0.unit == unit }?.value
  }

  /// How near a naive forecast would have come in one currency and kind.
  package func accuracy(of naive: Naive, in unit: MoneySum.Unit) -> Ratio? {
    guard let called = sums.naive[naive]?[unit], let amount = sums.actual[unit] else { return nil }
    return ForecastAccuracy.accuracy(of: called, actual: amount)
  }

  private static func sum(_ metric: Metric) -> MoneySum {
    var sum = MoneySum()
    guard case .money(let amounts) = metric.value else { return sum }
    for amount in amounts {
      sum.add(Money(amount.value.rounded, currency: amount.unit.currency, kind: amount.unit.kind))
    }
    return sum
  }
}

extension ForecastSnapshot {
  /// The day on which the forecast of a period is frozen: two weeks in, when the last one is settled; of one that is
  /// shorter the day before its end.
  package static func lockDay(of period: MetricPeriod) -> Day {
    min(period.start.adding(days: 14), period.end.adding(days: -1))
  }
}
