internal import WorkspaceModel

extension SiteReading {
  /// The front of the toolkit: one card a shelf, with what waits for somebody on it.
  func toolkitLanding(_ shelf: ToolkitShelf) -> IndexPage {
    let layout = shelf.documents.layout
    let freshness = workspace.settings.freshness
    func card(
      _ address: String, _ icon: String, _ count: String, _ summary: String, _ reviewed: [WorkspaceModel.Day?],
      _ limit: Int
    ) -> Card? {
      guard let name = layout.names[address] else { return nil }
      let stale = reviewed.count { ReviewState($0, limitDays: limit, today: today).isStale }
      let never = reviewed.count { $0 == nil }
      var details = [count]
      if never > 0 { details.append("\(never) never reviewed") }
      return Card(
        icon: icon, title: layout.intro(address)?.source.title ?? name, page: Href(address),
        summary: layout.intro(address)?.source.summary ?? summary,
        badges: stale > 0 ? [Badge(text: "\(stale) stale", tone: "warning")] : [], details: details, owner: nil)
    }
    let cards = [
      card(
        "/toolkit/battlecards/", "battlecard", Format.count(workspace.battlecards.count, "card"),
        "What to know and say when a competitor is in the deal.", workspace.battlecards.map(\.reviewedOn),
        freshness.battlecardDays),
      card(
        "/toolkit/playbooks/", "playbook", Format.count(workspace.playbooks.count, "playbook"),
        "How a piece of selling is done, step by step.", workspace.playbooks.map(\.reviewedOn), freshness.playbookDays),
      card(
        "/toolkit/templates/", "template", Format.count(workspace.templates.count, "template"),
        "Texts to copy and fill in.", workspace.templates.map(\.reviewedOn), freshness.templateDays),
      card(
        "/toolkit/training/", "training", Format.count(workspace.lessons.count, "lesson"),
        "Lessons by path, in the order to take them.", workspace.lessons.map(\.reviewedOn), freshness.trainingDays),
      card(
        "/toolkit/security-compliance/", "security", Format.count(workspace.securityPages.count, "page"),
        "Approved answers for security and legal reviewers.", workspace.securityPages.map(\.reviewedOn),
        freshness.securityDays),
    ].compactMap(\.self)
    let group = CardGroup(
      groupTitle: nil, anchor: "shelves", countText: Format.count(cards.count, "shelf", "shelves"), groupSummary: nil,
      cards: cards, isOrdered: false, emptyTitle: "Nothing here yet", emptyHint: "Add a file under sales-toolkit.")
    return shelfPage(
      "/toolkit/", title: "Toolkit", icon: "battlecard", lede: "What to know, say, send and learn.", groups: [group],
      shelf)
  }
}
