package import WorkspaceModel

/// What a metric that a text asks for came to, worked out by whoever runs the checks.
package struct FigureValue: Sendable, Hashable {
  /// The figure in a form that a typed one can be compared with.
  package enum Value: Sendable, Hashable {
    /// With the reason.
    case unknown(String)
    case number(Decimal4, isDays: Bool)
    /// A part of a whole that reads as a percentage.
    case share(Decimal4, of: Decimal4)
    /// How many times one side is in the other.
    case multiple(Decimal4, of: Decimal4)
    /// A figure a currency and kind.
    case amounts([Money])
    /// Shares of several currencies or kinds, of which no one figure can be typed.
    case several
  }

  package var value: Value
  /// As pages tell it: "62 % (n = 13)".
  package var text: String
  /// How many records it was made from.
  package var n: Int

  /// A figure by its parts.
  package init(_ value: Value, text: String, n: Int) {
    self.value = value
    self.text = text
    self.n = n
  }

  /// The figure with how many records it was made from.
  var sentence: String {
    if case .unknown = value { return text }
    return text.contains("n = ") ? text : "\(text) (n = \(n))"
  }
}

/// The figures of a run, by what asks for them.
package struct FigureValues: Sendable {
  private let values: [String: FigureValue]
  /// Whether a period has a name.
  package let isPeriod: @Sendable (String) -> Bool

  /// Figures by their queries.
  package init(_ values: [MetricQuery: FigureValue], isPeriod: @escaping @Sendable (String) -> Bool) {
    self.values = Dictionary(values.map { ($0.key.key, $0.value) }) { first, _ in first }
    self.isPeriod = isPeriod
  }

  /// What a query came to; nil when it has no figure.
  package subscript(_ query: MetricQuery) -> FigureValue? { values[query.key] }
}
