internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// Deals and customers that need somebody, in the order in which they should be looked at.
  func attentionPanel(_ open: [Deal]) -> Panel {
    let workspace = site.workspace
    let deals = open.map { deal in
      AttentionRanking.Entry(
        record: deal.source.path, reasons: attention(deal).reasons,
        stake: weighted(deal, standings.standing(of: deal)))
    }
    let customers = workspace.customers.map { customer in
      AttentionRanking.Entry(
        record: customer.source.path, reasons: attention(customer).reasons, stake: customer.arr)
    }
    let ranked = AttentionRanking(deals + customers).entries
    let items = ranked.lazy.compactMap { item($0) }.prefix(12)
    return Panel(
      panelTitle: "Needs attention", anchor: "attention", countText: Format.count(ranked.count, "record"),
      items: Array(items), more: Link(text: "All deals", href: Href("/deals/")),
      emptyTitle: "Nothing needs attention", emptyHint: "No deal is late, stale or without a next step.")
  }

  private func item(_ entry: AttentionRanking.Entry) -> ListItem? {
    guard let record = site.index.records[entry.record], let page = site.addresses.href(entry.record) else {
      return nil
    }
    let detail = sentenceCase(entry.reasons.prefix(3).map(\.reason).joined(separator: ", "))
    let help = entry.reasons.lazy.compactMap { self.help($0) }.first
    let badge = entry.reasons.first.map { self.badge($0.kind) }
    if let deal = record as? Deal {
      return ListItem(
        icon: "deal", title: standaloneTitle(deal), page: page, detail: detail,
        badges: [Badge(text: site.stageName(deal), tone: "info")] + (badge.map { [$0] } ?? []),
        figure: entry.stake.map { "\($0.short) weighted" } ?? "Stake unknown", on: deal.closeOn.map { Day($0) },
        person: deal.owner.map { site.person($0) }, help: help)
    }
    guard let customer = record as? Customer else { return nil }
    let owner = customer.owner("csm") ?? customer.owner("ae") ?? customer.owners.first?.person
    return ListItem(
      icon: "customers", title: customer.name, page: page, detail: detail, badges: badge.map { [$0] } ?? [],
      figure: entry.stake?.short ?? "Stake unknown", on: customer.renewalOn.map { Day($0) },
      person: owner.map { site.person($0) }, help: help)
  }

  /// What an open deal asks for today.
  func attention(_ deal: Deal) -> DealAttention {
    DealAttention(
      deal, standings.standing(of: deal), workflow: site.workspace.workflow(for: deal),
      gate: StageGate(
        deal, customer: site.index.customers[deal.customer],
        interactions: site.index.interactionsOf[deal.customer] ?? [], contacts: standings.externals),
      battlecards: site.index.battlecards, play: playbook(deal)?.slug, today: today)
  }

  /// What a customer asks for today.
  func attention(_ customer: Customer) -> CustomerAttention {
    CustomerAttention(
      customer, health: site.metrics.health.score(of: customer.slug),
      hasOpenRenewal: (site.index.dealsOf[customer.slug] ?? []).contains { $0.isOpen && $0.type == .renewal },
      lastTwoWay: standings.lastTwoWay[customer.slug], today: today)
  }
}
