internal import WorkspaceModel

/// How much of a target is reached, and whether that is as much as the elapsed time asks for (domain 2.1).
package struct QuotaAttainment: Sendable {
  /// Won credit / quota.
  package let attainment: Metric
  /// Attainment / elapsed share of working days; above 100 % is ahead.
  package let pace: Metric

  /// The attainment of a scope in a period; a win is credited to its owner at that time, or as its credit is split.
  package init(
    _ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all, measure: String = "bookings"
  ) {
    let quotas = Quotas(lives, in: scope, for: period, measure: measure)
    let bookings = WonCredit(lives, during: period, scope: scope)
    var evidence = quotas.evidence
    evidence.add(bookings.amount)
    let days = period.workingDays(through: lives.clock.day, lives.settings.workingTime)
    let reason = quotas.reason ?? bookings.amount.reason ?? "the target is 0"
    let isKnown = quotas.reason == nil && bookings.amount.reason == nil
    let ratios = isKnown ? bookings.sum.ratios(of: quotas.sum) : []
    func metric(_ id: String, _ title: String, _ sentence: String, _ ratios: [PerUnit<Ratio>], _ reason: String)
      -> Metric
    {
      evidence.metric(
        lives.definition(id, title, sentence), .share, ratios.isEmpty ? .unknown(reason) : .moneyRatio(ratios),
        n: bookings.amount.n)
    }
    attainment = metric(
      "quota_attainment", "Quota attainment",
      "won credit / quota of \(period.name); a win counts for its owner at the time, or as its credit is split; quotas of "
        + "managers are those of their reports", ratios, reason)
    let paces = ratios.compactMap { ratio in
      // Both sides in days of the whole period: won × all days of quota × elapsed days.
      Ratio(ratio.value.numerator * Decimal4(days.all), of: ratio.value.denominator * Decimal4(days.elapsed))
        .map { PerUnit(unit: ratio.unit, value: $0) }
    }
    pace = metric(
      "quota_pace", "Pace",
      "attainment / share of the working days (Monday to Friday without holidays) of \(period.name) that have passed",
      paces,
      ratios.isEmpty ? reason : "no working day has passed")
  }
}
