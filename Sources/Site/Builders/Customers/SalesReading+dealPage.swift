internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The page of a deal.
  func dealPage(_ deal: Deal, at page: Href) -> DealPage {
    let source = deal.source
    let standing = standings.standing(of: deal)
    let interactions = (site.index.interactionsOf[deal.customer] ?? []).filter { $0.deals.contains(deal.slug) }
    let insights = (site.index.insightsOf[deal.customer] ?? []).filter { $0.deals.contains(deal.slug) }
    let tasks = (site.index.tasksOf[deal.customer] ?? []).filter { task in
      aboutRecords(task).contains { $0.source.path == source.path }
    }
    let fieldChanges = changes(of: deal).filter { !$0.isRoutine }.map(\.change)
    let play = play(deal)
    let completeness = completeness(deal)
    let journey = site.metrics.journeys.journey(of: deal)
    func count(_ number: Int) -> String? { number == 0 ? nil : String(number) }
    return DealPage(
      head: dealHead(deal, standing),
      tabs: [
        Tab(text: "Overview", anchor: "overview"),
        Tab(text: "Qualification", anchor: "meddpicc", tabCount: "\(completeness.amount)/8"),
        Tab(text: "Committee", anchor: "committee", tabCount: count(deal.committee.count)),
        Tab(text: "Competition", anchor: "competition", tabCount: count(deal.competitors.count)),
      ] + (play == nil ? [] : [Tab(text: "Play", anchor: "play")]) + [
        Tab(text: "Timeline", anchor: "timeline", tabCount: count(interactions.count)),
        Tab(text: "Insights", anchor: "insights", tabCount: count(insights.count)),
        Tab(text: "Tasks", anchor: "tasks", tabCount: count(tasks.count { !$0.isClosed })),
        Tab(text: "Changes", anchor: "changes", tabCount: count(fieldChanges.count)),
      ],
      trail: journey.map(trail) ?? [], account: journey.flatMap { accountStrip(deal, $0) },
      factGroups: dealFacts(deal, standing), nextStep: nextStep(deal),
      exitCriteria: journey.flatMap { exitCriteria(deal, $0) },
      allGates: journey.flatMap { allGates($0.steps, of: deal.customer, list: GatePlace(deal).list) },
      actionPanel: actionsPanel(attention(deal).reasons.filter { $0.kind != .criteriaMissing }),
      meddpicc: meddpicc(deal), completeness: completeness, committee: committee(deal),
      competitors: competitors(deal), play: play, alerts: alertItems(alerts(about: deal)),
      story: site.body(of: source.path, on: page),
      verdict: verdict(deal), timeline: timeline(Array(interactions.prefix(Self.interactionsOfAPage))),
      allInteractions: allInteractions(deal.customer, count: site.index.interactionsOf[deal.customer]?.count ?? 0),
      insights: insightItems(insights, quotes: 1), tasks: shortened(taskItems(tasks)), fieldChanges: fieldChanges,
      backlinks: site.backlinks(to: source.path),
      provenance: site.provenance(source))
  }

  private func dealHead(_ deal: Deal, _ standing: DealStanding) -> PageHead {
    let kicker = deal.type.map { $0 == .new ? "New deal" : "\(SalesWords.dealType($0)) deal" } ?? "Deal"
    let stage = Badge(text: site.stageName(deal), tone: "info")
    let team = deal.team.filter { $0 != deal.owner }
    return PageHead(
      title: deal.name, kicker: kicker, headIcon: "deal", lede: deal.source.summary, crumbs: crumbs(deal.customer),
      badges: (deal.isOpen ? [stage] : []) + stateBadges(deal, standing),
      people: (deal.owner.map { [site.person($0, part: ownerPart($0))] } ?? []) + team.map { site.person($0) },
      figures: dealFigures(deal, standing), actions: actions(deal.source), notices: site.notices(for: deal.source.path))
  }

  private func ownerPart(_ id: String) -> String {
    site.index.people[id]?.jobTitle.map { "Owner, \($0)" } ?? "Owner"
  }

  private func dealFigures(_ deal: Deal, _ standing: DealStanding) -> [KeyFigure] {
    let term = [
      deal.amount?.kind.map(Format.kindName), deal.termMonths.map { $0 == 1 ? "1 month" : "\($0) months" },
    ].compactMap { $0 }
    let closing = deal.isOpen ? deal.closeOn : deal.closedOn
    let closingNote =
      standing.daysOverdue.map { "\(days($0)) overdue" } ?? closing.map { Format.relative($0, to: today) }
    let limit = deal.stage.flatMap { site.workspace.workflow(for: deal).stage($0)?.staleAfterDays }
    return [
      KeyFigure(
        label: "Amount", value: deal.amount.map { Format.compact($0.amount, currency: $0.currency) } ?? "Unknown",
        note: term.isEmpty ? nil : term.joined(separator: ", "), noteTone: "neutral",
        evidence: Href("", fragment: "changes"), isUnknown: deal.amount == nil),
      KeyFigure(
        label: deal.isOpen ? "Expected close" : "Closed", value: closing.map(Format.day) ?? "Unknown",
        note: closing.map(Format.day) == closingNote ? nil : closingNote,
        noteTone: standing.daysOverdue == nil ? "neutral" : "urgent", evidence: Href("", fragment: "changes"),
        isUnknown: closing == nil),
      deal.isOpen
        ? KeyFigure(
          label: "Odds", value: standing.probability.map(Format.percent) ?? "Unknown",
          note: standing.isOverridden ? "set by the owner" : "default of the stage", noteTone: "neutral",
          evidence: site.addresses.href(site.workspace.workflow(for: deal).source.path),
          isUnknown: standing.probability == nil)
        : KeyFigure(
          label: "Outcome", value: deal.isWon ? "Won" : "Lost", note: deal.reasonCode.map { Slug.title(of: $0) },
          noteTone: deal.isWon ? "positive" : "negative", evidence: Href("", fragment: "overview"), isUnknown: false),
      KeyFigure(
        label: "Last two-way", value: standing.lastTwoWay.map { Format.relative($0, to: today) } ?? "Unknown",
        note: deal.isOpen ? limit.map { "a stage may last \(days($0))" } : nil,
        noteTone: standing.isStale == true ? "warning" : "neutral", evidence: Href("", fragment: "timeline"),
        isUnknown: standing.lastTwoWay == nil),
    ]
  }
}
