internal import PipelineMetrics
internal import WorkspaceModel

/// How figures read: small numbers as fractions, unknown ones never as zero, currencies side by side.
enum MetricWords {
  /// Figures that say how many times the one side is in the other.
  private static let multiples: Set<String> = ["coverage", "needed_coverage"]

  /// The figure as short as it can be told, one text a currency and kind: "3 of 4", "136 kEUR ARR", "Unknown".
  static func values(_ metric: Metric) -> [String] {
    switch metric.value {
    case .unknown(let reason): [isMet(metric) ? sentenceCase(reason) : hasNothing(metric) ? "No data" : "Unknown"]
    case .count(let count): [Format.grouped(count)]
    case .number(let number): [tenths(number) + suffix(metric)]
    case .ratio(let ratio): [metric.n < Metric.smallNumber ? sides(ratio) : percent(ratio)]
    case .money(let amounts):
      amounts.isEmpty
        ? ["None"]
        : amounts.map {
          Format.compact($0.value.rounded, currency: $0.unit.currency) + kind($0.unit) + suffix(metric)
        }
    case .moneyRatio(let ratios): ratios.map { share($0, metric, isOnly: ratios.count == 1) }
    }
  }

  /// The same in one text.
  static func short(_ metric: Metric) -> String { joined(values(metric)) }

  /// A text with quarters as people say them: "Q4 2026" for "2026-Q4".
  static func spoken(_ text: String) -> String {
    text.replacing(/([0-9]{4})-(Q[1-4])/) { "\($0.output.2) \($0.output.1)" }
  }

  /// The figure with nothing rounded away that can be printed: "45,333.33 EUR ARR".
  static func exact(_ metric: Metric) -> String {
    switch metric.value {
    case .money(let amounts) where !amounts.isEmpty:
      joined(amounts.map { "\(Format.number($0.value.rounded)) \(unit($0.unit))\(suffix(metric))" })
    case .ratio(let ratio): "\(sides(ratio)), \(percent(ratio))"
    case .moneyRatio(let ratios): joined(ratios.map { whole($0, metric) })
    default: short(metric)
    }
  }

  /// How many records it is made from, or why there is nothing to tell.
  static func sample(_ metric: Metric, withPercent: Bool = true) -> String {
    let unknown = metric.unknown > 0 ? "\(Format.grouped(metric.unknown)) unknown" : nil
    if let reason = metric.reason, !isMet(metric) {
      return [spoken(reason), unknown].compactMap { $0 }.joined(separator: ", ")
    }
    var parts: [String] = []
    if withPercent, case .moneyRatio(let ratios) = metric.value, ratios.count == 1,
      !multiples.contains(metric.definition.id),
      metric.definition.id != "quota_pace", metric.n < Metric.smallNumber
    {
      parts.append(percent(ratios[0].value))
    }
    parts.append("n = \(Format.grouped(metric.n))")
    return (parts + [unknown].compactMap { $0 }).joined(separator: ", ")
  }

  /// Whether there is no value.
  static func isUnknown(_ metric: Metric) -> Bool { metric.reason != nil && !isMet(metric) }

  /// "EUR ARR".
  static func unit(_ unit: MoneySum.Unit) -> String { unit.currency + kind(unit) }

  /// "Q4 2026" of "2026-Q4".
  static func name(_ period: MetricPeriod) -> String {
    let parts = period.name.split(separator: "-")
    return parts.count == 2 && parts[1].hasPrefix("Q") ? "\(parts[1]) \(parts[0])" : period.name
  }

  /// A text with a capital in front.
  static func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A target that is reached has no coverage, and that is known.
  private static func isMet(_ metric: Metric) -> Bool { metric.reason == "target met" }

  private static func hasNothing(_ metric: Metric) -> Bool { metric.inputs.isEmpty && metric.leftOut.isEmpty }

  private static func kind(_ unit: MoneySum.Unit) -> String { unit.kind.map { " " + Format.kindName($0) } ?? "" }

  private static func joined(_ texts: [String]) -> String { texts.joined(separator: " · ") }

  private static func sides(_ ratio: Ratio) -> String {
    "\(Format.number(ratio.numerator)) of \(Format.number(ratio.denominator))"
  }

  private static func percent(_ ratio: Ratio) -> String { Format.percent(ratio.fraction.rounded) }

  private static func tenths(_ number: Fraction) -> String {
    let text = number.text(places: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func suffix(_ metric: Metric) -> String {
    switch metric.unit {
    case .days: metric.number == Fraction(1) ? " day" : " days"
    case .minutes: " minutes"
    case .moneyPerDay: " a day"
    default: ""
    }
  }

  private static func share(_ ratio: PerUnit<Ratio>, _ metric: Metric, isOnly: Bool) -> String {
    let name = isOnly ? "" : " \(unit(ratio.unit))"
    if multiples.contains(metric.definition.id) { return "\(ratio.value.fraction.text(places: 1))×\(name)" }
    if metric.definition.id == "quota_pace" { return percent(ratio.value) + name }
    guard metric.n < Metric.smallNumber || !isOnly else { return percent(ratio.value) }
    let numerator = Format.compact(ratio.value.numerator, currency: ratio.unit.currency)
    let denominator = Format.compact(ratio.value.denominator, currency: ratio.unit.currency)
    return "\(numerator) of \(denominator)\(kind(ratio.unit))"
  }

  private static func whole(_ ratio: PerUnit<Ratio>, _ metric: Metric) -> String {
    let sides = "\(sides(ratio.value)) \(unit(ratio.unit))"
    if multiples.contains(metric.definition.id) { return "\(sides), \(ratio.value.fraction.text(places: 2))×" }
    return metric.definition.id == "quota_pace" ? percent(ratio.value) : "\(sides), \(percent(ratio.value))"
  }
}
