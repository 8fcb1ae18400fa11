internal import WorkspaceModel

extension SiteReading {
  /// The page of results; it is there even when nothing else is.
  func searchPlan() -> [PlannedPage] {
    [PlannedPage(SearchPage.address, .pages) { $0.searchPage() }] + letterPlan()
  }

  private func searchPage() -> SearchPage {
    let layout = SectionLayout(self)
    let order: [(String, String)] = [
      ("/customers/", "customers"), ("/deals/", "deal"), ("/toolkit/battlecards/", "battlecard"),
      ("/toolkit/playbooks/", "playbook"), ("/toolkit/templates/", "template"), ("/toolkit/training/", "training"),
      ("/toolkit/security-compliance/", "security"), ("/reports/", "report"), ("/people/", "people"),
      ("/workflows/", "workflow"),
    ]
    return SearchPage(
      head: PageHead(title: "Search", headIcon: "search"), formPage: Href(SearchPage.address),
      browse: order.compactMap { address, icon in
        layout.names[address].map { ListItem(icon: icon, title: $0, page: Href(address)) }
      }, letters: letters.shelves.map { Link(text: $0.name, href: Href($0.address)) })
  }
}
