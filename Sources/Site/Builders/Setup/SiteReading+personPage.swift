internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  /// The page of one of us, with what they carry.
  func personPage(_ member: TeamMember, _ shelf: SetupShelf) -> PersonPage {
    let accounts = shelf.accountsOf[member.id] ?? []
    let deals = shelf.dealsOf[member.id] ?? []
    let tasks = shelf.tasksOf[member.id] ?? []
    return PersonPage(
      head: PageHead(
        title: member.name, kicker: member.jobTitle ?? member.role.map { SalesWords.role($0.rawValue) },
        headIcon: "people", crumbs: [Crumb(text: "People", href: Href("/people/"))],
        badges: member.status == .left ? [Badge(text: "Left", tone: "neutral")] : [],
        figures: [
          figure("Accounts", accounts.count, "accounts"), figure("Open deals", deals.count, "deals"),
          figure("Open tasks", tasks.count, "tasks"),
        ],
        actions: changes.isEmpty
          ? [] : [Link(text: "Changes", href: Href("/changes/", fragment: "person=\(member.id)"))]),
      factGroups: [personFacts(member, shelf)],
      plans: planItems(shelf.plansOf[member.id] ?? [], on: Href("/people/\(member.id)/")),
      quotas: quotas(of: member, shelf),
      accounts: accountTable(accounts), deals: dealTable(deals, of: member.id), tasks: shelf.sales.taskItems(tasks),
      reports: (shelf.reportsTo[member.id] ?? []).map { person($0.id) },
      provenance: provenanceOrNone(workspace.peopleSource))
  }

  private func figure(_ label: String, _ count: Int, _ anchor: String) -> KeyFigure {
    KeyFigure(
      label: label, value: Format.grouped(count), note: nil, noteTone: "neutral",
      evidence: count > 0 ? Href("", fragment: anchor) : nil, isUnknown: false)
  }

  private func personFacts(_ member: TeamMember, _ shelf: SetupShelf) -> FactGroup {
    var facts = [
      textFact("Role", member.role.map { SalesWords.role($0.rawValue) }),
      textFact("Team", member.team.map { Slug.title(of: $0) }),
    ]
    if let manager = member.manager { facts.append(peopleFact("Manager", [manager])) }
    facts.append(
      Fact(
        label: "E-mail", values: member.email.map { [FactValue(value: $0, target: Href("mailto:\($0)"))] } ?? []))
    facts.append(textFact("Time zone", member.timeZone))
    facts.append(dayFact("Since", member.startedOn))
    if member.status == .left || member.leftOn != nil { facts.append(dayFact("Left", member.leftOn)) }
    if let reports = liveReportFact(member.id, shelf) { facts.append(reports) }
    let plans = (shelf.plansOf[member.id] ?? []).prefix(5).compactMap { plan in
      addresses.href(plan.source.path).map { FactValue(value: plan.day.map(Format.day) ?? plan.title, target: $0) }
    }
    if !plans.isEmpty { facts.append(Fact(label: "Daily plans", values: plans)) }
    return FactGroup(groupTitle: "Person", facts: facts)
  }

  private func accountTable(_ accounts: [(customer: Customer, roles: [String])]) -> DataTable {
    SalesTable.table(
      "Accounts", anchor: "accounts", countText: Format.count(accounts.count, "account"),
      isFilterable: accounts.count > 10,
      columns: [
        SalesTable.column("Customer"), SalesTable.column("Part", facet: true),
        SalesTable.column("Lifecycle", facet: true), SalesTable.column("ARR", number: true),
        SalesTable.column("Renewal"),
      ],
      rows: accounts.map { customer, roles in
        [
          SalesTable.text(customer.name, target: addresses.href(customer.source.path)),
          SalesTable.text(roles.joined(separator: ", ")),
          SalesTable.badge(customer.lifecycle.map(SalesWords.lifecycle)),
          customer.arr == nil && customer.lifecycle == .prospect
            ? SalesTable.nothing() : SalesTable.money(customer.arr),
          customer.renewalOn == nil && customer.lifecycle != .customer
            ? SalesTable.nothing() : SalesTable.day(customer.renewalOn),
        ]
      },
      empty: ("No accounts", "Accounts name their owners in the profile."))
  }

  private func dealTable(_ deals: [Deal], of id: String) -> DataTable {
    var sum = MoneySum()
    for deal in deals { sum.add(deal.amount) }
    return SalesTable.table(
      "Open deals", anchor: "deals", countText: Format.count(deals.count, "deal"), isFilterable: deals.count > 10,
      columns: [
        SalesTable.column("Deal"), SalesTable.column("Part", facet: true), SalesTable.column("Stage", facet: true),
        SalesTable.column("Amount", number: true), SalesTable.column("Close date"),
      ],
      rows: deals.map { deal in
        [
          SalesTable.text(qualifiedTitle(deal), target: addresses.href(deal.source.path)),
          SalesTable.text(deal.owner == id ? "Owner" : "Team"), SalesTable.text(stageName(deal)),
          SalesTable.money(deal.amount), SalesTable.day(deal.closeOn),
        ]
      },
      totals: deals.count < 2
        ? nil
        : [
          SalesTable.text("All \(Format.count(deals.count, "deal"))"), SalesTable.blank(), SalesTable.blank(),
          SalesTable.sum(sum), SalesTable.blank(),
        ],
      empty: ("No open deals", "Deals name their owner and team."))
  }
}
