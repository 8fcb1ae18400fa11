import Testing

@testable import Markdown

struct PrescanTests {
  /// The classes of input that keep Debian's cmark-gfm busy for seconds or minutes at 64 KB, see trust.md 5.1.
  static let hostile: [(String, String)] = {
    let size = 64 << 10
    func fill(_ piece: String) -> String { String(repeating: piece, count: size / piece.utf8.count) }
    return [
      ("wide table, short rows", table(columns: 180, rows: size / 2 - 400)),
      ("very wide table", table(columns: 8_000, rows: 8_000)),
      ("rulers with quotes", fill("|-\nt>|-\n")),
      (
        "list in a list and blank lines",
        String(repeating: "- ", count: 90) + "x" + String(repeating: "\n", count: size)
      ),
      ("list markers", fill(" - - - x\n") + String(repeating: "\n", count: size / 2)),
      ("row of bars", "|a|\n|-|\n" + fill("|")),
      ("z_www.", fill("z_www.")),
      ("quotes and emphasis", fill(">") + fill("a*a*")),
      ("lazy lines", String(repeating: "> ", count: 90) + "a\n" + fill("a\n")),
      ("dots after quotes", String(repeating: ">", count: 2_000) + fill(".")),
      ("www.))))", "www." + fill(")")),
      ("footnotes", fill("[^1]:\n")),
      ("footnotes in a line", fill("[^1]:")),
      ("header row", fill("|a") + "|\n" + fill("|-") + "|"),
      ("long paragraph with a header", fill("a\n") + "|a|\n|-|\n"),
      ("processing instructions", fill("<?x")),
      ("character data", fill("<![CDATA[")),
      ("declarations", fill("<!A ")),
      ("comments", fill("<!--")),
      ("tildes", fill("~e,z~~")),
      ("bracketed addresses", fill("<http://s")),
      ("images", fill("![[]()")),
      ("emphasis that never closes", fill("*t ") + fill("_t*_")),
      ("reopened definition", fill("[f]:u")),
      ("long definition, many uses", "[f]: " + fill("u") + "\n\n" + fill("[f] ")),
      ("definition with a long title", "[f]: u\n\"" + fill("t\n") + "\"\n\n" + fill("[f] ")),
      ("brackets", fill("[")),
      ("closed brackets", fill("[a](")),
      ("mail addresses", fill("a@b.c")),
      ("colons", fill(":a@b.c")),
      ("wiki brackets", fill("[[a|")),
      ("wiki brackets closed", fill("[[a]]")),
      ("escaped wiki brackets", fill("\\[[a]] ")),
      ("backticks", (1...350).map { String(repeating: "`", count: $0) + "a" }.joined()),
      ("code that never closes before links", fill("`a ``b [c](d) ")),
      ("links over links", fill("[a](b")),
      ("carriage returns", fill("\r")),
      ("one carriage return at the end", fill("a\n") + "\r"),
      ("indentation", String(repeating: " ", count: 399) + fill("a\n")),
      ("entities", fill("&amp;")),
      ("ordered lists", fill("1. ")),
      ("thematic breaks", fill("____\n")),
      ("deep lists", (0..<199).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
    ]
  }()

  private static func table(columns: Int, rows: Int) -> String {
    String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
      + String(repeating: "a\n", count: rows)
  }

  @Test(arguments: hostile)
  func hostileTextIsAnsweredQuickly(_ name: String, _ text: String) throws {
    let bytes = Array(text.utf8)
    var outcome: MarkdownOutcome?
    let time = ContinuousClock().measure { outcome = MarkdownRenderer.render(bytes) }
    #expect(time < .seconds(2), "\(name): \(time)")
    if case .document(let document) = try #require(outcome) {
      #expect(document.html.bytes.count < bytes.count * 60 + 10_000, "\(name)")
    }
  }

