internal import WorkspaceModel

/// 100 × 0.5^(days / 30) without binary floating point, the same on every machine.
enum HalfLife {
  /// 2^(−1/30) in units of 10^−18.
  private static let thirtieth: Int128 = 977_159_968_434_245_955
  private static let one: Int128 = 1_000_000_000_000_000_000

  /// What is left of 100 after so many days when half is gone in thirty, rounded to four places.
  static func score(days: Int) -> Fraction {
    let (halves, rest) = max(0, days).quotientAndRemainder(dividingBy: 30)
    guard halves < 60 else { return .zero }
    var value = one
    for _ in 0..<rest { value = (value * thirtieth + one / 2) / one }
    let exact = Fraction(value * 100, over: one * (Int128(1) << Int128(halves))) ?? .zero
    return Fraction(exact.rounded)
  }
}
