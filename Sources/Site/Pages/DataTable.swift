/// A table that scripts can sort and filter, and that reads without them.
package struct DataTable: Sendable {
  /// The anchor of the table, unique in the page.
  package var anchor: String
  /// The caption.
  package var caption: String
  /// Whether the caption is only for screen readers because a heading says it already.
  package var hidesCaption: Bool
  /// "34 customers".
  package var countText: String
  /// Whether a search box and the column filters are shown.
  package var isFilterable: Bool
  /// In order; the first is the row's heading.
  package var columns: [Column]
  /// Sorted as first shown.
  package var rows: [TableRow]
  /// One row of sums.
  package var totals: TableTotals?
  /// Shown in place of the rows.
  package var emptyTitle: String
  /// One sentence on how to fill it.
  package var emptyHint: String
  /// The whole table as a file beside the page, where there is one.
  package var csv: Href? = nil
  /// What stands in place of the rows that are too many for a page.
  package var overflow: TableOverflow? = nil
}

/// The rows of a table beyond those that its page holds, as files that a script fetches when they are asked for.
package struct TableOverflow: Sendable {
  /// "5,012 rows".
  package var allText: String
  /// How many there are with those of the page, as digits.
  package var rowCount: String
  /// Address of the files without number and ending.
  package var shard: String
  /// How many files there are, as digits.
  package var shardCount: String
  /// How many rows the page holds, as digits.
  package var shownText: String
}

/// The head of a column.
package struct Column: Sendable {
  /// Short: it also labels the value on a narrow screen.
  package var name: String
  /// Whether figures stand right-aligned.
  package var isNumber: Bool
  /// Whether a script may sort by it.
  package var isSortable: Bool
  /// Whether a script offers its values as a filter.
  package var isFacet: Bool
}

/// One record.
package struct TableRow: Sendable {
  /// Names the row.
  package var lead: Cell
  /// The other columns, in order.
  package var cells: [Cell]
}

/// The sums below a table.
package struct TableTotals: Sendable {
  /// Names the row: "All 34 customers".
  package var lead: Cell
  /// One for each other column, empty where there is nothing to add.
  package var cells: [Cell]
}

/// One value of a table.
package struct Cell: Sendable {
  /// The name of its column, again.
  package var label: String
  /// The value, formatted: a dash when there is none, the word "Unknown" when nobody knows.
  package var text: String
  /// What a script sorts by where the text will not do: an ISO day, a plain number.
  package var sortKey: String?
  /// Where the value leads.
  package var target: Href?
  /// Prints the value as a badge of this tone.
  package var tone: String?
  /// What the number of `sortKey` counts, so that a script adds up like with like: "EUR ARR".
  package var unit: String?
  /// Initials in front of the value.
  package var avatar: String?
  /// A fainter remark below or behind the value.
  package var remark: String?
  /// Whether figures stand right-aligned.
  package var isNumber: Bool
  /// Whether the value is missing rather than zero.
  package var isUnknown: Bool
  /// Whether the value is prose that may take several lines; other values stay on one.
  package var wraps: Bool

  /// Leaves out what a value does not have.
  package init(
    label: String, text: String, sortKey: String? = nil, target: Href? = nil, tone: String? = nil,
    unit: String? = nil, avatar: String? = nil, remark: String? = nil, isNumber: Bool = false, isUnknown: Bool = false,
    wraps: Bool = false
  ) {
    self.label = label
    self.text = text
    self.sortKey = sortKey
    self.target = target
    self.tone = tone
    self.unit = unit
    self.avatar = avatar
    self.remark = remark
    self.isNumber = isNumber
    self.isUnknown = isUnknown
    self.wraps = wraps
  }
}

/// A page of one or more tables: customers, deals, contacts, people, registers, a CSV or JSON file.
package struct TablePage: PageModel {
  package static let layout = "table"

  /// The top of the page.
  package var head: PageHead
  /// Text above the tables.
  package var intro: HTML?
  /// In order.
  package var tables: [DataTable]
  /// Missing when the table comes from many files.
  package var provenance: Provenance?
}
