internal import WorkspaceModel

/// A figure of one currency and kind of amount.
package struct PerUnit<Value: Hashable & Sendable>: Hashable, Sendable {
  package let unit: MoneySum.Unit
  package let value: Value
}

/// What a metric came to.
package enum MetricValue: Hashable, Sendable {
  /// With the reason; never the same as zero.
  case unknown(String)
  case count(Int)
  case number(Fraction)
  case ratio(Ratio)
  /// A figure a currency and kind, in their order; none when nothing had to be added.
  case money([PerUnit<Fraction>])
  /// A ratio a currency and kind, in their order.
  case moneyRatio([PerUnit<Ratio>])
}

/// What the number of a metric counts.
package enum MetricUnit: String, Hashable, Sendable {
  case deals, customers, alerts, people, transitions
  case share, money, days, minutes, score
  case moneyPerDay = "money_per_day"
}

/// A figure that can be argued about: what it is, how it came about, from what, and what is missing in it.
package struct Metric: Hashable, Sendable {
  package var value: MetricValue
  package var unit: MetricUnit
  /// How many records the value was made from.
  package var n: Int
  /// How many more would belong to it and lack what it takes.
  package var unknown: Int
  package var definition: MetricDefinition
  /// In the order of paths.
  package var inputs: [MetricInput]
  /// In the order of paths.
  package var leftOut: [LeftOut]

  /// Below this many a share is told as a fraction (domain 2.3).
  package static let smallNumber = 10

  /// Why there is no value; nil when there is one.
  package var reason: String? {
    if case .unknown(let reason) = value { reason } else { nil }
  }

  /// The share, when it is one of counts.
  package var ratio: Ratio? {
    if case .ratio(let ratio) = value { ratio } else { nil }
  }

  /// The count or number.
  package var number: Fraction? {
    switch value {
    case .count(let count): Fraction(count)
    case .number(let number): number
    default: nil
    }
  }

  /// The amount in a currency, when it has but one kind of amount in it.
  package func amount(_ currency: String) -> Fraction? {
    guard case .money(let amounts) = value else { return nil }
    let found = amounts.filter { $0.unit.currency == currency }
    return found.count == 1 ? found.first?.value : nil
  }

  /// The share of amounts in a currency, when it has but one kind of amount in it.
  package func share(_ currency: String) -> Ratio? {
    guard case .moneyRatio(let ratios) = value else { return nil }
    let found = ratios.filter { $0.unit.currency == currency }
    return found.count == 1 ? found.first?.value : nil
  }
}
