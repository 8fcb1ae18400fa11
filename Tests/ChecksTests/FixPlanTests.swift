import Checks
import Diagnostics
import Testing

@Suite struct FixPlanTests {
  @Test func replacesInsertsAndDeletesAtColumnsInBytes() {
    let plan = FixPlan(
      [
        .fixable(.init("a.md", 1, "ä: ".utf8.count + 1..<"ä: ö".utf8.count + 1, "x")),
        .fixable(.init("a.md", 2, 1..<1, "# ")), .fixable(.init("a.md", 3, 1..<1, endLine: 4, "")),
      ], text: "ä: ö\nzwei\ndrei\nvier")
    #expect(plan.text == "ä: x\n# zwei\nvier")
    #expect(plan.fixed.count == 3 && plan.refused.isEmpty && plan.postponed.isEmpty)
  }

  @Test func yamlCommentsAndQuotesSurvive() {
    let text = "# head\nstge: 'won'   # since May\n\nother:   [a,  b] # list\n"
    let plan = FixPlan([.fixable(.init("a.md", 2, 1..<5, "stage"))], text: text)
    #expect(plan.text == "# head\nstage: 'won'   # since May\n\nother:   [a,  b] # list\n")
  }

  @Test func ofTwoThatMeetTheFirstIsMadeWhateverTheirOrder() {
    let first = Diagnostic.fixable(.init("a.md", 1, 1..<4, "X"))
    let second = Diagnostic.fixable(.init("a.md", 1, 3..<6, "Y"))
    let third = Diagnostic.fixable(.init("a.md", 1, 6..<8, "Z"))
    for findings in [[first, second, third], [third, second, first], [second, third, first]] {
      let plan = FixPlan(findings, text: "abcdefgh")
      #expect(plan.text == "XdeZh")
      #expect(plan.postponed == [second])
    }
  }

  @Test func anInsertionAtTheEdgeOfAnotherEditWaits() {
    let plan = FixPlan(
      [.fixable(.init("a.md", 1, 1..<3, "X")), .fixable(.init("a.md", 1, 3..<3, "Y"))], text: "abcd")
    #expect(plan.text == "Xcd")
    #expect(plan.postponed.count == 1)
  }

  @Test func theSameRepairOfTwoFindingsIsMadeOnce() {
    let edit = FixIt.Edit("a.md", 1, 1..<1, "X")
    let plan = FixPlan([.fixable(edit), .fixable(edit, id: "other")], text: "abc")
    #expect(plan.text == "Xabc")
    #expect(plan.fixed.count == 2)
  }

  @Test func aRepairIsMadeAsAWholeOrNotAtAll() {
    let plan = FixPlan(
      [
        .fixable(.init("a.md", 1, 2..<3, "X")),
        .fixable(.init("a.md", 1, 1..<3, "Y"), .init("a.md", 2, 1..<2, "Y")),
        .fixable(.init("a.md", 2, 1..<2, "Z"), .init("b.md", 1, 1..<2, "Z")),
      ], text: "abc\ndef\n")
    #expect(plan.text == "Yc\nYef\n")
    #expect(plan.postponed.count == 1)
    #expect(plan.refused.map(\.reason) == ["'b.md' cannot be changed"])
  }

  @Test func wherePeopleHaveToChooseNothingIsDone() {
    var finding = Diagnostic.fixable(.init("a.md", 1, 1..<2, "X"))
    finding.fixIts.append(FixIt("or so", edits: [.init("a.md", 1, 1..<2, "Y")]))
    #expect(FixPlan([finding], text: "abc").changes.isEmpty)
  }

  @Test(arguments: [
    (FixIt.Edit("a.md", 9, 1..<2, ""), "outside"), (.init("a.md", 1, 1..<99, ""), "outside"),
    (.init("a.md", 0, 1..<2, ""), "outside"), (.init("a.md", 1, 0..<2, ""), "outside"),
    (.init("a.md", 2, 1..<1, endLine: 1, ""), "before its start"), (.init("a.md", 1, 2..<3, ""), "inside a character"),
    (.init("a.md", 2, 3..<3, "x"), "between CR and LF"), (.init("a.md", 2, 1..<3, "x"), "between CR and LF"),
    (.init("a.md", 3, 1..<2, "x"), "not UTF-8"),
  ])
  func refusesWhatDoesNotFit(edit: FixIt.Edit, reason: String) {
    let bytes = Array("ä\nb\r\nc".utf8) + [0xFF]
    let plan = FixPlan([.fixable(edit)]) { _ in bytes }
    #expect(plan.changes.isEmpty)
    #expect(plan.refused.count == 1 && plan.refused.first?.reason.contains(reason) == true, "\(plan.refused)")
  }

  @Test func refusesARepairWhoseOwnEditsOverlap() {
    let plan = FixPlan(
      [.fixable(.init("a.md", 1, 1..<3, "X"), .init("a.md", 1, 2..<4, "Y"))], text: "abcdef")
    #expect(plan.changes.isEmpty && plan.refused.count == 1)
  }

  @Test(arguments: ["../a.md", ".git/config", "", "a\\b"])
  func refusesPathsOutsideTheWorkspace(path: String) {
    let plan = FixPlan([.fixable(.init(RepoPath(path), 1, 1..<2, ""))]) { _ in Array("abc".utf8) }
    #expect(plan.changes.isEmpty && plan.refused.count == 1)
  }

  @Test func filesWithCarriageReturnsKeepThem() {
    let plan = FixPlan(
      [.fixable(.init("a.md", 1, 1..<1, "new: 1\nmore: 2\n")), .fixable(.init("a.md", 2, 4..<4, "\nend"))],
      text: "a: 1\r\nb: 2\r\n")
    #expect(plan.text == "new: 1\r\nmore: 2\r\na: 1\r\nb: \r\nend2\r\n")
  }

  @Test func aRepairOfLineEndsAloneMayChangeThem() {
    let plan = FixPlan([.fixable(.init("a.md", 1, 2..<3, ""))], text: "a\r\nb\n")
    #expect(plan.text == "a\nb\n")
    let start = SourcePosition(line: 1, column: 2)
    let range = SourceRange(file: "a.md", start: start, end: SourcePosition(line: 2, column: 1))
    let whole = FixPlan([.fixable(.init(range: range, replacement: "\n"))], text: "a\r\nb\n")
    #expect(whole.text == "a\nb\n")
    let lines = SourceRange(file: "a.md", start: start, end: SourcePosition(line: 3, column: 1))
    let many = FixPlan([.fixable(.init(range: lines, replacement: "\nb\n"))], text: "a\r\nb\r\nc\r\n")
    #expect(many.text == "a\nb\nc\r\n")
    let fewer = FixPlan([.fixable(.init(range: lines, replacement: "\n"))], text: "a\r\n\r\nc\r\n")
    #expect(fewer.text == "a\r\nc\r\n")
  }

  @Test func behindAByteOrderMarkTheFirstLineWaits() {
    let mark = Diagnostic.fixable(.init("a.md", 1, 1..<4, ""), id: "byte-order-mark")
    let text = "\u{FEFF}stge: 1\nstge: 2\n"
    let line = Diagnostic.fixable(.init("a.md", 1, 1..<5, "stage"))
    let next = Diagnostic.fixable(.init("a.md", 2, 1..<5, "stage"))
    #expect(FixPlan([line, next], text: text).text == "\u{FEFF}stge: 1\nstage: 2\n")
    #expect(FixPlan([mark, line, next], text: text).text == "stge: 1\nstage: 2\n")
  }
}
