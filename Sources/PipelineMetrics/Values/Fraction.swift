package import WorkspaceModel

/// An exact quotient, so that no average or rate is rounded before it is printed.
///
/// A result beyond 127 bits stops at the largest amount; sums and quotients of amounts stay far below.
package struct Fraction: Hashable, Sendable, Comparable {
  /// In lowest terms.
  package let numerator: Int128
  /// In lowest terms, above zero.
  package let denominator: Int128

  /// A quotient; nil when the divisor is zero.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    self.init(lowering: numerator, denominator)
  }

  /// A whole number.
  package init(_ whole: Int) {
    self.init(lowering: Int128(whole), 1)
  }

  /// A decimal number.
  package init(_ decimal: Decimal4) {
    self.init(lowering: Int128(decimal.tenThousandths), 10_000)
  }

  private init(lowering numerator: Int128, _ denominator: Int128) {
    // The smallest number has no counterpart above zero.
    let (numerator, denominator) = (max(numerator, -Int128.max), max(denominator, -Int128.max))
    let divisor = Self.divisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / divisor * sign
    self.denominator = denominator / divisor * sign
  }

  /// Nothing.
  package static let zero = Fraction(0)

  /// Rounded half away from zero to four places; stops at the largest number.
  package var rounded: Decimal4 {
    let limited = Int(clamping: magnitude(scale: 10_000))
    return Decimal4(tenThousandths: numerator < 0 ? -limited : limited)
  }

  /// With so many decimal places, rounded half away from zero: `45333.33`.
  package func text(places: Int) -> String {
    let scale = (0..<places).reduce(1 as UInt128) { scale, _ in scale * 10 }
    let magnitude = magnitude(scale: scale)
    let sign = numerator < 0 && magnitude > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(magnitude)" }
    let rest = String(magnitude % scale)
    let zeros = String(repeating: "0", count: places - rest.utf8.count)
    return "\(sign)\(magnitude / scale).\(zeros)\(rest)"
  }

  /// The size in parts of a whole, rounded half up; what is too large for that stops there.
  private func magnitude(scale: UInt128) -> UInt128 {
    let (scaled, overflows) = numerator.magnitude.multipliedReportingOverflow(by: scale)
    guard !overflows else { return .max }
    let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
    return rest >= denominator.magnitude - rest ? quotient + 1 : quotient
  }

  /// Orders by size.
  package static func < (left: Fraction, right: Fraction) -> Bool { (left - right).numerator < 0 }

  /// Exact sum.
  package static func + (left: Fraction, right: Fraction) -> Fraction {
    if left.denominator == right.denominator {
      let (sum, overflows) = left.numerator.addingReportingOverflow(right.numerator)
      if !overflows { return Fraction(lowering: sum, left.denominator) }
    }
    let (one, first) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (other, second) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    let (under, third) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    let (sum, fourth) = one.addingReportingOverflow(other)
    return first || second || third || fourth
      ? limit(isNegative: left.numerator < 0) : Fraction(lowering: sum, under)
  }

  /// Exact difference.
  package static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(lowering: -right.numerator, right.denominator)
  }

  /// Exact product.
  package static func * (left: Fraction, right: Fraction) -> Fraction {
    // Lowered crosswise first, so that large factors which cancel never meet.
    let one = Fraction(lowering: left.numerator, right.denominator)
    let other = Fraction(lowering: right.numerator, left.denominator)
    let (over, first) = one.numerator.multipliedReportingOverflow(by: other.numerator)
    let (under, second) = one.denominator.multipliedReportingOverflow(by: other.denominator)
    return first || second
      ? limit(isNegative: (left.numerator < 0) != (right.numerator < 0)) : Fraction(lowering: over, under)
  }

  /// Exact quotient; nil when the divisor is zero.
  package static func / (left: Fraction, right: Fraction) -> Fraction? {
    guard right.numerator != 0 else { return nil }
    return left * Fraction(lowering: right.denominator, right.numerator)
  }

  private static func limit(isNegative: Bool) -> Fraction { Fraction(isNegative ? -Int.max : Int.max) }

  private static func divisor(_ one: UInt128, _ other: UInt128) -> Int128 {
    var (left, right) = (one, other)
    while right != 0 { (left, right) = (right, left % right) }
    return max(1, Int128(clamping: left))
  }
}