  @Test(arguments: [
    (String(repeating: ">", count: 101) + "a", "more than 100 quotes or lists inside each other", 1),
    ("a\n\n" + String(repeating: " ", count: 401) + "a", "a line indented by more than 400 columns", 3),
    (
      "a\n" + String(repeating: "|a", count: 201) + "|\n" + String(repeating: "|-", count: 201) + "|",
      "a table of more than 200 columns", 3
    ),
    (String(repeating: "|", count: 2_001), "more than 2,000 pipes in a line", 1),
    ("\n" + String(repeating: "|-|\n", count: 201), "more than 200 table rulers in one block", 202),
    (
      "|a|\n|-|\n" + String(repeating: "a\n", count: 3_000), "more than 3,000 lines in a block with a one-column ruler",
      3_001
    ),
    (
      "|a|b|\n|-|-|\n" + String(repeating: "a\n", count: 25_000), "a table of more than 50,000 cells", 25_001
    ),
    (
      String(repeating: "> ", count: 9) + "a" + String(repeating: "\n", count: 2_010),
      "more than 2,000 blank lines after deep nesting", 2_002
    ),
    (String(repeating: "<?x ", count: 1_001), "more than 1,000 '<?', '<!' or '<a' in one block", 1),
    (String(repeating: "![a", count: 1_001), "more than 1,000 '![' in one block", 1),
    (String(repeating: "[a\n", count: 4_001), "more than 4,000 '[' in one block", 4_001),
    (String(repeating: "[^a\n", count: 1_001), "more than 1,000 '[^' in one block", 1_001),
    (String(repeating: "~", count: 2_001), "more than 2,000 '~' in one block", 1),
    (String(repeating: "*_", count: 4_001), "more than 8,000 '*' and '_' in one block", 1),
    (String(repeating: "a@b", count: 3_001), "more than 3,000 '@', ':' and 'www.' in one block", 1),
    (String(repeating: ")", count: 501), "more than 500 closing parentheses in a row", 1),
    (
      "a\n\n[f]: " + String(repeating: "u", count: 9_000) + "\n\n" + String(repeating: "[f]\n\n", count: 1_000),
      "a link definition so long and links so many that the page would not end", 3
    ),
  ])
  func limitIsNamedWithItsLine(_ text: String, _ reason: String, _ line: Int) {
    #expect(PrescanGuard.check(Array(text.utf8)) == .refused(reason: reason, line: line))
    let later = MarkdownRenderer.render(Array(text.utf8), options: MarkdownOptions(firstLine: 8))
    #expect(later == .refused(reason: reason, line: line + 7))
  }

  @Test func sizeLimitsDependOnWhereTheTextCameFrom() {
    let text = Array(repeating: UInt8(ascii: "a"), count: 1 << 20)
    #expect(PrescanGuard.check(text) == .accepted)
    #expect(PrescanGuard.check(text + text.prefix(1)) == .refused(reason: "longer than 1 MiB", line: 1))
    #expect(PrescanGuard.check(Array(text.prefix(256 << 10)), isImported: true) == .accepted)
    #expect(
      PrescanGuard.check(Array(text.prefix((256 << 10) + 1)), isImported: true)
        == .refused(reason: "imported text longer than 256 KiB", line: 1))
  }

  @Test func limitsHoldForABlockNotForTheWholeText() {
    let block = String(repeating: "![a", count: 900) + "\n\n"
    #expect(PrescanGuard.check(Array(String(repeating: block, count: 20).utf8)) == .accepted)
  }

  @Test func ordinaryTextsAreAccepted() {
    let references = (0..<600).map { "[ref\($0)]: https://x.example/\($0) \"A title (with parts)\"\n" }.joined()
    let uses = (0..<600).map { "See [ref\($0)] and [this](a.md).\n\n" }.joined()
    let table = "| a | b |\n|---|---|\n" + String(repeating: "| 1 | 2 |\n", count: 2_000)
    for text in [
      references + "\n" + uses, table, "\u{FEFF}# a\r\n\r\nb\r\n", String(repeating: "a b c\n", count: 9_000),
    ] {
      #expect(PrescanGuard.check(Array(text.utf8)) == .accepted)
    }
  }
}
