internal import WorkspaceModel

extension SiteReading {
  /// A CSV file, or a list in YAML or JSON, as a table.
  func dataTablePage(
    _ table: WorkspaceModel.DataTable, _ entry: DocumentEntry, _ shelf: DocumentShelf
  ) -> TablePage {
    var head = documentHead(entry, shelf)
    if table.isTruncated {
      head.notices.append(
        Notice(
          kind: "note", icon: "document",
          noticeTitle: "Only the first \(Format.grouped(table.rows.count)) rows are shown",
          explanation: "The file has more; split it, by year for example."))
    }
    return TablePage(
      head: head, intro: nil, tables: [Self.genericTable(table)], provenance: provenance(table.source))
  }

  private static func genericTable(_ table: WorkspaceModel.DataTable) -> DataTable {
    let isNumber = table.columns.indices.map { column in
      var found = false
      for row in table.rows where !row[column].isEmpty {
        if Decimal4(row[column]) == nil { return false }
        found = true
      }
      return found
    }
    let isFacet = table.columns.indices.map { column in
      column > 0 && !isNumber[column] && Set(table.rows.map { $0[column] }).count <= min(12, table.rows.count / 2)
    }
    func cell(_ row: [String], _ column: Int) -> Cell {
      Cell(
        label: table.columns[column], text: row[column].isEmpty ? "–" : row[column],
        sortKey: isNumber[column] && !row[column].isEmpty ? row[column] : nil, isNumber: isNumber[column])
    }
    return DataTable(
      anchor: "rows", caption: table.source.title, hidesCaption: true,
      countText: Format.count(table.rows.count, "row"), isFilterable: table.rows.count > 10,
      columns: table.columns.indices.map { column in
        Column(name: table.columns[column], isNumber: isNumber[column], isSortable: true, isFacet: isFacet[column])
      },
      rows: table.columns.isEmpty
        ? []
        : table.rows.map { row in
          TableRow(lead: cell(row, 0), cells: table.columns.indices.dropFirst().map { cell(row, $0) })
        },
      totals: nil, emptyTitle: "No rows yet", emptyHint: "The file has a header and nothing below it.")
  }
}
