/// What each step of a customer's journey asks for, and each step of their deals.
package struct GatesPage: PageModel {
  package static let layout = "gates"

  /// The top of the page.
  package var head: PageHead
  /// The lists, by anchor.
  package var tabs: [Tab]
  /// The account first, then its deals.
  package var gates: [GateList]
}

extension GatesPage {
  package static let sample = GatesPage(
    head: PageHead(title: "What each step asks for", kicker: "Norrvik Foods", headIcon: "check"),
    tabs: [Tab(text: "Being a customer", anchor: "gates-account", tabCount: "5")],
    gates: [Sample.gates, Sample.gatesOfDeal])
}
