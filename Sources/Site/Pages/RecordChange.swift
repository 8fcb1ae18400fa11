/// One record as a commit, or a stretch of time, changed it.
package struct RecordChange: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// "Deal", "Battlecard".
  package var kindLabel: String
  /// The record's title.
  package var recordTitle: String
  /// Its page, as long as it has one.
  package var recordPage: Href?
  /// All its changes.
  package var recordHistory: Href?
  /// What happened to it.
  package var body: ChangeBody
}

/// What happened to a record: its place, its fields, its text, its lines.
package struct ChangeBody: Sendable {
  /// Added, removed, moved, imported.
  package var verbs: [Badge]
  /// Where it had lain before: "customers/acme/deals/pilot.md".
  package var movedFrom: String?
  /// Fields in the order of their weight.
  package var fieldRows: [ChangedField]
  /// "and 12 more fields".
  package var moreFields: String?
  /// The text as rendered, what came and went marked.
  package var prose: HTML?
  /// Whether the text is new or gone as a whole, so that it is folded away: "Text of the record".
  package var proseTitle: String?
  /// The lines of the file.
  package var sourceChange: SourceChange?
  /// Said when nothing else is to be shown.
  package var remark: String?
}

/// A field before and after.
package struct ChangedField: Sendable {
  /// "Close date".
  package var fieldName: String
  /// Missing when there was none.
  package var before: String?
  /// Missing when there is none any more.
  package var after: String?
  /// "−18 %", "Pushed 23 days", "Corrected".
  package var effects: [Badge]
}

/// The lines of a file that differ.
package struct SourceChange: Sendable {
  /// "3 lines added, 2 removed".
  package var summary: String
  /// In the order of the file.
  package var hunks: [SourceHunk]
  /// Said when not all of it is shown.
  package var cut: String?
}

/// Neighbouring lines that differ, with those around them.
package struct SourceHunk: Sendable {
  /// "From line 12".
  package var heading: String
  /// In order.
  package var lines: [SourceLine]
}

/// One line.
package struct SourceLine: Sendable {
  /// A class name, added or removed; nil for a line that stayed.
  package var state: String?
  /// "+", "−" or a space.
  package var sign: String
  /// Its number before, as digits.
  package var oldNumber: String?
  /// Its number now, as digits.
  package var newNumber: String?
  /// The text, with `<mark>` around what differs within the line.
  package var code: HTML
}
