internal import WorkspaceModel

/// How far a frozen forecast was off (domain 2.1).
package struct ForecastAccuracy: Sendable {
  /// (F − A) / A, signed.
  package let error: Metric
  /// max(0, 1 − |error|).
  package let accuracy: Metric
  /// Share of the value in commit at the lock that was won in the period.
  package let hitRate: Metric

  /// Compares a snapshot with what its period brought, up to the clock's day.
  package init(_ snapshot: ForecastSnapshot, _ lives: DealLives) {
    let period = snapshot.period
    let actual = Bookings(lives, during: period, scope: snapshot.scope)
    var evidence = Evidence()
    for entry in snapshot.entries where entry.category == .commit || entry.category == .closed {
      if entry.amount == nil {
        evidence.leaveOut(entry.record, "no amount in the forecast")
      } else if snapshot.override == nil {
        evidence.use(entry.record, "forecast", entry.amount, commits: entry.commits)
      }
    }
    evidence.add(actual.amount)
    let forecast = snapshot.forecast
    var (errors, accuracies): ([PerUnit<Ratio>], [PerUnit<Ratio>]) = ([], [])
    for (unit, amount) in actual.sum.sums {
      // Unknown is not zero: a currency in which nothing was forecast has no error.
      guard let called = forecast[unit] else { continue }
      if let ratio = Ratio(called - amount, of: amount) { errors.append(PerUnit(unit: unit, value: ratio)) }
      if let ratio = Self.accuracy(of: called, actual: amount) {
        accuracies.append(PerUnit(unit: unit, value: ratio))
      }
    }
    let reason =
      actual.amount.reason
      ?? (forecast.sums.isEmpty ? "nothing was forecast" : "nothing was won in \(period.name)")
    let lock = "F is commit and closed of \(snapshot.asOf.iso), A the bookings of \(period.name)"
    error = evidence.metric(
      lives.definition("forecast_error", "Forecast error", "(F − A) / A; \(lock)"), .share,
      errors.isEmpty ? .unknown(reason) : .moneyRatio(errors), n: actual.amount.n)
    accuracy = evidence.metric(
      lives.definition("forecast_accuracy", "Forecast accuracy", "max(0, 1 − |(F − A) / A|); \(lock)"), .share,
      accuracies.isEmpty ? .unknown(reason) : .moneyRatio(accuracies), n: actual.amount.n)
    hitRate = Self.hitRate(snapshot, actual, lives)
  }

  /// max(0, 1 − |(F − A) / A|) of one amount; nil when nothing came of it.
  static func accuracy(of called: Decimal4, actual: Decimal4) -> Ratio? {
    let miss = called - actual
    return Ratio(max(.zero, actual - (miss < .zero ? .zero - miss : miss)), of: actual)
  }

  private static func hitRate(_ snapshot: ForecastSnapshot, _ actual: Bookings, _ lives: DealLives) -> Metric {
    let won = Set(actual.amount.inputs.filter { $0.part == "won" }.map(\.record))
    var evidence = Evidence()
    var (hit, all) = (MoneySum(), MoneySum())
    for entry in snapshot.entries where entry.category == .commit {
      guard let amount = entry.amount else {
        evidence.leaveOut(entry.record, "no amount in the forecast")
        continue
      }
      all.add(amount)
      if won.contains(entry.record) { hit.add(amount) }
      evidence.use(entry.record, won.contains(entry.record) ? "won" : "missed", amount, commits: entry.commits)
    }
    let ratios = hit.ratios(of: all)
    return evidence.metric(
      lives.definition(
        "category_hit_rate", "Commit hit rate",
        "share of the value in commit on \(snapshot.asOf.iso) that was won in \(snapshot.period.name)"), .share,
      ratios.isEmpty ? .unknown("nothing was in commit") : .moneyRatio(ratios))
  }

  /// Mean signed error (bias) and mean absolute error (MAPE) over several periods, in one currency and kind.
  package static func overall(_ all: [ForecastAccuracy], in unit: MoneySum.Unit) -> (bias: Metric, mape: Metric) {
    var evidence = Evidence()
    var errors: [Fraction] = []
    for one in all {
      evidence.add(one.error)
      guard case .moneyRatio(let ratios) = one.error.value else { continue }
      errors += ratios.filter { $0.unit == unit }.map(\.value.fraction)
    }
    func metric(_ id: String, _ title: String, _ sentence: String, _ errors: [Fraction]) -> Metric {
      let mean = errors.reduce(.zero, +) / Fraction(errors.count)
      return evidence.metric(
        MetricDefinition(id, title, sentence), .share, Distribution.value(mean, orUnknown: "no period has an error"),
        n: errors.count, unknown: all.count - errors.count)
    }
    return (
      metric("forecast_bias", "Forecast bias", "mean of the signed errors over \(all.count) periods", errors),
      metric(
        "forecast_mape", "Forecast MAPE", "mean of the absolute errors over \(all.count) periods",
        errors.map { $0 < .zero ? .zero - $0 : $0 })
    )
  }
}
