import Testing

@testable import WorkspaceModel

@Suite struct FrontMatterTests {
  @Test(
    arguments: [
      ("---\na: 1\n---\nbody\n", "a: 1\n", "body\n", 4), ("---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body", 4),
      ("---\n---\nbody", "", "body", 3), ("---  \na: 1\n...\t\nbody", "a: 1\n", "body", 4),
      ("---\na: 1\n---", "a: 1\n", "", 4),
      ("---\na: |\n  ---\n---\nx", "a: |\n  ---\n", "x", 5), ("---\na: 1\n----\n---\nx", "a: 1\n----\n", "x", 5),
    ] as [(String, String, String, Int)])
  func isCutOffBetweenTwoFences(text: String, yaml: String, body: String, bodyLine: Int) {
    let front = FrontMatter(Array(text.utf8)[...])
    #expect(front.yaml.map { String(decoding: $0, as: UTF8.self) } == yaml)
    #expect(String(decoding: front.body, as: UTF8.self) == body)
    #expect(front.yamlFirstLine == 2)
    #expect(front.bodyFirstLine == bodyLine)
    #expect(!front.isUnclosed)
  }

  @Test(arguments: [
    "", "body\n---\n", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\na\n----\n", "# x\n---\na: 1\n---\n",
  ])
  func isOnlyWhatTheFileBeginsWith(text: String) {
    let front = FrontMatter(Array(text.utf8)[...])
    #expect(front.yaml == nil)
    #expect(Array(front.body) == Array(text.utf8))
    #expect(front.bodyFirstLine == 1)
    #expect(!front.isUnclosed)
  }

  @Test(arguments: ["---", "---\n", "---\na: 1\n", "---\na: 1\n --- \n", "---\na: 1\n--- x\n"])
  func isUnclosedWithoutASecondFence(text: String) {
    let front = FrontMatter(Array(text.utf8)[...])
    #expect(front.isUnclosed)
    #expect(front.yaml == nil)
    #expect(Array(front.body) == Array(text.utf8))
  }
}

@Suite struct LeadingHeadingTests {
  @Test(
    arguments: [
      ("# Title\nrest", "Title", "rest", 1), ("\n\n  # Title ##\nrest", "Title", "rest", 3), ("# C#\n", "C#", "", 1),
      ("# F# and C# #\nx", "F# and C#", "x", 1), ("Title\n===\nrest", "Title", "rest", 2),
      ("Title\r\n=\r\nrest", "Title", "rest", 2),
      ("# A *bold* `code` word", "A bold code word", "", 1), ("# Übung 日本\n\nx", "Übung 日本", "\nx", 1),
      ("   # Title\n", "Title", "", 1),
      ("Title\n===", "Title", "", 2),
    ] as [(String, String, String, Int)])
  func namesTheText(body: String, title: String, rest: String, lines: Int) throws {
    let bytes = Array(body.utf8)[...]
    let heading = try #require(LeadingHeading(bytes))
    #expect(heading.text == title)
    #expect(String(decoding: bytes[heading.bodyStart...], as: UTF8.self) == rest)
    #expect(heading.lines == lines)
  }

  @Test(arguments: [
    "", "text\n# Later", "## Second level", "#Title", "#", "# ", "# ##", "    # code", "\t# code", "  \t# code",
    "```\n# code\n```",
    "~~~\n# code", "text\n---\n", "- item\n===", "> quote\n===", "Title\n== =", "Title\n\n===", "# [link](x)",
    "# <b>x</b>", "# A & B",
    "| a |\n===", "<!-- # x -->\n# Title",
  ])
  func isAbsentWhereNoHeadingOpensTheText(body: String) {
    #expect(LeadingHeading(Array(body.utf8)[...]) == nil)
  }
}
