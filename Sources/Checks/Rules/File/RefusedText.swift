package import Diagnostics

/// Texts can be rendered without endangering the program; whoever renders them reports those that cannot.
package enum RefusedText {
  /// What the catalogue says of it.
  static let description: any Check = LoadCheck(
    "markdown-refused", .files, .error, rule: "a text can be rendered at a bearable cost",
    rationale: "It would cost more time or space than any page is worth; the page shows a notice instead.",
    examples: [
      CheckExample("=== notes.md\nToo deep:\n\n▶" + String(repeating: ">", count: 101) + " why?\n"),
      CheckExample("=== notes.md\n> > Nested twice is fine.\n"),
    ])

  /// A text that is refused, for what reason and from which line on.
  package static func finding(in file: RepoPath, line: Int, reason: String) -> Diagnostic {
    Diagnostic(
      id: description.id, severity: description.severity,
      range: SourceRange(file: file, start: SourcePosition(line: max(1, line), column: 1)),
      summary: "the text is not rendered: \(reason)", explanation: description.rationale,
      help: "shorten or split the construct that begins here")
  }
}
