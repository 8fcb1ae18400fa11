internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
  /// The page of an interaction; `neighbours` are those of its customer, newest first.
  func interactionPage(_ interaction: Interaction, at page: Href, place: Int, in neighbours: [Interaction])
    -> InteractionPage
  {
    let source = interaction.source
    let twoWay = isTwoWay(interaction)
    let held = interaction.outcome == .held ? [Badge(text: "Held", tone: "neutral")] : []
    return InteractionPage(
      head: PageHead(
        title: interaction.subject, kicker: SalesWords.kind(interaction.kind),
        headIcon: SalesWords.icon(interaction.kind),
        lede: interaction.occurredAt.map(Format.instant), crumbs: crumbs(interaction.customer),
        badges: (twoWay ? [Badge(text: "Two-way", tone: "positive")] : []) + held + badges(interaction),
        actions: actions(source), notices: site.notices(for: source.path)),
      factGroups: [interactionFacts(interaction)], sides: sides(interaction), outcome: interaction.summary,
      body: site.body(of: source.path, on: page), insights: insightItems(insightsQuoting(interaction)),
      thread: thread(interaction, neighbours),
      previous: place + 1 < neighbours.count ? link(neighbours[place + 1]) : nil,
      next: place > 0 ? link(neighbours[place - 1]) : nil, backlinks: site.backlinks(to: source.path),
      provenance: site.provenance(source))
  }

  private func interactionFacts(_ interaction: Interaction) -> FactGroup {
    var facts = [
      Fact(label: "Customer", values: [customerValue(interaction.customer)]),
      Fact(label: "Deals", values: dealValues(interaction.deals, of: interaction.customer)),
      Fact(label: "When", values: textValues(interaction.occurredAt.map(Format.instant))),
    ]
    if let minutes = interaction.durationMinutes {
      facts.append(Fact(label: "Duration", values: [FactValue(value: "\(minutes) min")]))
    }
    if let direction = interaction.direction {
      facts.append(Fact(label: "Direction", values: [FactValue(value: Slug.title(of: direction.rawValue))]))
    }
    if let origin = interaction.origin {
      let value = FactValue(value: Slug.title(of: origin.system), remark: origin.id.isEmpty ? nil : origin.id)
      facts.append(Fact(label: "Imported from", values: [value]))
    }
    let counts =
      isTwoWay(interaction) ? "Two-way contact" : interaction.isActivity ? "Activity" : "A signal, not contact"
    facts.append(Fact(label: "Counts as", values: [FactValue(value: counts)]))
    return FactGroup(groupTitle: "Interaction", facts: facts)
  }

  /// The customer's people, then ours; ids that nobody visible has stand among the customer's.
  private func sides(_ interaction: Interaction) -> [ParticipantSide] {
    let ours = interaction.participants.filter { site.index.people[$0] != nil }
    let theirs = interaction.participants.filter { site.index.people[$0] == nil }
    var sides: [ParticipantSide] = []
    if !theirs.isEmpty {
      sides.append(ParticipantSide(company: site.customerName(interaction.customer), people: theirs.map(outsider)))
    }
    if !ours.isEmpty {
      sides.append(ParticipantSide(company: site.workspace.settings.name, people: ours.map { site.person($0) }))
    }
    return sides
  }

  private func outsider(_ id: String) -> Person {
    guard let contact = site.index.contacts[id] else { return site.person(id) }
    return Person(
      initials: Format.initials(contact.name), name: contact.name, jobTitle: contact.jobTitle,
      profile: site.addresses.contact(id))
  }

  private func insightsQuoting(_ interaction: Interaction) -> [Insight] {
    let folder = RepoPath("customers/\(interaction.customer)")
    return (site.index.insightsOf[interaction.customer] ?? []).filter { insight in
      insight.evidence.contains { folder.resolving($0.source) == interaction.source.path }
    }
  }

  /// The rest of the thread, oldest first; nil when there is none.
  private func thread(_ interaction: Interaction, _ neighbours: [Interaction]) -> Panel? {
    guard let thread = interaction.thread else { return nil }
    let others = neighbours.reversed().filter { $0.thread == thread && $0.source.path != interaction.source.path }
    let items = others.compactMap { other -> ListItem? in
      guard let link = link(other) else { return nil }
      return ListItem(
        icon: SalesWords.icon(other.kind), title: link.text, page: link.href, detail: other.summary,
        badges: badges(other), on: other.occurredAt.map { Day($0.day) })
    }
    guard !items.isEmpty else { return nil }
    return Panel(
      panelTitle: "In this thread", anchor: "thread", countText: String(items.count), items: items, more: nil,
      emptyTitle: "No other messages", emptyHint: "The thread has only this one.")
  }
}
