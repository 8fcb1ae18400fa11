import Diagnostics
import Testing

@Suite struct JSONReaderTests {
  @Test func readsWhatIsWritten() throws {
    let value = JSONValue.members(
      ("a", .array([.null, .bool(true), .bool(false), .integer(-12), .number("1.50"), .number("1e5")])),
      ("ü\"\\\n\u{1}<😀", .string("tab\t\r end")), ("empty", .object([])), ("list", .array([])))
    #expect(try JSONValue(reading: value.encoded()) == value)
    #expect(try JSONValue(reading: value.encoded(pretty: true)) == value)
  }

  @Test func readsEscapes() throws {
    #expect(try JSONValue(reading: #"  "\u00e9\uD83D\ude00\/\b" "#.utf8) == .string("é😀/\u{8}"))
  }

  @Test(
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\" 1}", 1, 6), ("{\n  a: 1}", 2, 3), ("[1 2]", 1, 4), ("01", 1, 3),
      ("1.", 1, 3), ("nul", 1, 1), ("\"\\ud800x\"", 1, 8), ("\"a", 1, 3), ("1 2", 1, 3), ("<<<<<<< HEAD", 1, 1),
      ("\"\n\"", 1, 2),
    ])
  func saysWhereItStopped(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue(reading: text.utf8) }
    #expect(error?.position == SourcePosition(line: line, column: column))
  }

  @Test func refusesEndlessNesting() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONValue(reading: text.utf8) }
  }

  @Test func linesOfAFileHaveNeitherEndsNorMark() {
    let lines = SourceLines { $0 == "a" ? [0xEF, 0xBB, 0xBF] + Array("one\r\n\nthree".utf8) : nil }
    #expect((0...4).map { lines.line($0, of: "a") } == [nil, "one", "", "three", nil])
    #expect(lines.line(1, of: "b") == nil)
  }
}
