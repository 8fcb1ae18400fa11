internal import Diagnostics
internal import Intelligence
internal import WorkspaceModel

extension SiteReading {
  /// The index of reports by level, and a page for each definition.
  func reportPlan(_ shelf: SetupShelf, _ sources: Once<ReportSources>) -> [PlannedPage] {
    guard !workspace.reports.isEmpty else { return [] }
    let editions = savedEditions(shelf)
    let intro = shelf.documents.layout.intro("/reports/")
    var plan = [
      PlannedPage("/reports/", .reports, source: intro?.source.path) { $0.reportIndex(shelf, editions) }
    ]
    for report in workspace.reports {
      guard let href = addresses.href(report.source.path) else { continue }
      plan.append(
        PlannedPage(href.path, .reports, source: report.source.path) {
          $0.reportPage(report, href, editions[report.source.path] ?? [], shelf, sources.value)
        })
    }
    return plan + liveReportPlan(shelf, sources)
  }

  private func reportIndex(_ shelf: SetupShelf, _ editions: [RepoPath: [Page]]) -> IndexPage {
    let grouped = Dictionary(grouping: workspace.reports, by: \.level)
    let levels: [ReportDefinition.Level?] = ReportDefinition.Level.allCases + [nil]
    let groups = levels.compactMap { level -> CardGroup? in
      guard let reports = grouped[level] else { return nil }
      let sorted = reports.sorted { ($0.title, $0.source.path) < ($1.title, $1.source.path) }
      return CardGroup(
        groupTitle: level.map { Slug.title(of: $0.rawValue) } ?? "Level unknown", anchor: level?.rawValue ?? "other",
        countText: Format.count(sorted.count, "report"), groupSummary: nil,
        cards: sorted.compactMap { reportCard($0, editions: editions[$0.source.path]?.count ?? 0) }, isOrdered: false,
        emptyTitle: "No reports yet", emptyHint: "Define one under reporting.")
    }
    let intro = shelf.documents.layout.intro("/reports/")
    return IndexPage(
      head: PageHead(
        title: intro?.source.title ?? "Reports", kicker: "Reporting", headIcon: "report",
        lede: intro?.source.summary ?? "What is computed, for whom and how often."),
      intro: introText(intro, on: "/reports/"),
      groups: groups + folderGroups("/reports/", shelf.documents, besideOthers: true),
      provenance: intro.map { provenance($0.source, reviewed: $0.reviewedOn) })
  }

  private func reportCard(_ report: ReportDefinition, editions: Int) -> Card? {
    guard let href = addresses.href(report.source.path) else { return nil }
    var details = [report.cadence.map(Self.name) ?? "Cadence unknown"]
    if let role = report.forRole { details.append("for \(SalesWords.role(role))") }
    details.append(Format.count(report.sections.count, "section"))
    if editions > 0 { details.append(Format.count(editions, "edition")) }
    return Card(
      icon: "report", title: report.title, page: href, summary: summary(of: report.source),
      badges: draftMark(report.source), details: details, owner: report.owner.map { person($0) })
  }

  private func reportPage(
    _ report: ReportDefinition, _ href: Href, _ editions: [Page], _ shelf: SetupShelf, _ sources: ReportSources
  ) -> ReportPage {
    let latest = latest(report, on: href, sources)
    return ReportPage(
      head: PageHead(
        title: report.title, kicker: "Report", headIcon: "report", lede: report.source.summary,
        crumbs: [Crumb(text: "Reports", href: Href("/reports/"))], badges: draftMark(report.source),
        people: answerers(report.owner), actions: pageActions(report.source, at: href.path),
        notices: notices(for: report.source.path) + (latest?.notices ?? [])),
      facts: [
        textFact("Level", report.level.map { Slug.title(of: $0.rawValue) }),
        textFact("Cadence", report.cadence.map(Self.name)), textFact("For", report.forRole.map(SalesWords.role)),
        textFact("Period", report.period.map { Slug.title(of: $0) }),
        peopleFact("Owner", report.owner.map { [$0] } ?? []), dayFact("Reviewed", report.reviewedOn),
      ] + (latest?.facts ?? []),
      sections: report.sections.enumerated().map { number, section in
        ReportSection(
          number: number + 1, title: section.title, identifier: section.id, computedFrom: section.origin ?? "unknown",
          shows: section.shows ?? "")
      },
      latest: latest?.text, template: latest == nil ? Self.bodyText(report.source) : nil,
      live: liveReportPanel(report, shelf), editions: editionPanel(editions),
      command: CommandLine(purpose: "Print it now", line: "fieldbook report \(report.report)"),
      provenance: provenance(report.source, reviewed: report.reviewedOn))
  }

  private func editionPanel(_ editions: [Page]) -> Panel {
    let items = editions.prefix(30).compactMap { page in
      addresses.href(page.source.path).map { ListItem(icon: "document", title: page.title, page: $0) }
    }
    return Panel(
      panelTitle: "Saved editions", anchor: "editions", countText: Format.count(editions.count, "edition"),
      items: items, more: nil, emptyTitle: "No edition has been saved",
      emptyHint: "Print the report and commit the result to keep it.")
  }

  /// Saved editions by definition: pages below an `editions` folder that name the report, newest name first.
  private func savedEditions(_ shelf: SetupShelf) -> [RepoPath: [Page]] {
    var definitions: [String: RepoPath] = [:]
    for report in workspace.reports {
      for name in [report.report, report.source.slug] where definitions[name] == nil {
        definitions[name] = report.source.path
      }
    }
    var editions: [RepoPath: [Page]] = [:]
    for page in workspace.pages where page.source.path.isInside("reporting") && !shelf.documents.layout.isIntro(page) {
      let parts = page.source.path.components.map { String(decoding: $0, as: UTF8.self) }
      guard let place = parts.firstIndex(of: "editions") else { continue }
      let names = [page.source.fields?["report"]?.text].compactMap(\.self) + parts[(place + 1)...].dropLast()
      if let definition = names.lazy.compactMap({ definitions[$0] }).first {
        editions[definition, default: []].append(page)
      }
    }
    return editions.mapValues { $0.sorted { $0.source.path > $1.source.path } }
  }

  private static func name(of cadence: ReportDefinition.Cadence) -> String {
    cadence == .onEvent ? "When it happens" : Slug.title(of: cadence.rawValue)
  }
}
