internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The table of all accounts.
  func customersPage() -> TablePage {
    let customers = site.workspace.customers.map { (key: $0.name.lowercased(), customer: $0) }.sorted {
      $0.key != $1.key ? $0.key < $1.key : $0.customer.source.path < $1.customer.source.path
    }.map(\.customer)
    let contracted = customers.filter { $0.lifecycle == .customer }
    var arr = MoneySum()
    for customer in contracted { arr.add(customer.arr) }
    var open = MoneySum()
    for deal in site.workspace.deals where deal.isOpen { open.add(deal.amount) }
    let due = contracted.filter { customer in
      customer.renewalOn.map { (0...120).contains($0.days(since: today)) } ?? false
    }
    let missing = due.count { isRenewalMissing($0) }
    return TablePage(
      head: PageHead(
        title: "Customers", kicker: "Accounts", headIcon: "customers",
        lede: "\(sentenceCase(Format.count(customers.count, "account"))), \(contracted.count) of them under contract.",
        figures: customers.isEmpty
          ? []
          : [
            KeyFigure(
              label: "ARR", value: contracted.isEmpty ? "–" : arr.sentence ?? "Unknown",
              note: Format.count(contracted.count, "customer") + (arr.unknown > 0 ? ", \(arr.unknown) unknown" : ""),
              noteTone: "neutral", isUnknown: !contracted.isEmpty && arr.sentence == nil),
            KeyFigure(
              label: "Renewals in 120 days", value: String(due.count),
              note: missing > 0 ? "\(missing) without a deal" : nil, noteTone: missing > 0 ? "warning" : "neutral",
              isUnknown: false),
          ]),
      tables: [table(of: customers, arr: arr, open: open)])
  }

  private func table(of customers: [Customer], arr: MoneySum, open: MoneySum) -> DataTable {
    let blank = SalesTable.blank()
    let count = Format.count(customers.count, "customer")
    return SalesTable.table(
      "Customers", anchor: "customers", hidesCaption: true, countText: count, isFilterable: true,
      columns: [
        SalesTable.column("Customer"), SalesTable.column("Lifecycle", facet: true), SalesTable.column("Health"),
        SalesTable.column("ARR", number: true), SalesTable.column("Open pipeline", number: true),
        SalesTable.column("Renewal"), SalesTable.column("Owner", facet: true), SalesTable.column("Last two-way"),
        SalesTable.column("Stage", facet: true), SalesTable.column("Segment", facet: true),
        SalesTable.column("Reviewed"),
      ],
      rows: customers.map(row),
      totals: [
        SalesTable.text("All \(count)"), blank, blank, SalesTable.sum(arr, remark: "under contract"),
        SalesTable.sum(open), blank, blank, blank, blank, blank, blank,
      ],
      empty: ("No customers yet", "Add one with fieldbook new customer."))
  }

  private func row(_ customer: Customer) -> [Cell] {
    let isProspect = customer.lifecycle == .prospect || customer.lifecycle == .partner
    let isOver = isProspect || customer.lifecycle == .former
    let owner = customer.owner("ae") ?? customer.owners.first?.person
    var pipeline = MoneySum()
    for deal in site.index.dealsOf[customer.slug] ?? [] where deal.isOpen { pipeline.add(deal.amount) }
    let limit = site.workspace.settings.freshness.profileDays
    let isStale = customer.reviewedOn.map { today.days(since: $0) > limit } ?? false
    return [
      SalesTable.text(customer.name, target: site.addresses.href(customer.source.path), remark: customer.industry),
      SalesTable.badge(customer.lifecycle.map(SalesWords.lifecycle)), healthCell(customer.slug),
      customer.arr == nil && isOver
        ? SalesTable.nothing() : SalesTable.money(customer.arr, kind: customer.arr?.kind != .arr),
      SalesTable.sum(pipeline),
      customer.renewalOn == nil && isOver
        ? SalesTable.nothing()
        : SalesTable.day(customer.renewalOn, remark: isRenewalMissing(customer) ? "no renewal deal" : nil),
      ownerCell(owner), SalesTable.day(standings.lastTwoWay[customer.slug], relativeTo: today),
      customer.accountStage.map { SalesTable.text(Slug.title(of: $0.rawValue)) }
        ?? (isProspect ? SalesTable.nothing() : SalesTable.unknown()),
      SalesTable.text(customer.segment.map(SalesWords.segment)),
      SalesTable.day(customer.reviewedOn, remark: isStale ? "stale" : nil),
    ]
  }

  /// One of us in a cell, linked where there is a page.
  func ownerCell(_ id: String?) -> Cell {
    guard let id else { return SalesTable.unknown() }
    let name = site.index.people[id]?.name
    return SalesTable.text(name ?? id, target: site.addresses.person(id), avatar: name.map(Format.initials))
  }

  /// "No deals" of "no deals".
  func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
