/// Why deals were won and lost, and against whom.
package struct WinLossSection: Sendable {
  /// "Won and lost".
  package var winLossTitle: String
  /// "Q1 2026 to Q4 2026, all pipelines".
  package var winLossPeriod: String
  /// By reason, then by competitor.
  package var comparisons: [OutcomeComparison]
}

/// Wins and losses told apart by one feature: drawn, and as the table that says the same.
package struct OutcomeComparison: Sendable {
  /// The drawing; missing when nothing closed.
  package var chart: OutcomeChart?
  /// Each figure leads to its records.
  package var table: DataTable
}

/// Wins and losses as bars.
package struct OutcomeChart: Sendable {
  /// "By reason".
  package var chartName: String
  /// The whole chart in a sentence.
  package var reading: String
  /// As digits.
  package var height: String
  /// The most losses first.
  package var outcomeBars: [OutcomeBar]
}

/// One reason or competitor: won before lost, in percent of the longest bar.
package struct OutcomeBar: Sendable {
  /// "Price".
  package var barName: String
  /// "1 won, 3 lost".
  package var barText: String
  /// Where the words stand.
  package var textY: String
  /// Where the bar begins.
  package var barY: String
  /// In percent.
  package var wonWidth: String
  /// In percent; where the won part ends.
  package var lostStart: String
  /// In percent.
  package var lostWidth: String
}
