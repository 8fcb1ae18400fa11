/// A page whose tables may be too long for it, so that their further rows stand in files beside it.
package protocol PageWithTables: PageModel {
  /// In the order of the page.
  var tables: [DataTable] { get set }
  /// How many rows of a table the page itself holds.
  var shownRows: Int { get }
  /// Whether tables that fit have no file for spreadsheets either.
  var onlyLongTablesHaveFiles: Bool { get }
}

extension TablePage: PageWithTables {
  package var shownRows: Int { max(50, 200 / max(1, tables.count)) }
  package var onlyLongTablesHaveFiles: Bool { false }
}

extension EvidencePage: PageWithTables {
  package var tables: [DataTable] {
    get { proofs.flatMap { [$0.records, $0.leftOut].compactMap(\.self) } }
    set {
      var rest = newValue[...]
      for place in proofs.indices {
        if proofs[place].records != nil { proofs[place].records = rest.popFirst() }
        if proofs[place].leftOut != nil { proofs[place].leftOut = rest.popFirst() }
      }
    }
  }
  package var shownRows: Int { 100 }
  package var onlyLongTablesHaveFiles: Bool { true }
}

extension FiguresPage: PageWithTables {
  package var tables: [DataTable] {
    get { sections.flatMap(\.tables) }
    set {
      var rest = newValue[...]
      for place in sections.indices {
        let count = sections[place].tables.count
        sections[place].tables = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }
  package var shownRows: Int { 100 }
  package var onlyLongTablesHaveFiles: Bool { true }
}
