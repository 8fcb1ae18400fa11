/// A stretch of time as rules write it: `30m`, `2h`, `7d`, `2bd`, `+1bd`.
package struct RuleSpan: Hashable, Sendable {
  /// What is counted.
  package enum Unit: String, CaseIterable, Sendable {
    case seconds = "s", minutes = "m", hours = "h", days = "d", businessDays = "bd", weeks = "w", months = "mo"
    case quarters = "q", years = "y"
  }

  package var count: Int
  package var unit: Unit

  /// So many of a unit.
  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads a whole number with its unit; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let text = text.utf8.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard (1...6).contains(digits.count), let count = Int(String(text.prefix(digits.count))),
      let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
    else { return nil }
    self.init(count, unit)
  }

  /// Seconds where every unit has a fixed length; months count 30 days, quarters 91, years 365, business days as days.
  package var seconds: Int {
    switch unit {
    case .seconds: count
    case .minutes: count * 60
    case .hours: count * 3600
    case .days, .businessDays: count * 86_400
    case .weeks: count * 604_800
    case .months: count * 30 * 86_400
    case .quarters: count * 91 * 86_400
    case .years: count * 365 * 86_400
    }
  }

  /// As it is written.
  package var text: String { "\(count)\(unit.rawValue)" }
}
