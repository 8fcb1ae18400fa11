import Checks
import Diagnostics
import Testing

@Suite struct FixRandomTests {
  @Test(arguments: 0..<60)
  func randomEditsTouchNoOtherByte(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let alphabet: [UInt8] = [0x61, 0x20, 0x0A, 0x0D, 0xC3, 0xA4, 0xFF, 0x00, 0x3A, 0x0A]
    let bytes = (0..<Int.random(in: 0...400, using: &numbers)).map { _ in
      alphabet.randomElement(using: &numbers) ?? 0
    }
    let findings = (0..<30).map { _ in
      let line = Int.random(in: 0...40, using: &numbers)
      let column = Int.random(in: 0...8, using: &numbers)
      let end = column + Int.random(in: 0...5, using: &numbers)
      let text = ["", "x", "ä", "n\n", "longer text"].randomElement(using: &numbers) ?? ""
      return Diagnostic.fixable(.init("a.md", line, column..<end, text))
    }
    let plan = FixPlan(findings) { _ in bytes }
    #expect(plan.fixed.count + plan.postponed.count + plan.refused.count == findings.count)
    guard let change = plan.changes.first else { return }
    #expect(change.before == bytes)
    // The same again, byte by byte and from behind: nothing but the accepted stretches may differ.
    var expected = bytes
    let edits = Set(plan.fixed.flatMap { $0.fixIts.flatMap(\.edits) }).sorted { $0.range > $1.range }
    for edit in edits {
      let starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
      let from = starts[edit.range.start.line - 1] + edit.range.start.column - 1
      let upTo = starts[edit.range.end.line - 1] + edit.range.end.column - 1
      let lineEnd = bytes[from...].firstIndex(of: 0x0A) ?? (starts[edit.range.start.line - 1] - 1)
      let kept = bytes[from..<upTo].filter { $0 != 0x0D }
      let isLineEnd = from < upTo && kept == edit.replacement.utf8.filter { $0 != 0x0D }
      let hasReturn = lineEnd > 0 && bytes[lineEnd - 1] == 0x0D && !isLineEnd
      let text = edit.replacement.utf8.flatMap { $0 == 0x0A && hasReturn ? [0x0D, 0x0A] : [$0] }
      expected.replaceSubrange(from..<upTo, with: text)
    }
    #expect(change.after == expected)
  }

  @Test(arguments: 0..<20)
  func fixingTwiceIsFixingOnce(seed: Int) async {
    var numbers = SeededNumbers(seed: UInt64(seed) &+ 1000)
    let words = ["good", "baad", "bad", "ä", "#", "\r\n", "\n", "\n", "'q'"]
    let text = (0..<200).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
    let bytes = Array(text.utf8)
    let first = await FixRounds(findings(bytes), bytes: { _ in bytes }) { findings($0["a.md"] ?? bytes) }
    let once = first.changes.first?.after ?? bytes
    #expect(findings(once).isEmpty && first.remaining.isEmpty && first.refused.isEmpty)
    let second = await FixRounds(findings(once), bytes: { _ in once }) { findings($0["a.md"] ?? once) }
    #expect(second.changes.isEmpty)
    #expect(once.count { $0 == 0x0D } == bytes.count { $0 == 0x0D })
    let untouched: (UInt8) -> Bool = { $0 != UInt8(ascii: "a") && $0 != UInt8(ascii: "e") }
    #expect(once.filter(untouched) == bytes.filter(untouched))
  }

  /// "baad" wants to be "bad", and "bad" wants to be "bed": two rounds.
  private func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      for word in line.split(separator: 0x20) {
        let start = word.startIndex - line.startIndex + 1
        let columns = start..<start + word.count
        if word.elementsEqual("baad".utf8) { findings.append(.fixable(.init("a.md", index + 1, columns, "bad"))) }
        if word.elementsEqual("bad".utf8) { findings.append(.fixable(.init("a.md", index + 1, columns, "bed"))) }
      }
    }
    return findings
  }
}
