/// An exact decimal number with up to four places, as amounts, odds and quantities need it.
package struct Decimal4: Hashable, Sendable, Comparable {
  /// The value in ten-thousandths.
  package let tenThousandths: Int

  /// A value by its ten-thousandths.
  package init(tenThousandths: Int) {
    self.tenThousandths = tenThousandths
  }

  /// A whole number.
  package init(_ whole: Int) {
    self.tenThousandths = whole * 10_000
  }

  /// Reads `-1234.5`; refuses exponents, separators, more than four places and what does not fit.
  package init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    let negative = rest.first == UInt8(ascii: "-")
    if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let wholeText = parts.first, !wholeText.isEmpty, wholeText.count <= 14, let whole = Day.digits(wholeText)
    else {
      return nil
    }
    var fraction = 0
    if parts.count == 2 {
      let trimmed = parts[1].reversed().drop { $0 == UInt8(ascii: "0") }.reversed()
      guard !parts[1].isEmpty, trimmed.count <= 4, let digits = Day.digits(trimmed) else { return nil }
      fraction = digits
      for _ in trimmed.count..<4 { fraction *= 10 }
    }
    let magnitude = whole * 10_000 + fraction
    self.tenThousandths = negative ? -magnitude : magnitude
  }

  /// Nothing.
  package static let zero = Decimal4(tenThousandths: 0)

  /// Without trailing zeros: `0.5`, `1200`.
  package var text: String {
    let magnitude = abs(tenThousandths)
    var fraction = padded(magnitude % 10_000, to: 4)[...]
    while fraction.last == "0" { fraction = fraction.dropLast() }
    let sign = tenThousandths < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(magnitude / 10_000)" : "\(sign)\(magnitude / 10_000).\(fraction)"
  }

  /// Nearest binary floating point number, for drawing only.
  package var approximation: Double { Double(tenThousandths) / 10_000 }

  /// Orders by size.
  package static func < (left: Decimal4, right: Decimal4) -> Bool { left.tenThousandths < right.tenThousandths }

  /// Exact sum; stops at the largest number instead of running over it.
  package static func + (left: Decimal4, right: Decimal4) -> Decimal4 {
    let (sum, overflows) = left.tenThousandths.addingReportingOverflow(right.tenThousandths)
    return overflows ? limit(isNegative: left < .zero) : Decimal4(tenThousandths: sum)
  }

  /// Exact difference; stops at the largest number instead of running over it.
  package static func - (left: Decimal4, right: Decimal4) -> Decimal4 {
    let (difference, overflows) = left.tenThousandths.subtractingReportingOverflow(right.tenThousandths)
    return overflows ? limit(isNegative: left < .zero) : Decimal4(tenThousandths: difference)
  }

  /// Product, rounded half away from zero to four places; stops at the largest number.
  package static func * (left: Decimal4, right: Decimal4) -> Decimal4 {
    let isNegative = (left < .zero) != (right < .zero)
    let wide = left.tenThousandths.magnitude.multipliedFullWidth(by: right.tenThousandths.magnitude)
    guard wide.high < 10_000 else { return limit(isNegative: isNegative) }
    let (quotient, remainder) = UInt(10_000).dividingFullWidth(wide)
    guard quotient < UInt(Int.max) else { return limit(isNegative: isNegative) }
    let magnitude = Int(quotient) + (remainder >= 5000 ? 1 : 0)
    return Decimal4(tenThousandths: isNegative ? -magnitude : magnitude)
  }

  private static func limit(isNegative: Bool) -> Decimal4 {
    Decimal4(tenThousandths: isNegative ? -Int.max : Int.max)
  }
}

/// A decimal amount with its currency and, where it matters, what kind of amount it is.
package struct Money: Hashable, Sendable {
  /// What an amount of a deal or contract counts; kinds are never added to one another.
  package enum Kind: String, CaseIterable, Sendable {
    case arr = "ARR"
    case acv = "ACV"
    case tcv = "TCV"
    case oneTime = "one_time"
  }

  /// How much.
  package var amount: Decimal4
  /// ISO 4217 code, "EUR".
  package var currency: String
  /// What it counts; nil when the field has just one meaning.
  package var kind: Kind?

  /// An amount in a currency.
  package init(_ amount: Decimal4, currency: String, kind: Kind? = nil) {
    self.amount = amount
    self.currency = currency
    self.kind = kind
  }

  /// Whether a text has the form of an ISO 4217 code.
  static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
