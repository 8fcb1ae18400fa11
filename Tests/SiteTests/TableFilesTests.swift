import Testing

@testable import Site

struct TableFilesTests {
  private static func table(rows: [[Cell]], anchor: String = "deals") -> DataTable {
    SalesTable.table(
      "Deals", anchor: anchor, countText: "\(rows.count) deals", isFilterable: true,
      columns: [SalesTable.column("Deal"), SalesTable.column("Amount", number: true), SalesTable.column("Close")],
      rows: rows, empty: ("", ""))
  }

  private static func lines(_ table: DataTable) -> [String] {
    let bytes = TableFiles.csv(table)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func writesAmountsAndDaysAsSpreadsheetsReadThem() {
    let table = Self.table(rows: [
      [
        SalesTable.text("Norrvik, \"Ledger\""),
        Cell(label: "", text: "84,000 EUR ARR", sortKey: "84000", unit: "EUR ARR"),
        Cell(label: "", text: "in 3 days", sortKey: "2026-11-26"),
      ],
      [SalesTable.text("Kestrel"), SalesTable.unknown(), SalesTable.nothing()],
    ])
    #expect(
      Self.lines(table) == [
        "Deal,Amount,Amount unit,Close", "\"Norrvik, \"\"Ledger\"\"\",84000,EUR ARR,2026-11-26", "Kestrel,,,",
      ])
  }

  @Test(arguments: [
    ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("+1 555", "'+1 555"), ("@sum", "'@sum"), ("-3.5", "-3.5"),
    ("-rm", "'-rm"), ("line\nbreak", "\"line\nbreak\""),
  ])
  func letsNoSpreadsheetRunWhatItReads(text: String, expected: String) {
    let table = Self.table(rows: [[SalesTable.text(text), SalesTable.nothing(), SalesTable.nothing()]])
    #expect(String(decoding: TableFiles.csv(table), as: UTF8.self).contains("\r\n\(expected),,\r\n"))
  }

  @Test func movesTheRowsOfALongTableIntoFiles() throws {
    let rows = (1...1_000).map { number in
      [
        SalesTable.text("Deal \(number)", target: Href("/deals/d\(number)/")), SalesTable.nothing(),
        SalesTable.nothing(),
      ]
    }
    let page = TablePage(head: PageHead(title: "Deals"), tables: [Self.table(rows: rows)])
    let linked = try #require(TableFiles.linked(page).tables.first)
    #expect(linked.rows.count == 200)
    #expect(linked.overflow?.rowCount == "1000")
    #expect(linked.overflow?.shardCount == "2")
    #expect(linked.csv?.path == "deals.csv")
    let files = TableFiles.files(of: page, root: "../")
    #expect(files.map(\.name) == ["deals.csv", "deals-1.js", "deals-2.js"])
    let first = String(decoding: files[1].bytes, as: UTF8.self)
    #expect(
      first.hasPrefix("fieldbookRows(\"deals-1\",[[[\"Deal 201\",0,\"../deals/d201/index.html\"],[\"–\"],[\"–\"]],"))
    #expect(String(decoding: files[2].bytes, as: UTF8.self).contains("Deal 1000"))
  }

  @Test func leavesShortAndEmptyTablesAlone() throws {
    let short = Self.table(rows: [[SalesTable.text("One"), SalesTable.nothing(), SalesTable.nothing()]])
    let page = TablePage(head: PageHead(title: "Deals"), tables: [short, Self.table(rows: [], anchor: "closed")])
    let tables = TableFiles.linked(page).tables
    #expect(tables.map(\.overflow?.rowCount) == [nil, nil])
    #expect(tables.map(\.csv?.path) == ["deals.csv", nil])
  }
}
