package import Diagnostics

/// One line of a report: named texts, and the records that they come from.
package struct ReportRow: Hashable, Sendable {
  /// A text by the name that templates use.
  package struct Value: Hashable, Sendable {
    package let name: String
    package let text: String
  }

  /// In the order of the section's fields.
  package let values: [Value]
  /// Where it comes from; the first one is what a link opens.
  package let records: [RepoPath]

  /// The text of a name.
  package subscript(name: String) -> String? { values.first { $0.name == name }?.text }
}
