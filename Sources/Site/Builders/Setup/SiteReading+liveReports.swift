internal import Diagnostics
internal import Intelligence
internal import WorkspaceModel

extension SiteReading {
  /// A page for every report about somebody or a team.
  func liveReportPlan(_ shelf: SetupShelf, _ sources: Once<ReportSources>) -> [PlannedPage] {
    shelf.live.entries.map { entry in
      PlannedPage(entry.address, .reports) { $0.liveReportPage(entry, shelf, sources.value) }
    }
  }

  private func liveReportPage(
    _ entry: LiveReports.Entry, _ shelf: SetupShelf, _ sources: ReportSources
  ) -> LiveReportPage {
    let (definition, subject) = (entry.definition, entry.subject)
    let href = Href(entry.address)
    let report: LatestReport?
    let option: String
    var people: [Person] = []
    switch subject {
    case .person(let member):
      report = liveReport(definition, person: member.id, team: nil, on: href, sources)
      option = "--user \(member.id)"
      people = [person(member.id)]
    case .team(let team):
      report = liveReport(definition, person: nil, team: team, on: href, sources)
      option = "--team \(team)"
    }
    var crumbs = [Crumb(text: "Reports", href: Href("/reports/"))]
    if let page = addresses.href(definition.source.path) { crumbs.append(Crumb(text: definition.title, href: page)) }
    return LiveReportPage(
      head: PageHead(
        title: "\(definition.title): \(subject.name)", kicker: "Report", headIcon: "report",
        lede: definition.source.summary, crumbs: crumbs, badges: draftMark(definition.source), people: people,
        notices: report?.notices ?? []),
      // Freshness and what is unknown stand in the text.
      text: report?.text, facts: Array((report?.facts ?? []).prefix(3)) + [textFact("Audience", visible.audienceTitle)],
      others: liveReportPanel(definition, shelf, besides: entry.address),
      command: CommandLine(purpose: "Print it now", line: "fieldbook report \(definition.source.slug) \(option)"),
      provenance: provenance(definition.source, reviewed: definition.reviewedOn))
  }

  /// The same report about others; nil when there is none.
  func liveReportPanel(_ definition: ReportDefinition, _ shelf: SetupShelf, besides address: String? = nil) -> Panel? {
    let entries = shelf.live.entries(of: definition).filter { $0.address != address }
    guard !entries.isEmpty else { return nil }
    let isTeam = definition.level == .team
    let items = entries.map { entry in
      var item = ListItem(
        icon: isTeam ? "people" : "report", title: entry.subject.name, page: Href(entry.address), badges: [])
      if case .person(let member) = entry.subject { item.detail = member.jobTitle }
      return item
    }
    return Panel(
      panelTitle: address == nil ? (isTeam ? "For each team" : "For each person") : "About others", anchor: "live",
      countText: Format.count(items.count, isTeam ? "team" : "person", isTeam ? nil : "people"), items: items,
      more: nil, emptyTitle: "Nobody yet", emptyHint: "People stand in workspace-setup/people.yaml.")
  }

  /// The reports about somebody as a line of their page; nil when there is none.
  func liveReportFact(_ person: String, _ shelf: SetupShelf) -> Fact? {
    let entries = shelf.live.entries(of: person)
    guard !entries.isEmpty else { return nil }
    return Fact(
      label: "Reports", values: entries.map { FactValue(value: $0.definition.title, target: Href($0.address)) })
  }
}
