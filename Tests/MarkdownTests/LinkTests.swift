import Diagnostics
import Testing

@testable import Markdown

struct LinkTests {
  @Test(arguments: [
    Case("plain", "a [b](c) d", "1:3-1:9"),
    Case("second line", "a\nb [c](d)", "2:3-2:9"),
    Case("tooltip and angle brackets", "[a](<b c> \"d ) e\") f", "1:1-1:19"),
    Case("parentheses", "[a](b(c)d)", "1:1-1:11"),
    Case("brackets and escapes inside", "[a [b] \\] `]`](c)", "1:1-1:18"),
    Case("after the same in code", "`[a](b)` [a](b)", "1:10-1:16"),
    Case("after escaped brackets", "\\[a](b) [a](b)", "1:9-1:15"),
    Case("after entities", "&amp;&copy; [a](b)", "1:13-1:19"),
    Case("bytes, not characters", "ö€ [a](b)", "1:7-1:13"),
    Case("quote", "> a\n> [b](c)", "2:3-2:9"),
    Case("lazy line", "> a\nb [c](d)", "2:3-2:9"),
    Case("indented lazy line", "> a\n   b [c](d)", "2:6-2:12"),
    Case("list", "- a\n  b [c](d)", "2:5-2:11"),
    Case("list in a quote", "> - a\n>   b [c](d)", "2:7-2:13"),
    Case("task", "- [ ] a [b](c)", "1:9-1:15"),
    Case("tabs", "-\ta\n\tb [c](d)", "2:4-2:10"),
    Case("heading", "## a [b](c) ##", "1:6-1:12"),
    Case("underlined heading", "a\nb [c](d)\n===", "2:3-2:9"),
    Case("over two lines", "a [b\nc](d) e", "1:3-2:6"),
    Case("destination on the next line", "a [b](\nc) d", "1:3-2:3"),
    Case("after code over two lines", "`a\nb` [c](d)", "2:4-2:10"),
    Case("reference", "a [b][r]\n\n[r]: c", "1:3-1:9"),
    Case("after definitions in its block", "[r]: c\n[s]: d 'e'\n[r] f", "3:1-3:4"),
    Case("cell", "| a | b |\n|--|--|\n| c | [d](e) |", "3:7-3:13"),
    Case("cell after an escaped bar", "| a | b |\n|--|--|\n| c \\| [d](e) | f |", "3:8-3:14"),
    Case("footnote", "a[^1]\n\n[^1]: b [c](d)", "3:9-3:15"),
    Case("bare address", "see https://x.example/a, or", "1:5-1:24"),
    Case("bare address in a cell", "|a|\n|-|\n| b www.x.example c |", "3:5-3:18"),
    Case("bracketed address", "a <https://x.example> b", "1:3-1:22"),
    Case("mail address", "a b@c.example d", "1:3-1:14"),
    Case("CR LF", "a\r\n\r\nb [c](d)\r\n", "3:3-3:9"),
    Case("CR alone", "a\r\rb [c](d)", "3:3-3:9"),
    Case("byte order mark", "\u{FEFF}[a](b)", "1:4-1:10"),
    Case("image", "a ![b](c)", "1:3-1:10"),
    Case("wiki", "a [[b]]", "1:3-1:8"),
    Case("wiki after the same in code", "`[[b]]` [[b]]", "1:9-1:14"),
    Case("wiki after the same escaped", "\\[\\[b]] [[c]]", "1:9-1:14"),
    Case("wiki in a cell", "|a|b|\n|-|-|\n| c | [[d\\|e]] |", "3:7-3:15"),
    Case("wiki after a mail address", "a@b.example [[c]]", "1:13-1:18"),
  ])
  func rangeIsExact(_ example: Case) throws {
    let links = try document(example.markdown).links
    #expect(links.last?.range.short == example.expected)
    let later = try document(example.markdown, MarkdownOptions(firstLine: 11)).links
    #expect(later.last?.range.lowerBound.line == (links.last?.range.lowerBound.line ?? 0) + 10)
    #expect(later.last?.range.lowerBound.column == links.last?.range.lowerBound.column)
  }

