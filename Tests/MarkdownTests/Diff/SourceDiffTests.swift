import Testing

@testable import Markdown

struct SourceDiffTests {
  private func diff(_ old: String, _ new: String) -> SourceDiff {
    SourceDiff(old: Array(old.utf8), new: Array(new.utf8))
  }

  /// The lines as in a patch, marked words in brackets.
  private func shown(_ diff: SourceDiff) -> String {
    diff.hunks.map { hunk in
      let lines = hunk.lines.map { line in
        var bytes = Array(line.text.utf8)
        for mark in line.marks.reversed() {
          bytes.insert(UInt8(ascii: "]"), at: mark.upperBound)
          bytes.insert(UInt8(ascii: "["), at: mark.lowerBound)
        }
        let sign = line.kind == .context ? " " : line.kind == .removed ? "-" : "+"
        let numbers = "\(line.oldNumber.map(String.init) ?? "_"):\(line.newNumber.map(String.init) ?? "_")"
        let end = (line.isCut ? "…" : "") + (line.lacksEnd ? "$" : "")
        return "\(numbers)\(sign)\(String(decoding: bytes, as: UTF8.self))\(end)"
      }
      return "@\(hunk.oldStart),\(hunk.newStart)\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  @Test func hunksHaveThreeLinesAroundAndMarkTheWordsThatChanged() {
    let old = (1...12).map { "line \($0) is here\n" }.joined()
    let new = old.replacing("line 6 is here\n", with: "line 6 was here\nand more\n")
    #expect(
      shown(diff(old, new)) == """
        @3,3
        3:3 line 3 is here
        4:4 line 4 is here
        5:5 line 5 is here
        6:_-line 6 [is] here
        _:6+line 6 [was] here
        _:7+and more
        7:8 line 7 is here
        8:9 line 8 is here
        9:10 line 9 is here
        """)
  }

  @Test func changesFarApartAreHunksOfTheirOwn() {
    let old = (1...30).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 3\n", with: "").replacing("line 28\n", with: "line 28 b\n")
    let diff = diff(old, new)
    #expect(diff.hunks.map(\.oldStart) == [1, 25] && diff.hunks.map(\.newStart) == [1, 24])
    #expect(diff.linesRemoved == 2 && diff.linesInserted == 1)
  }

  @Test func lastLineWithoutAnEndIsNotTheSameAsOneWith() {
    #expect(shown(diff("a", "a\n")) == "@1,1\n1:_-a$\n_:1+a")
    #expect(shown(diff("", "a\n")) == "@0,1\n_:1+a")
    #expect(diff("a", "a").isEmpty && diff("", "").hunks.isEmpty)
  }

  @Test func otherLineEndsAloneAreNoChangeButAreSaid() {
    let diff = diff("a\r\nb\r\n", "a\nb\n")
    #expect(diff.isEmpty && diff.lineEndsChanged)
    #expect(!self.diff("a\r\nb\r\n", "a\r\nc\r\n").lineEndsChanged)
    #expect(shown(self.diff("a\r\nb\r\n", "a\r\nc\r\n")) == "@1,1\n1:1 a\n2:_-b\n_:2+c")
  }

  @Test func whatIsNotTextIsShownWithReplacementCharacters() {
    let diff = SourceDiff(old: [0x61, 0xFF, 0x20, 0x62, 0x0A], new: [0x61, 0xFF, 0x20, 0x63, 0x0A])
    #expect(shown(diff) == "@1,1\n1:_-a\u{FFFD} [b]\n_:1+a\u{FFFD} [c]")
  }

  @Test func veryLongLinesAreCutBetweenCharacters() {
    let diff = diff(String(repeating: "é", count: 3_000), "b")
    let line = diff.hunks.first?.lines.first
    #expect(line?.isCut == true && line?.text == String(repeating: "é", count: 1_000))
  }

  @Test func hostileTextsEndSoonAndAreCut() {
    let old = (0..<100_000).map { "old \($0)\n" }.joined()
    let new = (0..<100_000).map { "new \($0)\n" }.joined()
    var diff: SourceDiff?
    let time = ContinuousClock().measure { diff = self.diff(old, new) }
    #expect(diff?.isTruncated == true && diff?.linesInserted == 100_000)
    #expect(diff?.hunks.reduce(0) { $0 + $1.lines.count } == 5_000)
    #expect(time < .seconds(20), "\(time)")
  }
}
