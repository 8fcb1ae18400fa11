import Checks
import Diagnostics
import Testing

@Suite struct FixRoundsTests {
  @Test func takesBackWhatMakesAFileWorse() async {
    let good = Diagnostic.fixable(.init("b.md", 1, 1..<2, "X"))
    let bad = Diagnostic.fixable(.init("a.md", 1, 1..<2, "X"))
    let error = Diagnostic(
      id: "duplicate-key", severity: .error, range: SourceRange(wholeFile: "a.md"), summary: "twice")
    let bytes = Array("abc".utf8)
    let rounds = await FixRounds([bad, good], bytes: { _ in bytes }) { contents in
      var found: [Diagnostic] = []
      if contents["a.md"] == nil { found.append(bad) } else { found.append(error) }
      if contents["b.md"] == nil { found.append(good) }
      return found
    }
    #expect(rounds.changes.map(\.path) == ["b.md"])
    #expect(rounds.changes.first.map { String(decoding: $0.after, as: UTF8.self) } == "Xbc")
    #expect(rounds.remaining == [bad])
    #expect(rounds.refused.map(\.finding) == [bad])
    #expect(rounds.fixedCount == 1)
  }

  @Test func endsWhereRepairsNeverSettle() async {
    let bytes = Array("abc".utf8)
    let endless = Diagnostic.fixable(.init("a.md", 1, 1..<1, "x"))
    var checks = 0
    let rounds = await FixRounds([endless], bytes: { _ in bytes }) { _ in
      checks += 1
      return [endless]
    }
    #expect(checks == FixRounds.limit)
    #expect(rounds.changes.first?.after == Array(String(repeating: "x", count: FixRounds.limit).utf8) + bytes)
  }

  @Test func checksNothingAgainWhereNothingIsToDo() async {
    let rounds = await FixRounds([], bytes: { _ in nil }) { _ in
      Issue.record("checked again")
      return []
    }
    #expect(rounds.changes.isEmpty && rounds.fixedCount == 0)
  }
}
