import Diagnostics
import FieldbookTestSupport
import Testing

@testable import WorkspaceModel

/// A YAML text with ▶ marks, read as a file of its own or as front matter that begins on a later line.
struct YAMLReading {
  /// The places that were marked.
  let marks: [SourcePosition]
  /// What came of it.
  let node: YAMLNode?
  let problem: Diagnostic?

  init(_ text: String, firstLine: Int = 1, limits: YAMLGuard.Limits = .frontMatter) {
    let marked = MarkedFiles("=== x.yaml\n" + text)
    marks = marked.marks.map { SourcePosition(line: $0.position.line + firstLine - 1, column: $0.position.column) }
    let bytes = Array((marked.files.first?.text ?? "").utf8)
    (node, problem) = YAMLComposer.compose(bytes[...], file: "x.yaml", firstLine: firstLine, limits: limits)
  }
}

/// The id of what the composer says of a text; nil when it reads it.
func problemID(_ text: String, limits: YAMLGuard.Limits = .frontMatter) -> String? {
  YAMLComposer.compose(Array(text.utf8)[...], file: "x.yaml", limits: limits).problem?.id
}
