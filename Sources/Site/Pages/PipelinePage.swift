/// The figures of the quarter, and the boards: open deals by stage, one board a pipeline.
package struct PipelinePage: PageModel {
  package static let layout = "pipeline"

  /// The top of the page.
  package var head: PageHead
  /// The boards, by anchor.
  package var tabs: [Tab]
  /// Targets of this quarter, over all deals.
  package var quarter: NumbersSection
  /// In pipeline order.
  package var boards: [Board]
  /// The figures of each pipeline.
  package var numbers: [NumbersSection]
  /// Forecast by category and currency.
  package var forecast: DataTable
  /// Dates moved, amounts changed, stages gone through, in the period shown.
  package var movements: DataTable
}

/// The open deals of one pipeline.
package struct Board: Sendable {
  /// "New business".
  package var boardTitle: String
  /// Unique in the page.
  package var anchor: String
  /// "14 open deals, 812 kEUR and 96 kGBP".
  package var boardSummary: String
  /// In stage order.
  package var columns: [BoardColumn]
}

/// One stage of a board.
package struct BoardColumn: Sendable {
  /// "Discovery".
  package var stageName: String
  /// Unique in the page.
  package var anchor: String
  /// How many deals.
  package var countText: String
  /// The sums, one a currency.
  package var sums: [String]
  /// "40 % odds".
  package var odds: String
  /// Highest amount first, as many as a column holds.
  package var cards: [DealCard]
  /// Leads to the others, where there are more.
  package var others: Link?
}
