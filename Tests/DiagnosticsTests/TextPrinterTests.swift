import Diagnostics
import Testing

@Suite struct TextPrinterTests {
  @Test func showsThePlaceTheLineACaretAndTheHelp() {
    let printed = text(
      "stage: negotation", columns: 8..<18, help: "did you mean 'negotiation'?", because: "It is lost.")
    let expected = """
      deals/q3.md:12:8: error: 'negotation' is not a stage [unknown-stage]
          |
       12 | stage: negotation
          |        ^^^^^^^^^^
         = It is lost.
         = help: did you mean 'negotiation'?
      """
    #expect(printed == expected)
  }

  @Test func putsTheCaretUnderTheMarkBehindMultiByteText() throws {
    let line = "führung: 日本 stge"
    let start = "führung: 日本 ".utf8.count + 1
    let lines = text(line, columns: start..<start + 4).split(separator: "\n")
    let caret = try #require(lines.first { $0.contains("^") })
    let shown = try #require(lines.first { $0.contains("stge") && $0.contains("|") })
    let column = try #require(caret.firstIndex(of: "^").map { caret.distance(from: caret.startIndex, to: $0) })
    #expect(shown.dropFirst(column) == "stge")
    #expect(caret.hasSuffix("^^^^") && !caret.hasSuffix("^^^^^"))
  }

  @Test func pointsWithOneCaretWhereOnlyAPointIsKnown() {
    #expect(text("a: b", columns: 4..<4).split(separator: "\n").last == "    |    ^")
  }

  @Test(arguments: [0, 30, 60, 70, 80, 200, 900])
  func staysWithin80ColumnsAndKeepsTheMarkInView(before: Int) throws {
    let line = String(repeating: "x", count: before) + "MARK" + String(repeating: "y", count: 500)
    let lines = text(line, columns: before + 1..<before + 5).split(separator: "\n").dropFirst()
    for line in lines { #expect(line.unicodeScalars.count <= 80) }
    let shown = try #require(lines.first { $0.contains("MARK") })
    let caret = try #require(lines.first { $0.contains("^") })
    let column = try #require(caret.firstIndex(of: "^").map { caret.distance(from: caret.startIndex, to: $0) })
    #expect(shown.dropFirst(column).hasPrefix("MARK"))
  }

  @Test func staysWithin80ColumnsWhenTheMarkIsLong() {
    let line = String(repeating: "z", count: 400)
    for line in text(line, columns: 1..<400).split(separator: "\n").dropFirst() {
      #expect(line.unicodeScalars.count <= 80)
    }
  }

  @Test(arguments: ["\u{1B}[2J", "\u{9B}31m", "\u{7}", "\u{8}", "\r", "\u{202E}", "\u{2066}", "\u{0}", "\u{7F}"])
  func controlCharactersCannotDriveTheTerminal(control: String) {
    let range = SourceRange(file: RepoPath("a\(control)b.md"), start: SourcePosition(line: 1, column: 1))
    let finding = Diagnostic(
      id: "x", severity: .error, range: range, summary: "s\(control)", explanation: "e\(control)", help: "h\(control)")
    let printer = TextPrinter(isColoured: false) { _, _ in "line \(control) end" }
    let first = control.unicodeScalars.first
    #expect(!printer.text(finding).unicodeScalars.contains { $0 == first })
    #expect(printer.text(finding).unicodeScalars.filter { $0 == "\u{FFFD}" }.count == 5)
  }

  @Test func showsATabAsOneSpaceSoThatTheCaretStaysTrue() {
    #expect(
      text("\tkey: value", columns: 2..<5).split(separator: "\n").suffix(2) == [" 12 |  key: value", "    |  ^^^"])
  }

  @Test func coloursOnlyWhenAskedTo() {
    let finding = Diagnostic(id: "x", severity: .warning, range: SourceRange(wholeFile: "a.md"), summary: "s")
    #expect(!TextPrinter(isColoured: false) { _, _ in "text" }.text(finding).contains("\u{1B}"))
    #expect(TextPrinter(isColoured: true) { _, _ in "text" }.text(finding).contains("\u{1B}[1;33mwarning:\u{1B}[0m"))
  }

  @Test(arguments: [nil, "", "   ", "\t"])
  func leavesTheExcerptOutWhereNothingCanBeShown(line: String?) {
    let finding = Diagnostic(id: "x", severity: .note, range: SourceRange(wholeFile: "a.md"), summary: "s")
    #expect(TextPrinter(isColoured: false, prefix: "w/") { _, _ in line }.text(finding) == "w/a.md:1:1: note: s [x]")
  }

  @Test func survivesAPlaceBehindTheEndOfTheLine() {
    #expect(text("ab", columns: 40..<44).contains("^"))
  }

  @Test(
    arguments: [
      ([], "no findings"), ([.error], "1 error"), ([.note, .error, .warning, .error], "2 errors, 1 warning, 1 note"),
    ] as [([Diagnostic.Severity], String)])
  func countsFindingsBySeverity(severities: [Diagnostic.Severity], expected: String) {
    let findings = severities.map {
      Diagnostic(id: "x", severity: $0, range: SourceRange(wholeFile: "a"), summary: "s")
    }
    #expect(TextPrinter.summary(findings) == expected)
  }

  /// The print of a finding on line 12 of a file whose every line is `line`.
  private func text(_ line: String, columns: Range<Int>, help: String? = nil, because: String? = nil) -> String {
    let range = SourceRange(
      file: "deals/q3.md", start: SourcePosition(line: 12, column: columns.lowerBound),
      end: SourcePosition(line: 12, column: columns.upperBound))
    let finding = Diagnostic(
      id: "unknown-stage", severity: .error, range: range, summary: "'negotation' is not a stage",
      explanation: because, help: help)
    return TextPrinter(isColoured: false) { _, _ in line }.text(finding)
  }

  @Test func theLastLineOfAFileIsShownWithoutItsEnd() {
    for text in ["one\ntwo\n", "one\r\ntwo\r\n", "one\ntwo"] {
      #expect(SourceLines { _ in Array(text.utf8) }.line(2, of: "notes.md") == "two")
    }
  }
}
