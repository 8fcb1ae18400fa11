internal import PipelineMetrics
internal import WorkspaceModel

/// How reports print figures, the same on every machine.
enum ReportWords {
  /// "84,000 EUR ARR"; "no amount" without one.
  static func money(_ money: Money?) -> String {
    guard let money else { return "no amount" }
    let kind = money.kind.map { $0 == .oneTime ? " one-time" : " \($0.rawValue)" } ?? ""
    return "\(cents(ChangeFormat.number(money.amount))) \(money.currency)\(kind)"
  }

  /// Sums of several currencies and kinds; "nothing" without one.
  static func sums(_ sum: MoneySum) -> String {
    let parts = sum.sums.map { money(Money($0.amount, currency: $0.unit.currency, kind: $0.unit.kind)) }
    return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
  }

  /// A figure with grouped thousands; small shares of counts with both sides.
  static func figure(_ metric: Metric) -> String {
    switch metric.value {
    case .unknown(let reason): return "unknown (\(reason))"
    case .count(let count): return ChangeFormat.number(Decimal4(count))
    case .number(let number): return "\(plain(number, places: 1))\(suffix(metric.unit))"
    case .ratio(let ratio): return metric.n < Metric.smallNumber ? ratio.sides : ratio.percent
    case .money(let amounts):
      let parts = amounts.map { amount($0.value, $0.unit) + suffix(metric.unit) }
      return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
    case .moneyRatio(let ratios): return ratios.map(share).joined(separator: ", ")
    }
  }

  /// Ratios as multiples: "1.4 times (84,000 of 60,000 EUR ARR)".
  static func multiple(_ metric: Metric) -> String {
    guard case .moneyRatio(let ratios) = metric.value else { return figure(metric) }
    return ratios.map { ratio in
      "\(ratio.value.fraction.text(places: 1)) times (\(sides(ratio)))"
    }.joined(separator: ", ")
  }

  /// "37.7 % (84,000 of 210,000 EUR ARR)".
  static func share(_ ratio: PerUnit<Ratio>) -> String { "\(ratio.value.percent) (\(sides(ratio)))" }

  /// "last 7 days", "Nov 2026", "2026-Q4".
  static func period(_ period: MetricPeriod) -> String {
    guard period.name.first?.isNumber ?? false else { return words(period.name) }
    // "2026-11"
    guard period.name.utf8.count == 7, !period.name.contains("Q") else { return period.name }
    return ChangeFormat.day(period.start).split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// "1 deal", "3 deals".
  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// "today", "1 day", "12 days".
  static func days(_ days: Int) -> String { days <= 0 ? "today" : count(days, "day") }

  /// "best case" for "best_case".
  static func words(_ id: String) -> String { String(id.map { $0 == "_" || $0 == "-" ? " " : $0 }) }

  /// Minutes as people say them: "42 minutes", "5 hours", "3 days".
  static func minutes(_ metric: Metric) -> String {
    guard let number = metric.number, let minutes = Int(number.text(places: 0)) else { return figure(metric) }
    if minutes < 120 { return count(minutes, "minute") }
    return minutes < 2880 ? count(minutes / 60, "hour") : count(minutes / 1440, "day")
  }

  /// A number to so many places without needless zeros, grouped.
  static func plain(_ number: Fraction, places: Int) -> String {
    Decimal4(number.text(places: places)).map(ChangeFormat.number) ?? number.text(places: places)
  }

  /// Two places where there are any: "190,912.50".
  private static func cents(_ number: String) -> String {
    guard let point = number.firstIndex(of: "."), number[point...].count == 2 else { return number }
    return number + "0"
  }

  private static func sides(_ ratio: PerUnit<Ratio>) -> String {
    "\(ChangeFormat.number(ratio.value.numerator)) of "
      + money(Money(ratio.value.denominator, currency: ratio.unit.currency, kind: ratio.unit.kind))
  }

  private static func amount(_ number: Fraction, _ unit: MoneySum.Unit) -> String {
    let kind = unit.kind.map { $0 == .oneTime ? " one-time" : " \($0.rawValue)" } ?? ""
    return "\(cents(plain(number, places: 2))) \(unit.currency)\(kind)"
  }

  private static func suffix(_ unit: MetricUnit) -> String {
    switch unit {
    case .days: " days"
    case .minutes: " minutes"
    case .moneyPerDay: " per day"
    default: ""
    }
  }
}
