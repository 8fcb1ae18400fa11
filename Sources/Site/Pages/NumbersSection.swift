/// The figures of one workflow on the page of the pipeline.
package struct NumbersSection: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// "New business in Q4 2026".
  package var numbersTitle: String
  /// "day 54 of 92, beside Q3 2026".
  package var periodText: String
  /// In reading order; empty when there is no data.
  package var groups: [MetricGroup]
  /// What became of visits to each stage.
  package var funnel: DataTable?
  /// One a currency and kind of amount.
  package var charts: [WaterfallChart]
  /// The same as a table that balances.
  package var waterfall: DataTable?
}

/// Figures that are read together.
package struct MetricGroup: Sendable {
  /// "Win rate".
  package var groupTitle: String
  /// In order.
  package var tiles: [MetricTile]
}

/// One figure with the same of the quarter before.
package struct MetricTile: Sendable {
  /// What is told.
  package var label: String
  /// Number and unit, one a currency and kind: "3 of 4", "No data".
  package var values: [String]
  /// The records behind it.
  package var proof: Href
  /// Whether the value is missing rather than small.
  package var isUnknown: Bool
  /// "n = 4, 1 unknown", or why there is no value.
  package var sample: String
  /// "Q3 2026: 2 of 5".
  package var before: Link?
}

/// What happened to the open pipeline, drawn.
package struct WaterfallChart: Sendable {
  /// The whole chart in a sentence.
  package var reading: String
  /// "EUR ARR".
  package var unitName: String
  /// From the start to the end.
  package var bars: [WaterfallBar]
}

/// A step of a waterfall; widths in percent of the chart, heights in its 200 units.
package struct WaterfallBar: Sendable {
  /// A class name: total, in or out.
  package var kind: String
  /// "Created".
  package var label: String
  /// "+210 kEUR".
  package var amountText: String
  /// The left side, in percent.
  package var left: String
  /// The middle, in percent.
  package var middle: String
  /// In percent.
  package var width: String
  /// The upper side.
  package var top: String
  /// How high it is.
  package var height: String
  /// Where the amount stands.
  package var amountY: String
}
