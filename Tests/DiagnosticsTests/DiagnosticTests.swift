import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func sortsByFileThenPlaceThenIdWhoeverFoundItFirst() {
    let sorted = [
      finding("a.md", 1, 1, "b"), finding("a.md", 1, 9, "a"), finding("a.md", 2, 1, "a"), finding("a.md", 10, 1, "a"),
      finding("a.md", 10, 1, "b"), finding("b.md", 1, 1, "a"),
    ]
    for turn in 0..<sorted.count {
      #expect(Array(sorted[turn...] + sorted[..<turn]).reversed().sorted() == sorted)
    }
  }

  @Test func ordersSeverities() {
    #expect(Diagnostic.Severity.note < .warning)
    #expect(Diagnostic.Severity.warning < .error)
    #expect(Diagnostic.Severity.allCases.max() == .error)
  }

  @Test func aLocatedValueKeepsItsPlaceWhenItChanges() {
    let place = SourceRange(wholeFile: "a.md")
    #expect(Located("12", at: place).map(Int.init) == Located(Int("12"), at: place))
  }

  private func finding(_ file: RepoPath, _ line: Int, _ column: Int, _ id: String) -> Diagnostic {
    let start = SourcePosition(line: line, column: column)
    return Diagnostic(id: id, severity: .error, range: SourceRange(file: file, start: start), summary: "s")
  }
}
