package import Markdown

/// Contents of earlier and present versions of records, by blob hash: what comparisons are made from.
package struct VersionTexts: Sendable {
  /// Whole files.
  package var bytes: [String: [UInt8]]
  /// Rendered bodies of Markdown files.
  package var documents: [String: MarkdownDocument]

  /// Contents by blob hash.
  package init(bytes: [String: [UInt8]] = [:], documents: [String: MarkdownDocument] = [:]) {
    self.bytes = bytes
    self.documents = documents
  }
}
