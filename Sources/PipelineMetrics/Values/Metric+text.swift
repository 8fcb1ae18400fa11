internal import WorkspaceModel

extension Metric {
  /// The figure in plain characters, without grouping or locale; "unknown" with its reason.
  package var text: String {
    switch value {
    case .unknown(let reason): "unknown (\(reason))"
    case .count(let count): "\(count)"
    case .number(let number): "\(Self.short(number))\(suffix)"
    case .ratio(let ratio): n < Self.smallNumber ? ratio.sides : "\(ratio.percent) (n = \(n))"
    case .money(let amounts):
      amounts.isEmpty
        ? "none" : amounts.map { "\($0.unit.text(Self.cents($0.value)))\(suffix)" }.joined(separator: " + ")
    case .moneyRatio(let ratios): ratios.map { text($0, isOnly: ratios.count == 1) }.joined(separator: ", ")
    }
  }

  /// The figure with how many it is made from and how many are unknown.
  package var sentence: String {
    "\(definition.title): \(text), n = \(n)" + (unknown > 0 ? ", \(unknown) unknown" : "")
  }

  private var suffix: String {
    switch unit {
    case .days: " days"
    case .minutes: " minutes"
    case .moneyPerDay: " per day"
    default: ""
    }
  }

  /// Of several units nobody knows how many records each has, so that both sides are told.
  private func text(_ ratio: PerUnit<Ratio>, isOnly: Bool) -> String {
    let sides = "\(ratio.value.numerator.text) of \(ratio.unit.text(ratio.value.denominator.text))"
    return n < Self.smallNumber || !isOnly ? "\(sides) (\(ratio.value.percent))" : "\(ratio.value.percent) (n = \(n))"
  }

  private static func cents(_ amount: Fraction) -> String {
    let text = amount.text(places: 2)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  private static func short(_ number: Fraction) -> String {
    let text = number.text(places: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension MoneySum.Unit {
  /// A number with its currency and kind: `136000 EUR ARR`.
  package func text(_ number: String) -> String {
    "\(number) \(currency)" + (kind.map { " \($0.rawValue)" } ?? "")
  }
}
