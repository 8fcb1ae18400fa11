import Testing

@testable import Markdown

struct RenderingTests {
  static let cases = [
    Case("paragraphs", "one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>\n"),
    Case("emphasis", "*a* **b** ~~c~~ `d<`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>\n"),
    Case(
      "heading", "## Who *they* are",
      """
      <h2 id="who-they-are">Who <em>they</em> are <a class="heading-anchor" href="#who-they-are" \
      aria-label="Link to section: Who they are">#</a></h2>

      """),
    Case("link", "[a](b.md)", "<p><a href=\"b.md\">a</a></p>\n"),
    Case("link with tooltip", "[a](b.md \"x \\\" y\")", "<p><a href=\"b.md\" title=\"x &quot; y\">a</a></p>\n"),
    Case("marked-up link", "[a **b** `c`](d)", "<p><a href=\"d\">a <strong>b</strong> <code>c</code></a></p>\n"),
    Case(
      "reference", "[a][r] [r]\n\n[r]: /u 't'",
      "<p><a href=\"/u\" title=\"t\">a</a> <a href=\"/u\" title=\"t\">r</a></p>\n"),
    Case(
      "web link", "[a](https://x.example/?a=1&b=2)",
      """
      <p><a href="https://x.example/?a=1&amp;b=2" class="external" rel="noopener noreferrer nofollow">a</a></p>

      """),
    Case("mail", "<a@b.example>", "<p><a href=\"mailto:a@b.example\">a@b.example</a></p>\n"),
    Case("image", "![a *b*](c.png)", "<p><img src=\"c.png\" alt=\"a b\" loading=\"lazy\" /></p>\n"),
    Case(
      "linked image", "[![a](b.png)](c)", "<p><a href=\"c\"><img src=\"b.png\" alt=\"a\" loading=\"lazy\" /></a></p>\n"),
    Case(
      "table", "| a | b | c |\n|--|:-:|--:|\n| 1 | 2 | 3 |",
      """
      <div class="table-scroll" role="region" tabindex="0" aria-label="Table">
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th class="align-center">b</th>
      <th class="align-right">c</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td class="align-center">2</td>
      <td class="align-right">3</td>
      </tr>
      </tbody>
      </table>
      </div>

      """),
    Case(
      "break in a cell", "|a|\n|-|\n|b<br>c|",
      """
      <div class="table-scroll" role="region" tabindex="0" aria-label="Table">
      <table>
      <thead>
      <tr>
      <th>a</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>b<br />c</td>
      </tr>
      </tbody>
      </table>
      </div>

      """),
    Case(
      "tasks", "- [ ] one \"x\"\n- [x] two",
      """
      <ul>
      <li class="task"><input type="checkbox" disabled aria-label="one &quot;x&quot;" /> one &quot;x&quot;</li>
      <li class="task"><input type="checkbox" checked disabled aria-label="two" /> two</li>
      </ul>

      """),
    Case(
      "tasks with room", "- [ ] one\n\n- [x] two",
      """
      <ul>
      <li class="task">
      <p><input type="checkbox" disabled aria-label="one" /> one</p>
      </li>
      <li class="task">
      <p><input type="checkbox" checked disabled aria-label="two" /> two</p>
      </li>
      </ul>

      """),
    Case(
      "alert", "> [!NOTE]\n> a\n>\n> b",
      """
      <div class="alert alert-note" role="note">
      <p class="alert-title">Note</p>
      <p>a</p>
      <p>b</p>
      </div>

      """),
    Case(
      "alert in any case, with nothing else", "> [!caution]",
      "<div class=\"alert alert-caution\" role=\"note\">\n<p class=\"alert-title\">Caution</p>\n</div>\n"),
    Case("no alert", "> [!NOTE] a", "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n"),
    Case("unknown alert", "> [!HINT]\n> a", "<blockquote>\n<p>[!HINT]\na</p>\n</blockquote>\n"),
    Case("code", "```swift x\na < b\n```", "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>\n"),
    Case("inline HTML is shown", "a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
    Case(
      "HTML block is shown", "<div>\n&x\n</div>",
      "<pre class=\"raw-html\"><code>&lt;div&gt;\n&amp;x\n&lt;/div&gt;</code></pre>\n"),
    Case("comments are not", "a <!-- b -->\n\n<!-- c\n\nd -->\n\ne", "<p>a </p>\n<p>e</p>\n"),
    Case(
      "footnote", "a[^1]\n\n[^1]: b",
      """
      <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
      <section class="footnotes" data-footnotes>
      <ol>
      <li id="fn-1">
      <p>b <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
      </li>
      </ol>
      </section>

      """),
  ]

  @Test(arguments: cases)
  func rendersAsExpected(_ example: Case) throws {
    #expect(try document(example.markdown).page == example.expected)
  }

  @Test func deadLinkKeepsItsWordsAndDeadImageItsAlternative() throws {
    let html = try document("[a *b*](c \"t\") ![d](e) [[f|g]]").page { _ in .none }
    #expect(
      html == """
        <p><span class="dead-link">a <em>b</em></span> <span class="dead-link">d</span> \
        <span class="dead-link">g</span></p>

        """)
  }

