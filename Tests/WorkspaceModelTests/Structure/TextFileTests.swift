import Diagnostics
import Testing
import WorkspaceModel

@Suite struct TextFileTests {
  @Test(arguments: ["", "plain\r\n", "é日🎉", "\u{0}"])
  func leavesUTF8Alone(text: String) {
    let file = TextFile(Array(text.utf8), path: "a.md")
    #expect(Array(file.bytes) == Array(text.utf8))
    #expect(file.problems.isEmpty)
  }

  @Test func cutsAByteOrderMarkOffAndSaysSo() {
    let file = TextFile([0xEF, 0xBB, 0xBF, 0x61], path: "a.md")
    #expect(Array(file.bytes) == [0x61])
    #expect(file.problems.map(\.id) == ["byte-order-mark"])
    #expect(file.problems.map(\.severity) == [.warning])
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([0x61, 0xC3], 1, 2), ([0x61, 0x0A, 0xC3, 0xA9, 0x20, 0xE9, 0x0A], 2, 4), ([0x61, 0x80], 1, 2),
      ([0xE2, 0x80], 1, 1), ([0x0D, 0x0A, 0x0D, 0x0A, 0xC0, 0xAF], 3, 1), ([0xED, 0xA0, 0x80], 1, 1),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFE], 1, 2), ([0xF0, 0x9F, 0x8E, 0x89, 0xF0, 0x9F, 0x41], 1, 5),
    ] as [([UInt8], Int, Int)])
  func namesThePlaceOfTheFirstByteThatIsNotUTF8(bytes: [UInt8], line: Int, column: Int) throws {
    let file = TextFile(bytes, path: "a.md")
    let problem = try #require(file.problems.last)
    #expect(problem.id == "not-utf8")
    #expect(problem.range.start == SourcePosition(line: line, column: column))
    #expect(String(validating: file.bytes, as: UTF8.self)?.contains("\u{FFFD}") == true)
  }
}
