package import PipelineMetrics
package import WorkspaceModel

/// What a fact is for one subject at one moment.
package enum RuleValue: Hashable, Sendable {
  case number(Fraction)
  /// Something measured, of so many where that is told.
  case measured(Fraction, of: Fraction?)
  case money(Money)
  case day(Day)
  case text(String)
  case flag(Bool)
  case list([String])
  /// A stretch of time that only a calendar can make days of.
  case span(RuleSpan)
  /// A share in percent, as conditions write it.
  case percent(Fraction)
  /// The record is there.
  case present
  /// Known to be missing.
  case absent
  /// Not known, with the reason in words.
  case unknown(String)

  /// As alerts and explanations print it.
  package var words: String {
    switch self {
    case .number(let number): Self.words(number)
    case .measured(let value, let whole):
      whole.map { "\(Self.words(value)) of \(Self.words($0))" } ?? Self.words(value)
    case .money(let money): "\(money.amount.text) \(money.currency)"
    case .day(let day): day.iso
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): items.isEmpty ? "none" : items.joined(separator: ", ")
    case .span(let span): span.text
    case .percent(let share): "\(Self.words(share))%"
    case .present: "there"
    case .absent: "none"
    case .unknown(let reason): "unknown (\(reason))"
    }
  }

  /// Up to one decimal place, cut off and not rounded: 39.96 is still below 40.
  private static func words(_ number: Fraction) -> String {
    if number.denominator == 1 { return "\(number.numerator)" }
    let tenths = number.numerator * 10 / number.denominator
    let sign = number.numerator < 0 && tenths == 0 ? "-" : ""
    let (whole, rest) = (tenths / 10, tenths % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 0 ? -rest : rest)"
  }
}
