internal import WorkspaceModel

extension SiteReading {
  /// All texts to copy, grouped by what they are.
  func templateIndex(_ shelf: ToolkitShelf) -> IndexPage {
    let grouped = Dictionary(grouping: workspace.templates, by: \.kind)
    let kinds: [TextTemplate.Kind?] = TextTemplate.Kind.allCases + [nil]
    let groups = kinds.compactMap { kind -> CardGroup? in
      guard let templates = grouped[kind] else { return nil }
      let sorted = templates.sorted { left, right in
        let first = shelf.firstStage(left.stages).map(shelf.rank) ?? Int.max
        let second = shelf.firstStage(right.stages).map(shelf.rank) ?? Int.max
        return first != second
          ? first < second : (left.title, left.source.path) < (right.title, right.source.path)
      }
      return CardGroup(
        groupTitle: Self.plural(of: kind), anchor: kind?.rawValue ?? "other",
        countText: Format.count(sorted.count, "template"), groupSummary: nil,
        cards: sorted.compactMap { templateCard($0, shelf) }, isOrdered: false, emptyTitle: "No templates yet",
        emptyHint: "Add a file under sales-toolkit/templates.")
    }
    return shelfPage(
      "/toolkit/templates/", title: "Templates", icon: "template", lede: "Texts to copy and fill in.", groups: groups,
      shelf)
  }

  /// The page of a template.
  func templatePage(_ template: TextTemplate, _ href: Href, _ shelf: ToolkitShelf) -> TemplatePage {
    let review = review(of: template)
    return TemplatePage(
      head: PageHead(
        title: template.title, kicker: "Template", headIcon: "template", lede: template.source.summary,
        crumbs: toolkitCrumbs("Templates", "/toolkit/templates/"), badges: draftMark(template.source) + [review.badge],
        people: answerers(template.owner), actions: pageActions(template.source, at: href.path),
        notices: notices(for: template.source.path) + [review.notice].compactMap(\.self)),
      facts: [
        textFact("Kind", template.kind.map(Self.name)), textFact("Stages", template.stages.map(shelf.stageName)),
        peopleFact("Owner", template.owner.map { [$0] } ?? []), dayFact("Reviewed", template.reviewedOn),
      ],
      variables: template.variables, body: body(of: template.source.path, on: href) ?? HTML(bytes: []),
      source: Self.bodyText(template.source), backlinks: backlinks(to: template.source.path),
      provenance: provenance(template.source, reviewed: template.reviewedOn))
  }

  /// The text of a file as it stands below its front matter.
  static func bodyText(_ source: RecordSource) -> String {
    var bytes = source.body?.bytes ?? []
    bytes = bytes.drop { $0 == 0x0A || $0 == 0x0D }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func review(of template: TextTemplate) -> ReviewState {
    ReviewState(template.reviewedOn, limitDays: workspace.settings.freshness.templateDays, today: today)
  }

  private func templateCard(_ template: TextTemplate, _ shelf: ToolkitShelf) -> Card? {
    guard let href = addresses.href(template.source.path) else { return nil }
    let review = review(of: template)
    var details = [review.badge.text]
    if !template.stages.isEmpty { details.insert(template.stages.map(shelf.stageName).joined(separator: ", "), at: 0) }
    if !template.variables.isEmpty { details.append("\(Format.count(template.variables.count, "place")) to fill in") }
    return Card(
      icon: "template", title: template.title, page: href, summary: summary(of: template.source),
      badges: draftMark(template.source) + (review.isStale ? [Badge(text: "Stale", tone: "warning")] : []),
      details: details, owner: template.owner.map { person($0) })
  }

  private static func name(of kind: TextTemplate.Kind) -> String {
    switch kind {
    case .email: "E-mail"
    case .onePager: "One-pager"
    case .proposal, .agenda, .checklist: Slug.title(of: kind.rawValue)
    }
  }

  private static func plural(of kind: TextTemplate.Kind?) -> String {
    kind.map { name(of: $0) + "s" } ?? "Other texts"
  }
}
