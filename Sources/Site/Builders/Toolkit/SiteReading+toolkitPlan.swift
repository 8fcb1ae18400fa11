internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// Pages of the toolkit: the landing page, an index for each shelf that holds something, and all records on them.
  func toolkitPlan() -> [PlannedPage] {
    let shelf = ToolkitShelf(self)
    let layout = shelf.documents.layout
    var plan: [PlannedPage] = []
    func index(_ address: String, _ section: SiteSection, _ model: @escaping @Sendable (SiteReading) -> IndexPage) {
      guard layout.has(address) else { return }
      plan.append(PlannedPage(address, section, source: layout.intro(address)?.source.path) { model($0) })
    }
    func records<Record: WorkspaceRecord>(
      _ records: [Record], _ section: SiteSection,
      _ model: @escaping @Sendable (SiteReading, Record, Href) -> any PageModel
    ) {
      for record in records {
        guard let href = addresses.href(record.source.path) else { continue }
        plan.append(PlannedPage(href.path, section, source: record.source.path) { model($0, record, href) })
      }
    }
    index("/toolkit/", .toolkit) { $0.toolkitLanding(shelf) }
    index("/toolkit/battlecards/", .battlecards) { $0.battlecardIndex(shelf) }
    index("/toolkit/playbooks/", .playbooks) { $0.playbookIndex(shelf) }
    index("/toolkit/templates/", .templates) { $0.templateIndex(shelf) }
    index("/toolkit/training/", .training) { $0.trainingIndex(shelf) }
    index("/toolkit/security-compliance/", .security) { $0.securityIndex(shelf) }
    records(workspace.battlecards, .battlecards) { $0.battlecardPage($1, $2) }
    records(workspace.playbooks, .playbooks) { $0.playbookPage($1, $2, shelf) }
    records(workspace.templates, .templates) { $0.templatePage($1, $2, shelf) }
    records(workspace.lessons, .training) { $0.lessonPage($1, $2, shelf) }
    records(workspace.securityPages, .security) { $0.securityPage($1, $2) }
    return plan
  }

  /// The way down to a page of the toolkit.
  func toolkitCrumbs(_ text: String? = nil, _ address: String? = nil) -> [Crumb] {
    let toolkit = Crumb(text: "Toolkit", href: Href("/toolkit/"))
    guard let text, let address else { return [toolkit] }
    return [toolkit, Crumb(text: text, href: Href(address))]
  }

  /// A page of cards with the text of the folder's own file above them and its other pages below.
  func shelfPage(
    _ address: String, title: String, icon: String, lede: String, groups: [CardGroup], _ shelf: ToolkitShelf
  ) -> IndexPage {
    let intro = shelf.documents.layout.intro(address)
    return IndexPage(
      head: PageHead(
        title: intro?.source.title ?? title, kicker: "Toolkit", headIcon: icon, lede: intro?.source.summary ?? lede,
        crumbs: address == "/toolkit/" ? [] : toolkitCrumbs()),
      intro: introText(intro, on: address),
      groups: groups + folderGroups(address, shelf.documents, besideOthers: true),
      provenance: intro.map { provenance($0.source, reviewed: $0.reviewedOn) })
  }
}
