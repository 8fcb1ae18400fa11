internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The tables of all deals: open ones by expected close, closed ones newest first.
  func dealsPage() -> TablePage {
    let deals = site.workspace.deals
    let open = sorted(deals.filter(\.isOpen), by: \.closeOn, newestFirst: false)
    let closed = sorted(deals.filter { !$0.isOpen }, by: \.closedOn, newestFirst: true)
    let won = closed.count { $0.isWon }
    var amount = MoneySum()
    for deal in open { amount.add(deal.amount) }
    let overdue = open.count { standings.standing(of: $0).daysOverdue != nil }
    let lede = "\(sentenceCase(Format.count(open.count, "open deal"))), \(won) won and \(closed.count - won) lost."
    return TablePage(
      head: PageHead(
        title: "Deals", kicker: "Pipeline", headIcon: "deal", lede: lede,
        figures: open.isEmpty
          ? []
          : [
            KeyFigure(
              label: "Open pipeline", value: amount.sentence ?? "Unknown",
              note: Format.count(open.count, "deal") + (amount.unknown > 0 ? ", \(amount.unknown) unknown" : ""),
              noteTone: "neutral", evidence: Href("/pipeline/"), isUnknown: amount.sentence == nil),
            KeyFigure(
              label: "Close date passed", value: String(overdue), note: nil,
              noteTone: overdue > 0 ? "urgent" : "neutral", isUnknown: false),
          ]),
      tables: [openTable(open, amount)] + (closed.isEmpty ? [] : [closedTable(closed)]))
  }

  private func sorted(
    _ deals: [Deal], by day: (Deal) -> WorkspaceModel.Day?, newestFirst: Bool
  ) -> [Deal] {
    deals.sorted { left, right in
      let (first, second) = (day(left), day(right))
      if first != second {
        guard let first else { return false }
        guard let second else { return true }
        return newestFirst ? first > second : first < second
      }
      return left.source.path < right.source.path
    }
  }

  private func openTable(_ deals: [Deal], _ amount: MoneySum) -> DataTable {
    var weightedSum = MoneySum()
    for deal in deals { weightedSum.add(weighted(deal, standings.standing(of: deal))) }
    let blank = SalesTable.blank()
    let count = Format.count(deals.count, "open deal")
    return SalesTable.table(
      "Open deals", anchor: "open", countText: count, isFilterable: true,
      columns: [
        SalesTable.column("Deal"), SalesTable.column("Stage", facet: true), SalesTable.column("Amount", number: true),
        SalesTable.column("Expected close"), SalesTable.column("Owner", facet: true),
        SalesTable.column("Category", facet: true), SalesTable.column("Odds", number: true),
        SalesTable.column("Weighted", number: true), SalesTable.column("Customer", facet: true),
        SalesTable.column("Next step"), SalesTable.column("Last two-way"),
      ],
      rows: deals.map(openRow),
      totals: [
        SalesTable.text("All \(count)"), blank, SalesTable.sum(amount), blank, blank, blank, blank,
        SalesTable.sum(weightedSum), blank, blank, blank,
      ],
      empty: ("No open deals", "Add one with fieldbook new deal."))
  }

  private func openRow(_ deal: Deal) -> [Cell] {
    let standing = standings.standing(of: deal)
    let step = deal.nextStep
    let stepRemark = standing.nextStepDaysLate.map { "\(days($0)) overdue" } ?? step?.due.map { Format.day($0) }
    return [
      SalesTable.text(
        deal.name, target: site.addresses.href(deal.source.path), remark: deal.type.map(SalesWords.dealType)),
      SalesTable.text(
        deal.stage == nil ? nil : site.stageName(deal), remark: standing.isStale == true ? "stale" : nil),
      SalesTable.money(deal.amount),
      SalesTable.day(deal.closeOn, remark: standing.daysOverdue.map { "\(days($0)) overdue" }),
      ownerCell(deal.owner), SalesTable.text(standing.category.map(SalesWords.category)),
      standing.probability.map { odds in
        Cell(
          label: "", text: Format.percent(odds), sortKey: odds.text, remark: standing.isOverridden ? "owner's" : nil)
      } ?? SalesTable.unknown(),
      SalesTable.money(weighted(deal, standing)), customerCell(deal.customer),
      step.map { SalesTable.text($0.text, remark: stepRemark) } ?? SalesTable.nothing(remark: "none"),
      SalesTable.day(standing.lastTwoWay, relativeTo: today),
    ]
  }

  private func closedTable(_ deals: [Deal]) -> DataTable {
    var won = MoneySum()
    for deal in deals where deal.isWon { won.add(deal.amount) }
    let blank = SalesTable.blank()
    let count = Format.count(deals.count, "closed deal")
    return SalesTable.table(
      "Closed deals", anchor: "closed", countText: count, isFilterable: true,
      columns: [
        SalesTable.column("Deal"), SalesTable.column("Customer", facet: true),
        SalesTable.column("Outcome", facet: true), SalesTable.column("Reason", facet: true),
        SalesTable.column("Owner", facet: true), SalesTable.column("Amount", number: true),
        SalesTable.column("Closed"),
      ],
      rows: deals.map { deal in
        [
          SalesTable.text(
            deal.name, target: site.addresses.href(deal.source.path), remark: deal.type.map(SalesWords.dealType)),
          customerCell(deal.customer),
          SalesTable.badge(
            deal.isWon ? Badge(text: "Won", tone: "positive") : Badge(text: "Lost", tone: "negative")),
          SalesTable.text(deal.reasonCode.map { Slug.title(of: $0) }), ownerCell(deal.owner),
          SalesTable.money(deal.amount), SalesTable.day(deal.closedOn),
        ]
      },
      totals: [
        SalesTable.text("All \(count)"), blank, blank, blank, blank, SalesTable.sum(won, remark: "won"), blank,
      ],
      empty: ("No closed deals yet", "Deals move here once they are won or lost."))
  }

  /// A customer in a cell, linked where there is a page.
  func customerCell(_ slug: String) -> Cell {
    SalesTable.text(site.customerName(slug), target: site.addresses.customer(slug))
  }
}
