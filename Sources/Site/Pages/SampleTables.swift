extension Sample {
  static let customerTable = DataTable(
    anchor: "customers", caption: "Customers", hidesCaption: true, countText: "34 customers", isFilterable: true,
    columns: [
      Column(name: "Customer", isNumber: false, isSortable: true, isFacet: false),
      Column(name: "Lifecycle", isNumber: false, isSortable: true, isFacet: true),
      Column(name: "Stage", isNumber: false, isSortable: true, isFacet: true),
      Column(name: "Owner", isNumber: false, isSortable: true, isFacet: true),
      Column(name: "Segment", isNumber: false, isSortable: true, isFacet: true),
      Column(name: "ARR", isNumber: true, isSortable: true, isFacet: false),
      Column(name: "Open pipeline", isNumber: true, isSortable: true, isFacet: false),
      Column(name: "Renewal", isNumber: false, isSortable: true, isFacet: false),
      Column(name: "Last contact", isNumber: false, isSortable: true, isFacet: false),
      Column(name: "Reviewed", isNumber: false, isSortable: true, isFacet: false),
    ],
    rows: [
      customerRow("Norrvik Foods", "Customer", "positive", "Success", "John Smith", "JS", 118_000, 84_000),
      customerRow("Kestrel Cold Chain", "Customer", "positive", "Renewal", "Ida Holm", "IH", 64_500, nil),
      customerRow("Brambleway Stores", "Prospect", "info", "–", "Priya Nair", "PN", nil, 96_000),
      customerRow("Petrel Pharma", "Former", "neutral", "Churned", "Lukas Brandt", "LB", 0, 0),
    ],
    totals: TableTotals(
      lead: Cell(label: "Customer", text: "All 34 customers"),
      cells: [
        Cell(label: "Lifecycle", text: ""), Cell(label: "Stage", text: ""), Cell(label: "Owner", text: ""),
        Cell(label: "Segment", text: ""),
        Cell(label: "ARR", text: "1,482,400", remark: "EUR", isNumber: true),
        Cell(label: "Open pipeline", text: "912,000", remark: "EUR, 3 unknown", isNumber: true),
        Cell(label: "Renewal", text: ""), Cell(label: "Last contact", text: ""), Cell(label: "Reviewed", text: ""),
      ]),
    emptyTitle: "No customers yet", emptyHint: "Add one with fieldbook new customer.", csv: Href("customers.csv"),
    overflow: TableOverflow(
      allText: "5,012 customers", rowCount: "5012", shard: "customers-", shardCount: "10", shownText: "200"))

  static let registerTable = register("controls", "Controls")

  static func register(_ anchor: String, _ caption: String) -> DataTable {
    DataTable(
      anchor: anchor, caption: caption, hidesCaption: false, countText: "2 controls", isFilterable: false,
      columns: [
        Column(name: "Control", isNumber: false, isSortable: true, isFacet: false),
        Column(name: "Owner", isNumber: false, isSortable: true, isFacet: true),
        Column(name: "Last tested", isNumber: false, isSortable: true, isFacet: false),
      ],
      rows: [
        TableRow(
          lead: Cell(label: "Control", text: "CC6.1", remark: "Access is granted by role"),
          cells: [
            Cell(label: "Owner", text: "Tomas Lindqvist", avatar: "TL"),
            Cell(label: "Last tested", text: "2 Sep 2026", sortKey: "2026-09-02"),
          ]),
        TableRow(
          lead: Cell(label: "Control", text: "CC7.2", remark: "Anomalies are looked into"),
          cells: [
            Cell(label: "Owner", text: "Anna Keller", avatar: "AK"),
            Cell(label: "Last tested", text: "Unknown", isUnknown: true),
          ]),
      ],
      totals: TableTotals(
        lead: Cell(label: "Control", text: "2 controls"),
        cells: [Cell(label: "Owner", text: ""), Cell(label: "Last tested", text: "1 unknown")]),
      emptyTitle: "No rows yet", emptyHint: "The file has a header and nothing below it.")
  }

  private static func customerRow(
    _ name: String, _ lifecycle: String, _ tone: String, _ stage: String, _ owner: String, _ initials: String,
    _ arr: Int?, _ open: Int?
  ) -> TableRow {
    TableRow(
      lead: Cell(label: "Customer", text: name, target: Href("/customers/norrvik-foods/"), remark: "Food production"),
      cells: [
        Cell(label: "Lifecycle", text: lifecycle, tone: tone),
        Cell(label: "Stage", text: stage),
        Cell(label: "Owner", text: owner, avatar: initials),
        Cell(label: "Segment", text: "Enterprise"),
        money("ARR", arr), money("Open pipeline", open),
        Cell(label: "Renewal", text: "30 Jun 2027", sortKey: "2027-06-30"),
        Cell(label: "Last contact", text: "11 days ago", sortKey: "2026-11-12"),
        Cell(label: "Reviewed", text: "28 Oct", sortKey: "2026-10-28", remark: "stale"),
      ])
  }

  private static func money(_ label: String, _ value: Int?) -> Cell {
    guard let value else { return Cell(label: label, text: "Unknown", isNumber: true, isUnknown: true) }
    let digits = String(value)
    let text = digits.count > 3 ? "\(digits.dropLast(3)),\(digits.suffix(3))" : digits
    return Cell(label: label, text: text, sortKey: digits, unit: "EUR", isNumber: true)
  }
}
