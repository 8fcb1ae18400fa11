internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The page of a customer; `files` are the other records of its folder.
  func customerPage(_ customer: Customer, at page: Href, files: [any WorkspaceRecord]) -> CustomerPage {
    let slug = customer.slug
    let interactions = site.index.interactionsOf[slug] ?? []
    let deals = (site.index.dealsOf[slug] ?? []).filter(\.isOpen).map { dealCard($0, onBoard: false) }
    let contacts = contactItems(slug)
    let insights = insightItems(site.index.insightsOf[slug] ?? [], quotes: 1)
    let tasks = shortened(taskItems(site.index.tasksOf[slug] ?? []))
    let documents = documentItems(files)
    let usage = sparklines(slug)
    let health = healthScore(slug)
    let journey = journeySection(customer)
    func tab(_ text: String, _ anchor: String, _ count: Int) -> Tab {
      Tab(text: text, anchor: anchor, tabCount: count == 0 ? nil : Format.grouped(count))
    }
    return CustomerPage(
      head: customerHead(customer, health),
      tabs: [
        Tab(text: "Overview", anchor: "overview"), tab("Deals", "deals", deals.count),
      ] + (journey == nil ? [] : [Tab(text: "Journey", anchor: "journey")]) + [
        tab("Timeline", "timeline", interactions.count), tab("People", "people", contacts.count),
        tab("Insights", "insights", insights.count), tab("Tasks", "tasks", tasks.count { !$0.isDone }),
        Tab(text: "Usage & billing", anchor: "usage"), tab("Documents", "documents", documents.count),
      ],
      factGroups: customerFacts(customer), healthScore: health,
      actionPanel: actionsPanel(attention(customer).reasons),
      alerts: alertItems((site.index.alertsOf[slug] ?? []).filter(\.isOpen)),
      story: site.body(of: customer.source.path, on: page), journey: journey, peopleMap: peopleMap(slug),
      changed: changedPanel(of: customer),
      rivals: rivalsPanel(slug), timeline: timeline(Array(interactions.prefix(Self.interactionsOfAPage))),
      allInteractions: allInteractions(slug, count: interactions.count),
      timelineSummary: timelineSummary(interactions, twoWay: standings.twoWayCounts[slug] ?? 0), deals: deals,
      closedDeals: closedDeals(slug),
      contacts: contacts, allContacts: Link(text: "All details", href: contactsAddress(slug)), insights: insights,
      tasks: tasks, usage: usage, billing: billingLink(slug),
      documents: Panel(
        panelTitle: "Documents", anchor: "documents", countText: String(documents.count), items: documents, more: nil,
        emptyTitle: "No other files", emptyHint: "Files added to the account's folder appear here."),
      backlinks: site.backlinks(to: customer.source.path),
      provenance: site.provenance(customer.source, reviewed: customer.reviewedOn))
  }

  /// The contacts page of a customer; the section of the same page when there is none.
  private func contactsAddress(_ slug: String) -> Href {
    (site.index.contactsOf[slug]?.first).flatMap { site.addresses.contact($0.id) }.map { Href($0.path) }
      ?? Href("", fragment: "people")
  }

  private func customerHead(_ customer: Customer, _ health: HealthScore?) -> PageHead {
    var badges = draftBadge(customer.source)
    if let lifecycle = customer.lifecycle { badges.append(SalesWords.lifecycle(lifecycle)) }
    if let stage = customer.accountStage { badges.append(SalesWords.accountStage(stage)) }
    if let tier = customer.tier { badges.append(Badge(text: Slug.title(of: tier.rawValue), tone: "neutral")) }
    if customer.cancellationNoticeOn != nil { badges.append(Badge(text: "Notice given", tone: "urgent")) }
    let kicker = customer.lifecycle.map { Slug.title(of: $0.rawValue) } ?? "Customer"
    return PageHead(
      title: customer.name, kicker: kicker, headIcon: "customers",
      lede: customer.source.summary ?? customer.industry, crumbs: crumbs(nil), badges: badges,
      people: customer.owners.map { site.person($0.person, part: SalesWords.role($0.role)) },
      figures: customerFigures(customer) + (health.map { [healthFigure($0)] } ?? []),
      actions: actions(customer.source) + (site.contextLink(customer).map { [$0] } ?? []),
      notices: staleNotice(customer) + site.notices(for: customer.source.path))
  }

  private func staleNotice(_ customer: Customer) -> [Notice] {
    let limit = site.workspace.settings.freshness.profileDays
    guard let reviewed = customer.reviewedOn, today.days(since: reviewed) > limit else { return [] }
    return [
      Notice(
        kind: "stale", icon: "clock", noticeTitle: "Reviewed \(days(today.days(since: reviewed))) ago",
        explanation: "A profile is to be reviewed every \(days(limit)); check what it says before you rely on it.")
    ]
  }

  private func customerFigures(_ customer: Customer) -> [KeyFigure] {
    let open = (site.index.dealsOf[customer.slug] ?? []).filter(\.isOpen)
    var pipeline = MoneySum()
    for deal in open { pipeline.add(deal.amount) }
    let isUnderContract = customer.lifecycle == .customer || customer.lifecycle == nil
    let lastTwoWay = standings.lastTwoWay[customer.slug]
    let renewal = renewalFigure(customer, isUnderContract: isUnderContract)
    let notes = [
      open.isEmpty ? nil : Format.count(open.count, "deal"), pipeline.unknown > 0 ? "\(pipeline.unknown) unknown" : nil,
    ].compactMap { $0 }
    return [
      KeyFigure(
        label: "ARR",
        value: customer.arr.map { Format.compact($0.amount, currency: $0.currency) }
          ?? (isUnderContract ? "Unknown" : "–"),
        note: customer.sitesContracted.map { Format.count($0, "site") }, noteTone: "neutral",
        evidence: Href("", fragment: "facts"), isUnknown: customer.arr == nil && isUnderContract),
      KeyFigure(
        label: "Open pipeline", value: open.isEmpty ? "–" : pipeline.sentence ?? "Unknown",
        note: open.isEmpty ? "no open deals" : notes.joined(separator: ", "), noteTone: "neutral",
        evidence: Href("", fragment: "deals"), isUnknown: !open.isEmpty && pipeline.sentence == nil),
      KeyFigure(
        label: "Last two-way", value: lastTwoWay.map { Format.relative($0, to: today) } ?? "Unknown",
        note: lastTwoWay == nil ? "none on file" : nil, noteTone: "neutral",
        evidence: Href("", fragment: "timeline"), isUnknown: lastTwoWay == nil),
      renewal,
    ]
  }

  private func renewalFigure(_ customer: Customer, isUnderContract: Bool) -> KeyFigure {
    guard let day = customer.renewalOn else {
      return KeyFigure(
        label: "Renewal", value: isUnderContract ? "Unknown" : "–", noteTone: "neutral",
        evidence: Href("", fragment: "facts"), isUnknown: isUnderContract)
    }
    let distance = day.days(since: today)
    let when = distance >= 0 ? "in \(days(distance))" : "\(days(-distance)) ago"
    let isMissing = isRenewalMissing(customer)
    return KeyFigure(
      label: "Renewal", value: Format.day(day), note: isMissing ? "\(when), no renewal deal" : when,
      noteTone: isMissing ? "urgent" : "neutral", evidence: Href("", fragment: "facts"), isUnknown: false)
  }

  /// Whether a contract ends within 120 days, or has ended, without an open deal to renew it.
  func isRenewalMissing(_ customer: Customer) -> Bool {
    guard customer.lifecycle == .customer, let day = customer.renewalOn, day.days(since: today) <= 120 else {
      return false
    }
    return !(site.index.dealsOf[customer.slug] ?? []).contains { $0.isOpen && $0.type == .renewal }
  }

  private func documentItems(_ files: [any WorkspaceRecord]) -> [ListItem] {
    files.compactMap { record in
      guard let link = link(record) else { return nil }
      let icon =
        switch record.source.kind {
        case .contacts: "people"
        case .usage: "signal"
        default: "document"
        }
      let title = record.source.kind == .contacts ? "Contacts" : link.text
      return ListItem(
        icon: icon, title: title, page: link.href, detail: record.source.summary ?? record.source.path.description,
        badges: draftBadge(record.source), on: site.visible.facts[record.source.path].map { Day($0.changedAt.day) })
    }
  }
}
