internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
  /// The page of a customer's usage or billing file.
  func seriesPage(_ table: WorkspaceModel.DataTable, customer slug: String) -> TablePage {
    let isBilling = table.source.kind == .billing
    var tables = isBilling ? [billingTable(slug)].compactMap { $0 } : usageTables(slug)
    if tables.isEmpty { tables = [rawTable(table)] }
    let notice = Notice(
      kind: "note", icon: "question", noticeTitle: "Only the first rows are shown",
      explanation: "The file has more rows than a page holds; open the file itself for all of them.")
    return TablePage(
      head: PageHead(
        title: isBilling ? "Billing" : "Usage", kicker: site.customerName(slug),
        headIcon: isBilling ? "document" : "signal",
        crumbs: crumbs(slug), actions: actions(table.source),
        notices: site.notices(for: table.source.path) + (table.isTruncated ? [notice] : [])),
      tables: tables, provenance: site.provenance(table.source))
  }

  /// The invoices of a customer, newest first; nil when there are none.
  func billingTable(_ slug: String) -> DataTable? {
    guard let invoices = site.workspace.invoices[slug], !invoices.isEmpty else { return nil }
    let sorted = invoices.enumerated().sorted { left, right in
      let first = left.element.issuedOn ?? left.element.dueOn
      let second = right.element.issuedOn ?? right.element.dueOn
      if first != second { return (first?.number ?? Int.min) > (second?.number ?? Int.min) }
      return left.offset < right.offset
    }.map(\.element)
    let late = invoices.count { $0.daysLate(on: today) != nil }
    return SalesTable.table(
      "Invoices", anchor: "invoices",
      countText: Format.count(invoices.count, "invoice") + (late > 0 ? ", \(late) late" : ""),
      columns: [
        SalesTable.column("Invoice"), SalesTable.column("Issued"), SalesTable.column("Due"),
        SalesTable.column("Amount", number: true), SalesTable.column("Status", facet: true), SalesTable.column("Paid"),
      ],
      rows: sorted.map { invoice in
        [
          SalesTable.text(invoice.number), SalesTable.day(invoice.issuedOn), SalesTable.day(invoice.dueOn),
          SalesTable.money(invoice.amount), SalesTable.badge(status(invoice)),
          invoice.status == .paid ? SalesTable.day(invoice.paidOn) : SalesTable.nothing(),
        ]
      },
      empty: ("No invoices yet", "They come from billing.csv in the account's folder."))
  }

  private func status(_ invoice: Invoice) -> Badge? {
    if let late = invoice.daysLate(on: today) {
      return Badge(text: "\(days(late)) late", tone: late > 15 ? "urgent" : "warning")
    }
    return invoice.status.map { status in
      let tone =
        switch status {
        case .paid: "positive"
        case .open: "info"
        case .uncollectible: "negative"
        case .draft, .void: "neutral"
        }
      return Badge(text: Slug.title(of: status.rawValue), tone: tone)
    }
  }

  private func usageTables(_ slug: String) -> [DataTable] {
    let byMetric = Dictionary(grouping: site.workspace.usage[slug] ?? [], by: \.metric)
    return byMetric.sorted { $0.key < $1.key }.map { metric, points in
      let hasBase = points.contains { $0.denominator != nil }
      return SalesTable.table(
        Slug.title(of: metric), anchor: anchor(metric), countText: Format.count(points.count, "value"),
        columns: [SalesTable.column("Day"), SalesTable.column("Value", number: true)]
          + (hasBase ? [SalesTable.column("Of", number: true)] : []),
        rows: points.sorted { $0.day > $1.day }.map { point in
          let value = [
            SalesTable.day(point.day),
            Cell(label: "", text: Format.number(point.value), sortKey: point.value.text),
          ]
          guard hasBase else { return value }
          return value + [
            point.denominator.map { Cell(label: "", text: Format.number($0), sortKey: $0.text) } ?? SalesTable.unknown()
          ]
        },
        empty: ("No values yet", "They come from usage.csv in the account's folder."))
    }
  }

  private func rawTable(_ table: WorkspaceModel.DataTable) -> DataTable {
    SalesTable.table(
      table.title, anchor: "rows", hidesCaption: true, countText: Format.count(table.rows.count, "row"),
      columns: table.columns.map { SalesTable.column($0) },
      rows: table.rows.map { row in row.map { $0.isEmpty ? SalesTable.nothing() : SalesTable.text($0) } },
      empty: ("No rows yet", "The file has a header and nothing below it."))
  }
}
