internal import Diagnostics

/// One measured value of a customer on one day.
package struct UsagePoint: Sendable {
  package var day: Day
  package var metric: String
  package var value: Decimal4
  /// What the value is to be read against: seats, sites under contract.
  package var denominator: Decimal4?
}

/// One bill.
package struct Invoice: Sendable {
  package enum Status: String, CaseIterable, Sendable { case draft, open, paid, uncollectible, void }
  package var number: String
  package var issuedOn: Day?
  package var dueOn: Day?
  package var paidOn: Day?
  package var amount: Money?
  package var status: Status?

  /// Days past due on a day; nil when paid, void or not due.
  package func daysLate(on day: Day) -> Int? {
    guard status == .open, let dueOn, day > dueOn else { return nil }
    return day.days(since: dueOn)
  }
}

/// Reads the typed rows of `usage.csv` and `billing.csv`.
enum SeriesReader {
  static func usage(
    _ rows: [(line: Int, cells: [String])], header: SourceRange, sink: FindingSink
  ) -> [UsagePoint] {
    let required = ["day", "metric", "value"]
    guard let columns = Columns(rows, required, optional: ["denominator"], header: header, sink: sink) else {
      return []
    }
    return rows.dropFirst().compactMap { row in
      guard let day = Day(iso: columns.cell("day", row)) else {
        columns.report(row, "day", form: "a day such as 2026-10-12")
        return nil
      }
      guard let value = Decimal4(columns.cell("value", row)) else {
        columns.report(row, "value", form: "a number")
        return nil
      }
      let denominator = Decimal4(columns.cell("denominator", row))
      if denominator == nil, !columns.cell("denominator", row).isEmpty {
        columns.report(row, "denominator", form: "a number")
      }
      return UsagePoint(day: day, metric: columns.cell("metric", row), value: value, denominator: denominator)
    }
  }

  static func invoices(
    _ rows: [(line: Int, cells: [String])], header: SourceRange, sink: FindingSink
  ) -> [Invoice] {
    let required = ["invoice", "due_on", "amount", "currency", "status"]
    guard let columns = Columns(rows, required, optional: ["issued_on", "paid_on"], header: header, sink: sink) else {
      return []
    }
    return rows.dropFirst().map { row in
      func day(_ name: String) -> Day? {
        let text = columns.cell(name, row)
        if text.isEmpty { return nil }
        if let day = Day(iso: text) { return day }
        columns.report(row, name, form: "a day such as 2026-10-12")
        return nil
      }
      let amount = Decimal4(columns.cell("amount", row))
      if amount == nil { columns.report(row, "amount", form: "a number") }
      let currency = columns.cell("currency", row)
      let isCurrency = Money.isCurrency(currency)
      if !isCurrency { columns.report(row, "currency", form: "an ISO 4217 code such as EUR") }
      let status = Invoice.Status(rawValue: columns.cell("status", row))
      if status == nil {
        columns.report(row, "status", form: "one of " + Invoice.Status.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return Invoice(
        number: columns.cell("invoice", row), issuedOn: day("issued_on"), dueOn: day("due_on"),
        paidOn: day("paid_on"), amount: isCurrency ? amount.map { Money($0, currency: currency) } : nil,
        status: status)
    }
  }

  /// The header of a typed CSV file.
  private struct Columns {
    private let positions: [String: Int]
    private let file: RepoPath
    private let sink: FindingSink

    init?(
      _ rows: [(line: Int, cells: [String])], _ required: [String], optional: [String], header range: SourceRange,
      sink: FindingSink
    ) {
      guard let header = rows.first else { return nil }
      var positions: [String: Int] = [:]
      for (index, name) in header.cells.enumerated() where positions[name] == nil { positions[name] = index }
      self.positions = positions
      file = range.file
      self.sink = sink
      let missing = required.filter { positions[$0] == nil }
      if let first = missing.first {
        let nearest = NearestWord.to(first, among: header.cells)
        sink.report(
          Diagnostic(
            id: "missing-column", severity: .error,
            range: range, summary: "the column '\(first)' is missing",
            explanation: "Without it no row can be read.",
            help: nearest.map { "is '\($0)' meant to be '\(first)'?" }
              ?? "the header is \((required + optional).joined(separator: ","))"))
        return nil
      }
    }

    func cell(_ name: String, _ row: (line: Int, cells: [String])) -> String {
      guard let index = positions[name], row.cells.indices.contains(index) else { return "" }
      return row.cells[index]
    }

    func report(_ row: (line: Int, cells: [String]), _ name: String, form: String) {
      let before = row.cells.prefix(positions[name] ?? 0).reduce(0) { $0 + $1.utf8.count + 1 }
      let text = cell(name, row)
      let start = SourcePosition(line: row.line, column: before + 1)
      sink.report(
        Diagnostic(
          id: form.contains("day") ? "invalid-date" : "wrong-type", severity: .error,
          range: SourceRange(
            file: file, start: start,
            end: SourcePosition(line: row.line, column: start.column + text.utf8.count)),
          summary: "'\(text)' in column '\(name)' is not \(form)",
          explanation: "The row takes no part in any number until it is mended."))
    }
  }
}
