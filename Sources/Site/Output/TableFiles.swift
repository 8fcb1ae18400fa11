internal import Diagnostics
internal import WorkspaceModel

/// The files beside a page that hold its tables: each one as a whole for spreadsheets, and the rows that are too many
/// for the page.
struct TableFiles {
  /// How many rows a file of further rows holds.
  private static let shardRows = 400

  /// A page that links to its files and holds only the first rows of long tables.
  static func linked(_ page: any PageWithTables) -> any PageWithTables {
    var page = page
    var tables = page.tables
    let shown = page.shownRows
    for (place, table) in tables.enumerated() where !table.rows.isEmpty {
      let name = name(table, at: place)
      if isWorthAFile(table, page) { tables[place].csv = Href("\(name).csv") }
      guard table.rows.count > shown else { continue }
      tables[place].rows.removeLast(table.rows.count - shown)
      tables[place].overflow = TableOverflow(
        allText: table.countText, rowCount: String(table.rows.count), shard: "\(name)-",
        shardCount: String((table.rows.count - shown + shardRows - 1) / shardRows),
        shownText: String(shown))
    }
    page.tables = tables
    return page
  }

  /// Names within the folder of the page, with their content.
  static func files(of page: any PageWithTables, root: String) -> [(name: String, bytes: [UInt8])] {
    let shown = page.shownRows
    return page.tables.enumerated().flatMap { place, table -> [(name: String, bytes: [UInt8])] in
      if table.rows.isEmpty { return [] }
      let name = name(table, at: place)
      return (isWorthAFile(table, page) ? [("\(name).csv", csv(table))] : [])
        + shards(table, from: shown, name: name, root: root)
    }
  }

  /// Whether somebody would open it in a spreadsheet: attributes beside their values are none.
  private static func isWorthAFile(_ table: DataTable, _ page: any PageWithTables) -> Bool {
    if page.onlyLongTablesHaveFiles { return table.rows.count > page.shownRows }
    return table.isFilterable || table.columns.count > 2 || table.rows.count > 20
  }

  private static func name(_ table: DataTable, at place: Int) -> String {
    Slug.isValid(table.anchor) ? table.anchor : "table-\(place + 1)"
  }

  // MARK: Further rows

  private static func shards(_ table: DataTable, from shown: Int, name: String, root: String) -> [(
    name: String, bytes: [UInt8]
  )] {
    stride(from: shown, to: table.rows.count, by: shardRows).enumerated().map { number, start in
      let rows = table.rows[start..<min(start + shardRows, table.rows.count)]
      let value = JSONValue.array(rows.map { row in .array(([row.lead] + row.cells).map { cell($0, root: root) }) })
      return (
        "\(name)-\(number + 1).js",
        Array("fieldbookRows(\"\(name)-\(number + 1)\",".utf8) + value.encoded() + Array(")\n".utf8)
      )
    }
  }

  /// Text, key, address, tone, initials, remark, unit, and what else there is to know; nothing at the end is left out.
  private static func cell(_ cell: Cell, root: String) -> JSONValue {
    var values: [JSONValue?] = [
      .string(cell.text), cell.sortKey.map(JSONValue.string),
      cell.target.map { .string($0.relative(to: root)) }, cell.tone.map(JSONValue.string),
      cell.avatar.map(JSONValue.string), cell.remark.map(JSONValue.string), cell.unit.map(JSONValue.string),
      cell.isUnknown ? .integer(1) : cell.wraps ? .integer(2) : nil,
    ]
    while let last = values.last, last == nil { values.removeLast() }
    return .array(values.map { $0 ?? .integer(0) })
  }

  // MARK: The whole table

  /// RFC 4180 with the mark that makes spreadsheets read UTF-8; amounts as plain numbers, their unit beside them.
  static func csv(_ table: DataTable) -> [UInt8] {
    let all = table.rows.map { [$0.lead] + $0.cells }
    let hasUnit = table.columns.indices.map { column in
      all.contains { column < $0.count && $0[column].unit != nil }
    }
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    func line(_ values: [String]) {
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += field(value)
      }
      bytes += [0x0D, 0x0A]
    }
    line(zip(table.columns, hasUnit).flatMap { $1 ? [$0.name, "\($0.name) unit"] : [$0.name] })
    for row in all {
      line(
        zip(row, hasUnit).flatMap { cell, hasUnit in
          hasUnit ? [value(cell), cell.unit ?? ""] : [value(cell)]
        })
    }
    return bytes
  }

  /// The day or number that a script sorts by where there is one, else the text as shown; nothing for what is unknown.
  private static func value(_ cell: Cell) -> String {
    if cell.isUnknown || cell.text == "–" { return "" }
    guard let key = cell.sortKey, cell.unit != nil || key.utf8.count == 10 && key.utf8.count(where: { $0 == 0x2D }) == 2
    else { return cell.text }
    return key
  }

  private static func field(_ value: String) -> [UInt8] {
    var text = value
    // What begins like a formula would be run by a spreadsheet; numbers below zero are none.
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first), Double(text) == nil { text = "'" + text }
    guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return Array(text.utf8) }
    return Array("\"\(text.replacing("\"", with: "\"\""))\"".utf8)
  }
}