  @Test func headingRangesSpanTheWholeHeading() throws {
    let ranges = try document("## a ##  \n\nb\nc\n---\n\n> # d", MarkdownOptions(firstLine: 5)).headings.map(
      \.range.short)
    #expect(ranges == ["5:1-5:8", "7:1-9:4", "11:3-11:6"])
  }

  @Test func destinationIsTakenApart() throws {
    let link = try #require(try document("[a](../b%20c/d%2Fe.md?q=%41#f%C3%A9)").links.first)
    #expect(link.destination == "../b%20c/d%2Fe.md?q=%41#f%C3%A9")
    #expect(link.path == "../b c/d/e.md")
    #expect(link.fragment == "fé")
    #expect(link.reach == .relative)
  }

  @Test func kindsAreTold() throws {
    let links = try document("[a](b) ![c](d) [[e]] <https://f.example> www.g.example [https://h](https://h)").links
    #expect(links.map(\.kind) == [.link, .image, .wiki, .autolink, .autolink, .link])
    #expect(links.map(\.text) == ["a", "c", "e", "https://f.example", "www.g.example", "https://h"])
  }

  @Test func holesAreInOrderAndWithinTheBytes() throws {
    for example in RenderingTests.cases {
      let html = try document(example.markdown).html
      #expect(html.holes.map(\.offset) == html.holes.map(\.offset).sorted())
      #expect(html.holes.allSatisfy { $0.offset <= html.bytes.count && html.links.indices.contains($0.link) })
    }
  }

  @Test(arguments: [
    Case("alone", "[[a]]", "a|-|a|false"),
    Case("words", "[[a|b c]]", "a|-|b c|true"),
    Case("heading", "[[a/b#c d]]", "a/b|c d|a/b#c d|false"),
    Case("heading of this page", "[[#c]]", "|c|#c|false"),
    Case("all", "[[ a # b | c ]]", "a | b|c|true"),
    Case("empty words", "[[a|]]", "a|-|a|false"),
    Case("underscores", "[[a_b_c]]", "a_b_c|-|a_b_c|false"),
    Case("third bracket", "[[[a]]", "a|-|a|false"),
    Case("in emphasis", "**[[a]]**", "a|-|a|false"),
    Case("in a heading", "# x [[a]]", "a|-|a|false"),
    Case("in a list", "1. [[a]]", "a|-|a|false"),
    Case("in a table", "|x|\n|-|\n|[[a\\|b]]|", "a|-|b|true"),
    Case("in a quote", "> [[a]]", "a|-|a|false"),
    Case("in an alert", "> [!TIP]\n> [[a]]", "a|-|a|false"),
    Case("in a footnote", "x[^1]\n\n[^1]: [[a]]", "a|-|a|false"),
    Case("struck", "~~[[a]]~~", "a|-|a|false"),
  ])
  func wikiLinkIsFound(_ example: Case) throws {
    let links = try document(example.markdown).links
    try #require(links.count == 1)
    let link = links[0]
    #expect(link.kind == .wiki)
    #expect("\(link.path)|\(link.fragment ?? "-")|\(link.text)|\(link.hasOwnText)" == example.expected)
  }

  @Test(arguments: [
    "`[[a]]`", "```\n[[a]]\n```", "    [[a]]", "[[]]", "[[ ]]", "[[a]", "[a]]", "\\[[a]]", "\\[\\[a\\]\\]",
    "&#91;&#91;a]]", "[[a\nb]]", "[x [[a]] y](z)", "![[[a]]](z)", "<div>[[a]]</div>", "<i title=\"[[a]]\">", "[[a[b]]",
  ])
  func whatIsNoWikiLinkStaysText(_ markdown: String) throws {
    let document = try document(markdown)
    #expect(!document.links.contains { $0.kind == .wiki })
    #expect(document.page.contains("[") || document.page.contains("alt="))
  }

  @Test func manyWikiLinksInALineKeepTheirOrder() throws {
    let document = try document("x [[a]] y [[b|c]] z")
    #expect(document.page == "<p>x <a href=\"a\">a</a> y <a href=\"b\">c</a> z</p>\n")
    #expect(document.plainText == "x a y c z")
  }
}
