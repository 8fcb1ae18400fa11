/// Figures over time: each with sentences that say no more than they do, a chart, and the same as a table.
package struct FiguresPage: PageModel {
  package static let layout = "figures"

  /// The top of the page.
  package var head: PageHead
  /// The sections, by anchor.
  package var tabs: [Tab]
  /// What holds for all of them.
  package var intro: [String]
  /// In reading order.
  package var sections: [FigureSection]
}

/// Figures that are read together.
package struct FigureSection: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// "Sales cycle".
  package var sectionTitle: String
  /// "9 quarters, 2 without a value".
  package var spanText: String
  /// What the figures say, in words.
  package var sentences: [String]
  /// In order.
  package var tiles: [MetricTile]
  /// Side by side.
  package var charts: [LineChart]
  /// What the charts show, and more.
  package var tables: [DataTable]
}

/// Lines over equal steps of time; places across in percent of the chart, down in its 216 units.
package struct LineChart: Sendable {
  /// "Median days from creation to closing".
  package var chartTitle: String
  /// The whole chart in a sentence.
  package var reading: String
  /// Where the scale is written, from the top.
  package var ticks: [ChartTick]
  /// The steps of time.
  package var labels: [ChartLabel]
  /// The first one is what the chart is about.
  package var lines: [ChartLine]
}

/// A level of the scale.
package struct ChartTick: Sendable {
  /// How far down.
  package var level: String
  /// How far down its text stands.
  package var textY: String
  /// "50 %".
  package var text: String
}

/// A step of time.
package struct ChartLabel: Sendable {
  /// How far across.
  package var middle: String
  /// "Q1".
  package var text: String
  /// The year, where it begins.
  package var yearText: String?
}

/// One line with its key.
package struct ChartLine: Sendable {
  /// A class name: own, baseline, carried, mean, people or machines.
  package var kind: String
  /// What it shows.
  package var name: String
  /// From one known value to the next; nothing leads over an unknown one.
  package var segments: [ChartSegment]
  /// The known values.
  package var dots: [ChartDot]
}

/// A straight piece of a line.
package struct ChartSegment: Sendable {
  /// Where it begins, across.
  package var fromX: String
  /// Where it begins, down.
  package var fromY: String
  /// Where it ends, across.
  package var toX: String
  /// Where it ends, down.
  package var toY: String
}

/// A value on a line.
package struct ChartDot: Sendable {
  /// How far across.
  package var x: String
  /// How far down.
  package var y: String
  /// How far down its text stands.
  package var textY: String
  /// The value as it is written; nil where the line alone will do.
  package var valueText: String?
  /// Whether few records stand behind it, or its time is not over.
  package var isHollow: Bool
}
