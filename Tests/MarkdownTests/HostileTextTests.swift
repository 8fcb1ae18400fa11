import Testing

@testable import Markdown

struct HostileTextTests {
  static let addresses = [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java&#115;cript:alert(1)", "&#x6A;avascript:alert(1)",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)", "\\javascript:alert(1)", "javascript\\:alert(1)", "vbscript:x", "data:text/html,<b>",
    "data:image/svg+xml,x", "//evil.example", "\\\\\\\\evil.example", "/\\\\evil.example", "file:///etc/passwd",
    "blob:x",
  ]

  @Test(arguments: addresses)
  func dangerousAddressIsNeverWrittenNotEvenWhenTheWriterAgrees(_ address: String) throws {
    for text in ["[a](<\(address)>)", "![a](<\(address)>)", "[a]\n\n[a]: <\(address)>", "[[\(address)|a]]"] {
      let document = try document(text)
      let html = document.page { _ in .asWritten }
      #expect(!html.contains("href=") && !html.contains("src="), "\(html)")
      #expect(document.links.allSatisfy { $0.reach == .refused })
    }
  }

  @Test(arguments: EscapeTests.joiners)
  func nothingLeavesItsAttribute(_ joiner: String) throws {
    let quote = "\"\(joiner) onmouseover=alert(1) x=\"\(joiner)"
    let texts = [
      "[a](<b\(quote)>)", "[a](b '\(quote)')", "![\(quote)](b)", "![a](b '\(quote)')", "[[a\(quote)]]",
      "[[a|\(quote)]]", "# a \(quote)", "- [ ] a \(quote)", "```\(quote)\na\n```", "a[^\(quote)]\n\n[^\(quote)]: b",
      "<https://a.example/\(quote.replacing(" ", with: ""))>", "www.a.example/\(quote)",
      "|\(quote)|\n|:-:|\n|\(quote)|", "> [!NOTE]\n> \(quote)",
    ]
    for text in texts {
      let document = try document(text)
      for target in [LinkTarget.asWritten, .none, .titled([], text: quote)] {
        try expectOnlyOurMarkup(document.page { _ in target })
      }
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <svg/onload=alert(1)> b",
    "<a href=javascript:x>y</a>",
    "<base href=//evil.example>", "<form action=x><input>", "<meta http-equiv=refresh content=0>", "<iframe src=x>",
    "<!-- --><script>x</script>", "<!--><script>x</script>-->", "<?php x ?>", "<![CDATA[<b>]]>", "<!DOCTYPE x>",
    "</p><b>",
    "a <b onclick='x'> c", "<style>*{}</style>", "&lt;script&gt;", "\\<b>", "`<b>`", "    <b>", "- <b>\n  <i>",
    "|a|\n|-|\n|<b onclick=x>|", "[<b>](x)", "![<b>](x)", "# <b>", "[^1]\n\n[^1]: <b>", "<br onclick=x>", "<br\n>",
  ])
  func rawHTMLIsShownNotRun(_ text: String) throws {
    try expectOnlyOurMarkup(try document(text).page)
  }

  @Test func bytesThatAreNotUTF8BecomeReplacementCharacters() throws {
    let document = try document([
      0x61, 0xFF, 0x41, 0x80, 0x80, 0x80, 0x80, 0x20, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x00, 0x62,
    ])
    #expect(String(validating: document.html.bytes, as: UTF8.self) != nil)
    #expect(document.plainText.hasPrefix("a\u{FFFD}A\u{FFFD}"))
    #expect(!document.html.bytes.contains(0))
  }

  @Test func signsOfOursCannotBeForged() throws {
    let forged: [UInt8] = [0xFF, 0x41, 0x80, 0x80, 0x80, 0x80]
    for text in [forged, Array("[".utf8) + forged + Array("](x)\n\n<b>".utf8) + forged, Array("&#255;A&#xFF;".utf8)] {
      let document = try document(text)
      #expect(document.html.holes.allSatisfy { $0.link < document.links.count })
      #expect(!document.html.bytes.contains(0xFF))
    }
  }

  @Test func deepNestingCostsNoStack() throws {
    let quotes = String(repeating: "> ", count: 100) + "a"
    let lists = (0..<190).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()
    let emphasis = String(repeating: "*a **a ", count: 1_300) + "b" + String(repeating: "** a*", count: 1_300)
    let brackets = String(repeating: "[", count: 4_000)
    for text in [quotes, lists, emphasis, brackets] { #expect(!(try document(text).html.bytes.isEmpty)) }
  }

  @Test func randomBytesNeverTrapAndNeverEscape() throws {
    let pieces = [
      "[", "]", "(", ")", "![", "[[", "]]", "|", "\\", "`", "<", ">", "\n", "\n\n", "> ", "- ", "- [ ] ", "# ", "[^1]",
      ":",
      "[a]: b", "www.a.b", "http://a.b", "a@b.c", "&amp;", "&#0;", "\"", "'", "~~", "*", "_", "|-|", "\r", "\r\n", "\t",
      "ö",
      "\u{301}", "\u{FEFF}", "<!--", "-->", "<br>", "[!NOTE]", "===", "---", "```", "  ", "    ", "a", "b c",
    ]
    var seed: UInt64 = 1
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<24 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      guard case .document(let document) = MarkdownRenderer.render(Array(text.utf8)) else { continue }
      try expectOnlyOurMarkup(document.page, text)
      #expect(MarkdownDocument(decoding: document.encoded()) == document)
    }
  }

  /// Every tag is one that we or cmark print, with attributes of ours alone, and all of them close in order.
  private func expectOnlyOurMarkup(_ html: String, _ source: String = "") throws {
    let tags: Set = [
      "p", "em", "strong", "del", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "span", "ul", "ol",
      "li",
      "input", "table", "thead", "tbody", "tr", "th", "td", "div", "section", "sup", "blockquote", "br", "hr",
    ]
    let attributes: Set = [
      "href", "src", "alt", "title", "class", "id", "rel", "type", "checked", "disabled", "aria-label", "role",
      "tabindex",
      "start", "loading", "data-footnotes", "data-footnote-ref", "data-footnote-backref", "data-footnote-backref-idx",
    ]
    var open: [String] = []
    for tag in try #require(HTMLTag.all(in: Array(html.utf8)), "unquoted or unfinished tag in \(html) from \(source)") {
      #expect(tags.contains(tag.name), "\(tag.name) in \(html) from \(source)")
      #expect(tag.attributes.allSatisfy(attributes.contains), "\(tag.attributes) in \(html) from \(source)")
      if ["img", "input", "br", "hr"].contains(tag.name) { continue }
      if tag.isClosing { #expect(open.popLast() == tag.name, "\(html) from \(source)") } else { open.append(tag.name) }
    }
    #expect(open.isEmpty, "\(html) from \(source)")
  }
}
