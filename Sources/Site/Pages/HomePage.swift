/// The front page: what needs a human today, and how the pipeline stands.
package struct HomePage: PageModel {
  package static let layout = "home"

  /// The top of the page.
  package var head: PageHead
  /// Firing alerts, most severe first.
  package var alerts: [AlertItem]
  /// How many fire in all.
  package var alertCount: String
  /// All alerts.
  package var allAlerts: Link
  /// Open deals by stage, in stage order.
  package var stages: [StageBar]
  /// "41 open deals, 1.9 MEUR, of which 640 kEUR weighted".
  package var pipelineSummary: String
  /// The board.
  package var board: Link
  /// Needs attention, next steps due, what changed, what is stale: in reading order.
  package var panels: [Panel]
  /// Where the brief comes from: "Computed from commit 4f2a91c as of 23 Nov 2026, 07:30".
  package var computedFrom: String
}

/// The open deals of one stage as a bar.
package struct StageBar: Sendable {
  /// "Discovery".
  package var stageName: String
  /// Its column on the board.
  package var page: Href
  /// "7 deals".
  package var countText: String
  /// The sums, one a currency: "412 kEUR", "38 kGBP".
  package var sums: [String]
  /// Width of the bar from 0 to 100, as digits.
  package var barWidth: String
  /// "2 overdue".
  package var warning: String?
}
