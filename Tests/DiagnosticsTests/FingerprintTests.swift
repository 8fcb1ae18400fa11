import Diagnostics
import Testing

@Suite struct FingerprintTests {
  @Test func staysTheSameForEver() {
    #expect(Fingerprint.all([Findings.stage], line: Findings.line) == ["6264751fade3292196b00cb546c5dd22"])
  }

  @Test func doesNotDependOnTheLineOrOnTheSpacing() {
    var moved = Findings.stage
    moved.range = Findings.range("deals/q3.md", 40, 3..<13)
    let lines: (RepoPath, Int) -> String? = { _, number in number == 40 ? "  negotation" : nil }
    #expect(Fingerprint.all([moved], line: lines) == Fingerprint.all([Findings.stage], line: Findings.line))
    var long = Findings.stage
    long.range = Findings.range("deals/q3.md", 1, 1..<4, endLine: 2)
    let spaced: (RepoPath, Int) -> String? = { _, number in ["a   b \t", "  c d"][number - 1] }
    let plain: (RepoPath, Int) -> String? = { _, number in ["a b", "c d"][number - 1] }
    var short = long
    short.range.end.column = 2
    #expect(Fingerprint.all([long], line: spaced).count == 1)
    #expect(Fingerprint.all([long], line: spaced) == Fingerprint.all([short], line: plain))
  }

  @Test func differsByIdPathAndWords() {
    var id = Findings.stage
    id.id = "other"
    var path = Findings.stage
    path.range.file = "deals/q4.md"
    var words = Findings.stage
    words.range.end.column -= 1
    let line: (RepoPath, Int) -> String? = { _, _ in "stage: negotation" }
    let names = Fingerprint.all([Findings.stage, id, path, words], line: line)
    #expect(Set(names).count == 4)
    #expect(names.allSatisfy { $0.utf8.count == 32 })
  }

  @Test func isUniqueAndFollowsTheFindingWhateverTheirOrder() {
    let findings = Findings.many(30, .error).map { finding in
      var finding = finding
      finding.summary = "the same"
      return finding
    }
    let line: (RepoPath, Int) -> String? = { _, _ in String(repeating: "x", count: 40) }
    let names = Fingerprint.all(findings, line: line)
    #expect(Set(names).count == 30)
    #expect(Fingerprint.all(findings.reversed(), line: line) == names.reversed())
  }

  @Test func aFindingAboutAFileDoesNotDependOnItsFirstLine() {
    let first = Fingerprint.all([Findings.whole]) { _, _ in "one" }
    #expect(first == Fingerprint.all([Findings.whole]) { _, _ in "two" })
  }
}
