/// The workspace at two moments, and what lies between.
package struct ComparePage: PageModel {
  package static let layout = "compare"

  /// The top of the page.
  package var head: PageHead
  /// The earlier moment.
  package var from: CompareMoment
  /// The later moment.
  package var to: CompareMoment
  /// The open pipeline then and now, by currency.
  package var pipeline: DataTable?
  /// What moved, in terms of sales.
  package var moves: MoveSummary
  /// Deals that changed their stage.
  package var stages: DataTable?
  /// Every record that differs.
  package var groups: [ChangeGroup]
  /// "200 of 2,412 records are shown".
  package var cutNote: String?
  /// Other comparisons.
  package var others: [Link]
}

/// A moment that is compared.
package struct CompareMoment: Sendable {
  /// "End of week 46", "q3-close", "Now".
  package var momentName: String
  /// When.
  package var on: Day
  /// The commit, as people say it.
  package var commitShort: String
  /// Its page.
  package var page: Href?
}
