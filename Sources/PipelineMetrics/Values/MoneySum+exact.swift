package import WorkspaceModel

extension MoneySum {
  /// The sum of one currency and kind; nil when nothing of it was added.
  package subscript(unit: Unit) -> Decimal4? { sums.first { $0.unit == unit }?.amount }

  /// The sums as the value of a metric; unknown when all there was had no amount.
  func value(orUnknown reason: String) -> MetricValue {
    let sums = sums
    if sums.isEmpty, unknown > 0 { return .unknown(reason) }
    return .money(sums.map { PerUnit(unit: $0.unit, value: Fraction($0.amount)) })
  }

  /// Each sum as a part of the sum of the same unit in another one.
  func ratios(of whole: MoneySum) -> [PerUnit<Ratio>] {
    whole.sums.compactMap { unit, amount in
      Ratio(self[unit] ?? .zero, of: amount).map { PerUnit(unit: unit, value: $0) }
    }
  }
}

extension Money {
  /// What it may be added to.
  package var unit: MoneySum.Unit { MoneySum.Unit(currency: currency, kind: kind) }
  /// The same amount taken away.
  var negated: Money { Money(.zero - amount, currency: currency, kind: kind) }
}
