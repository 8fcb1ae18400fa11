package import WorkspaceModel

/// A part of a whole with both kept, so that "3 of 4" can be printed and checked.
package struct Ratio: Hashable, Sendable {
  /// Not lowered: what was counted or added up.
  package let numerator: Decimal4
  /// Not lowered, above or below zero.
  package let denominator: Decimal4

  /// A part of a whole; nil when the whole is zero.
  package init?(_ numerator: Decimal4, of denominator: Decimal4) {
    guard denominator != .zero else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// So many of so many; nil when there are none.
  package init?(_ numerator: Int, of denominator: Int) {
    self.init(Decimal4(numerator), of: Decimal4(denominator))
  }

  /// The exact value.
  package var fraction: Fraction {
    Fraction(Int128(numerator.tenThousandths), over: Int128(denominator.tenThousandths)) ?? .zero
  }

  /// One decimal place and the sign: `57.6 %`; `75 %` when it is whole.
  package var percent: String {
    let text = (fraction * Fraction(100)).text(places: 1)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
  }

  /// Both sides: `3 of 4`.
  package var sides: String { "\(numerator.text) of \(denominator.text)" }
}
