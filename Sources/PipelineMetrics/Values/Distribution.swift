/// Mean, median and ninetieth percentile of whole numbers.
package struct Distribution: Hashable, Sendable {
  /// In ascending order.
  package let values: [Int]

  /// Puts the values in order.
  package init(_ values: [Int]) {
    self.values = values.sorted()
  }

  /// Exact; nil without a value.
  package var mean: Fraction? { Fraction(Int128(values.reduce(0, +)), over: Int128(values.count)) }

  /// The middle one, or the mean of the two in the middle; nil without a value.
  package var median: Fraction? {
    guard !values.isEmpty else { return nil }
    let middle = values.count / 2
    if values.count % 2 == 1 { return Fraction(values[middle]) }
    return Fraction(Int128(values[middle - 1] + values[middle]), over: 2)
  }

  /// The smallest one that at least nine in ten do not exceed (nearest rank); nil without a value.
  package var p90: Int? { values.isEmpty ? nil : values[(values.count * 9 + 9) / 10 - 1] }
}

extension Distribution {
  /// One of its figures as the value of a metric.
  static func value(_ figure: Fraction?, orUnknown reason: String) -> MetricValue {
    figure.map(MetricValue.number) ?? .unknown(reason)
  }
}
