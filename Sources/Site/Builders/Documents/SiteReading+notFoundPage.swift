extension SiteReading {
  /// What is shown for an address that leads nowhere: the way to the sections.
  func notFoundPage() -> NotFoundPage {
    let layout = SectionLayout(self)
    let order: [(String, String)] = [
      ("/customers/", "customers"), ("/deals/", "deal"), ("/pipeline/", "pipeline"), ("/pulse/", "pulse"),
      ("/reports/", "report"), ("/toolkit/", "battlecard"), ("/people/", "people"), ("/health/", "health"),
    ]
    let sections = order.compactMap { address, icon in
      layout.names[address].map { ListItem(icon: icon, title: $0, page: Href(address)) }
    }
    return NotFoundPage(
      head: PageHead(
        title: "There is no page here", kicker: "404",
        lede: "It may have moved, or it may be outside what this build shows."),
      suggestions: [ListItem(icon: "home", title: "Home", page: Href("/"))] + sections)
  }
}
