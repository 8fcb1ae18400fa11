/// Why deals were won and lost, and against whom.
package struct OutcomesPage: PageModel {
  package static let layout = "outcomes"

  /// The top of the page.
  package var head: PageHead
  /// By reason and by competitor.
  package var winLoss: WinLossSection
}

extension OutcomesPage {
  package static let sample = OutcomesPage(
    head: PageHead(title: "Won and lost", kicker: "Pipeline", headIcon: "pipeline"), winLoss: Sample.winLoss)
}