  @Test func deadLinkAroundALivingImageClosesWhatItOpened() throws {
    let html = try document("[![a](b.png)](c) [d](e)").page { $0.destination == "c" ? .none : .asWritten }
    #expect(
      html == """
        <p><span class="dead-link"><img src="b.png" alt="a" loading="lazy" /></span> <a href="e">d</a></p>

        """)
  }

  @Test func addressIsWrittenAsGivenAndTitleOnlyWhereTheAuthorGaveNone() throws {
    let html = try document("[[f]] [[g|h]] [i](j)").page { .titled(Array("/\($0.path)/".utf8), text: "T & Co") }
    #expect(html == "<p><a href=\"/f/\">T &amp; Co</a> <a href=\"/g/\">h</a> <a href=\"/j/\">i</a></p>\n")
  }

  @Test func demotedHeadingsStartAtTwoAndLeaveNoLevelOut() throws {
    let text = "# A\n\n### B\n\n###### C\n\n## D\n\n# E"
    let levels = try document(text, MarkdownOptions(demoteHeadings: true)).headings.map(\.level)
    #expect(levels == [2, 3, 4, 3, 2])
    #expect(try document(text).headings.map(\.level) == [1, 3, 6, 2, 1])
  }

  @Test func demotedHeadingsOfManyLevelsStopAtSix() throws {
    let text = (1...6).map { String(repeating: "#", count: $0) + " x" }.joined(separator: "\n")
    #expect(try document(text, MarkdownOptions(demoteHeadings: true)).headings.map(\.level) == [2, 3, 4, 5, 6, 6])
  }

  @Test func titleIsTheHeadingThatOpensTheDocument() throws {
    #expect(try document("# A `b`\n\ntext").title == "A b")
    #expect(try document("text\n\n# A").title == nil)
    #expect(try document("## A").title == nil)
  }

  @Test func plainTextHasAllWordsAndNoMarkup() throws {
    let text =
      "# H\n\na *b* [c](d) ![e](f)\n\n| g | h |\n|-|-|\n| i | [[j]] |\n\n- k\n- [x] l\n\n```\nm\n```\n<div>n</div>"
    #expect(try document(text).plainText == "H\na b c e\ng h\ni j\nk\nl\nm")
  }

  @Test func wordsTasksAndLanguagesAreCounted() throws {
    let document = try document("a b-c – d\n\n- [ ] e\n- [x] f\n\n```sh\n```\n```swift\n```\n```sh\n```")
    #expect(document.words == 6)
    #expect(document.taskItems == TaskItems(done: 1, total: 2))
    #expect(document.codeLanguages == ["sh", "swift"])
  }

  @Test func excerptIsTheFirstParagraphCutBetweenWords() throws {
    let document = try document("# T\n\n- item\n\nMalmö is *north* of here.\n\nMore.")
    #expect(document.excerpt() == "Malmö is north of here.")
    #expect(document.excerpt(limit: 14) == "Malmö is north…")
    #expect(document.excerpt(limit: 13) == "Malmö is…")
    #expect(document.excerpt(limit: 3) == "Mal…")
    #expect(try excerpt("- only\n- items") == "only items")
  }

  private func excerpt(_ text: String) throws -> String { try document(text).excerpt() }

  @Test func emptyAndBlankDocumentsAreDocuments() throws {
    #expect(try document("") == .empty)
    #expect(try document(" \n\n").page == "")
    #expect(try document([0xEF, 0xBB, 0xBF]).page == "")
  }

  @Test func renderingTwiceGivesTheSame() throws {
    for example in Self.cases { #expect(try document(example.markdown) == document(example.markdown)) }
  }

  @Test func threadsThatRenderTogetherDoNotDisturbEachOther() async throws {
    let text = Array("a ~~b~~ www.x.example *c* | d\n\n|a|\n|-|\n|b|\n".utf8)
    let expected = MarkdownRenderer.render(text)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).count { _ in MarkdownRenderer.render(text) != expected } }
      }
      for await wrong in group { #expect(wrong == 0) }
    }
  }
}
