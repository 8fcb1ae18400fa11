import Testing

@testable import Markdown

struct FigureTests {
  private func page(_ markdown: String) throws -> String {
    try document(markdown).page { link in
      link.kind == .metric
        ? .figure(FigureMark(text: "<\(link.destination)>", meaning: "\"m\"", address: Array("e/".utf8))) : .asWritten
    }
  }

  @Test func aFigureStandsInItsPlaceEscaped() throws {
    let html = try page("We win [[metric:win_rate competitor=rival]] of them.")
    #expect(
      html
        == "<p>We win <a href=\"e/\" class=\"figure\" title=\"&quot;m&quot;\">&lt;win_rate competitor=rival&gt;</a> of them.</p>\n"
    )
  }

  @Test func withoutSomebodyWhoKnowsTheFigureItsNameStands() throws {
    #expect(
      try document("a [[metric:win_rate]] b").page == "<p>a <code>[[metric:win_rate]]</code> b</p>\n")
    let unknown = try document("[[metric:x]]").page { _ in .figure(FigureMark(text: "unknown", isUnknown: true)) }
    #expect(unknown == "<p><span class=\"figure unknown\">unknown</span></p>\n")
  }

  @Test(arguments: [
    Case("alone", "[[metric:a]]", "a"), Case("spaces", "[[ metric: a  b=c ]]", "a  b=c"),
    Case("capitals", "[[Metric:a]]", "a"), Case("empty", "[[metric:]]", ""),
    Case("words behind a bar", "[[metric:a|b]]", "a|b"),
    Case("underscores", "[[metric:a_b c=d_e]]", "a_b c=d_e"),
    Case("in a table", "|x|\n|-|\n|[[metric:a b=c]]|", "a b=c"),
    Case("in a list", "- [ ] [[metric:a]]", "a"), Case("in a quote", "> **[[metric:a]]**", "a"),
    Case("in a heading", "# x [[metric:a]]", "a"), Case("entity", "[[metric:a &lt;]]", "-"),
    Case("markup", "[[metric:a <b>]]", "-"), Case("in code", "`[[metric:a]]`", "-"),
    Case("escaped", "\\[[metric:a]]", "-"), Case("in a link", "[x [[metric:a]]](b.md)", "-"),
    Case("another word", "[[metrics:a]] [[metrica]]", "-"), Case("open", "[[metric:a]", "-"),
    Case("over two lines", "[[metric:a\nb]]", "-"), Case("nested", "[[metric:[[metric:a]]]]", "a"),
  ])
  func figuresAreReadWhereWikiLinksAre(_ example: Case) throws {
    let figures = try document(example.markdown).links.filter { $0.kind == .metric }
    #expect((figures.isEmpty ? "-" : figures.map(\.destination).joined(separator: "|")) == example.expected)
    #expect(figures.allSatisfy { $0.reach == .figure && $0.path.isEmpty && $0.fragment == nil })
  }

  @Test func theWordsTellTheFigureAndTheLeadStaysTheFirstParagraph() throws {
    let document = try document("# Rate [[metric:a]]\n\nWon `[[metric:b]]` [[metric:b]] now.\n\nMore [[metric:c]].")
    #expect(document.headings.map(\.text) == ["Rate"])
    #expect(document.headings.map(\.id) == ["rate"])
    #expect(document.title == "Rate")
    #expect(document.excerpt() == "Won [[metric:b]] [[metric:b]] now.")
    let told = document.telling { "<\($0.destination) told at length>" }
    #expect(told.excerpt() == "Won [[metric:b]] <b told at length> now.")
    #expect(told.plainText == "Rate \nWon [[metric:b]] <b told at length> now.\nMore <c told at length>.")
    #expect(told.html == document.html)
    #expect(document.telling { _ in "" }.excerpt() == "Won [[metric:b]] now.")
  }

  @Test func figuresSurviveTheCache() throws {
    let document = try document("# [[metric:a]]\n\n[[x]] [[metric:b c=d]] ![[[metric:e]]](f.png) [[metric:g]]")
    #expect(document.figures.count == 3)
    let bytes = document.encoded()
    let decoded = try #require(MarkdownDocument(decoding: bytes))
    #expect(decoded == document)
    for index in bytes.indices {
      for flip in [UInt8(0xFF), 0x01, 0x80, 0x40] {
        var damaged = bytes
        damaged[index] ^= flip
        _ = MarkdownDocument(decoding: damaged)?.telling { _ in "told" }.excerpt()
      }
    }
  }

  @Test func thousandsOfFiguresTakeNoLongerThanTheirText() throws {
    let many = String(repeating: "[[metric:a b=c]]\n\n", count: 20_000)
    let document = try document(many)
    #expect(document.figures.count == 20_000)
    #expect(document.telling { _ in "1" }.plainText.utf8.count < 60_001)
    _ = MarkdownRenderer.render(Array(String(repeating: "[[metric:", count: 20_000).utf8))
  }

  private func document(_ markdown: String) throws -> MarkdownDocument { try MarkdownTests.document(markdown) }
}
