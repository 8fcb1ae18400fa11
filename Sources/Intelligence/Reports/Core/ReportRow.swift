package import Diagnostics

/// One line of a report: named texts, and the records that they come from.
package struct ReportRow: Hashable, Sendable {
  /// A text by the name that templates use.
  package struct Value: Hashable, Sendable {
    package let name: String
    package let text: String
  }

  /// A record beside the one that the row is about, by the name that templates use.
  package struct Target: Hashable, Sendable {
    package let name: String
    /// Nil where there is none to open.
    package let record: RepoPath?
  }

  /// In the order of the section's fields.
  package let values: [Value]
  /// In the order of the section's links.
  package let links: [Target]
  /// Where it comes from; the first one is what a link opens.
  package let records: [RepoPath]

  /// The text of a name.
  package subscript(name: String) -> String? { values.first { $0.name == name }?.text }
}
