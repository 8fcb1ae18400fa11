import Diagnostics
import Testing

@testable import Markdown

/// Renders a text that the guard must accept.
func document(
  _ markdown: String, _ options: MarkdownOptions = MarkdownOptions(), sourceLocation: SourceLocation = #_sourceLocation
) throws -> MarkdownDocument {
  try document(Array(markdown.utf8), options, sourceLocation: sourceLocation)
}

/// Renders bytes that the guard must accept.
func document(
  _ bytes: [UInt8], _ options: MarkdownOptions = MarkdownOptions(), sourceLocation: SourceLocation = #_sourceLocation
) throws -> MarkdownDocument {
  guard case .document(let document) = MarkdownRenderer.render(bytes, options: options) else {
    try #require(Bool(false), "refused", sourceLocation: sourceLocation)
    return .empty
  }
  return document
}

extension MarkdownDocument {
  /// The HTML with every address as written.
  var page: String { page { _ in .asWritten } }

  /// The HTML with the addresses of a writer.
  func page(_ address: (Link) -> LinkTarget) -> String {
    var output: [UInt8] = []
    html.write(into: &output, address: address)
    return String(decoding: output, as: UTF8.self)
  }
}

extension Range<SourcePosition> {
  /// `1:2-3:4`.
  var short: String { "\(lowerBound.line):\(lowerBound.column)-\(upperBound.line):\(upperBound.column)" }
}

/// A text, what is expected of it, and a name for reports.
struct Case: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let markdown: String
  let expected: String

  init(_ name: String, _ markdown: String, _ expected: String) {
    testDescription = name
    self.markdown = markdown
    self.expected = expected
  }
}
