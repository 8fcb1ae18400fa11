internal import WorkspaceModel

extension SiteReading {
  /// What is shown where a page was that is not coming back: when and why it went, and where to look now.
  func removedPage(_ entry: SiteRedirects.Entry, _ plan: SitePlan) -> NotFoundPage {
    let day = entry.since.map { " on \(Format.day($0))" } ?? ""
    let reason = entry.reason.map { ": \($0)" } ?? ""
    var suggestions = [ListItem(icon: "home", title: "Home", page: Href("/"))]
    if let section = nearestPage(above: entry.from, plan) { suggestions.insert(section, at: 0) }
    return NotFoundPage(
      head: PageHead(title: "This page was removed", kicker: "Removed", lede: "Removed\(day)\(reason)"),
      suggestions: suggestions)
  }

  /// The page of the innermost folder or section that an address lies in.
  private func nearestPage(above address: String, _ plan: SitePlan) -> ListItem? {
    var next = DocumentEntry.parent(of: address)
    while let above = next, above != "/" {
      if plan.addresses.contains(above) {
        let title = plan.source(of: above).flatMap { index.records[$0]?.title }
        let last = above.split(separator: "/").last.map(String.init) ?? ""
        return ListItem(
          icon: "folder", title: title ?? plan.sectionNames[above] ?? Slug.title(of: last),
          page: Href(above))
      }
      next = DocumentEntry.parent(of: above)
    }
    return nil
  }
}
