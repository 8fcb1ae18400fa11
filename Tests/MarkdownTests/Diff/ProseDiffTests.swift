import Testing

@testable import Markdown

struct ProseDiffTests {
  @Test(arguments: ProseEdit.all)
  func marksAsExpected(_ edit: ProseEdit) throws {
    let page = try proseDiff(edit.old, edit.new).page
    #expect(page == edit.expected)
    #expect(ReadHTML(page).problem == nil)
  }

  @Test(arguments: [
    ("one two\nthree", "one\ntwo three"), ("- a\n- b", "* a\n\n* b"), ("# T\n\na", "T\n===\n\n a"), ("", ""),
    ("a *b*", "a _b_"), ("[a](b)", "[a][r]\n\n[r]: b"),
  ])
  func otherSourceWithTheSameWordsAndMarkupIsNoDifference(_ old: String, _ new: String) throws {
    let diff = try proseDiff(old, new)
    #expect(diff.isEmpty && diff.wordsInserted == 0 && diff.wordsRemoved == 0, "\(diff.page)")
  }

  @Test func wordsAndBlocksAreCounted() throws {
    let diff = try proseDiff("# T\n\na b c\n\nsame\n\ngone words", "# T\n\na x y c\n\nsame\n\n- new\n- item here")
    #expect(diff.wordsInserted == 2 + 3 && diff.wordsRemoved == 1 + 2 && diff.blocksChanged == 3)
  }

  @Test func gapsSayWhatTheCallerWants() throws {
    let old = (1...9).map { "p\($0)" }.joined(separator: "\n\n")
    let options = ProseDiffOptions(words: { "\($0.count) <\($0.kind)>" })
    let page = try proseDiff(old, old.replacing("p9", with: "p9 x"), options).page
    #expect(page.hasPrefix("<p class=\"diff-gap\" data-blocks=\"7\">7 &lt;blocks&gt;</p>\n<p>p8</p>\n"), "\(page)")
  }

  @Test func longListsTablesAndCodeAreFoldedInside() throws {
    let items = (1...9).map { "1. item \($0)" }.joined(separator: "\n")
    let list = try proseDiff(items, items.replacing("item 9", with: "item nine")).page
    #expect(
      list.contains("<ol>\n<li class=\"diff-gap\" data-blocks=\"7\"></li>\n<li value=\"8\">item 8</li>"), "\(list)")
    let rows = "|a|b|\n|-|-|\n" + (1...9).map { "|row \($0)|x|" }.joined(separator: "\n")
    let table = try proseDiff(rows, rows.replacing("row 9", with: "row nine")).page
    #expect(table.contains("<tr class=\"diff-gap\" data-blocks=\"7\"><td colspan=\"2\"></td></tr>"), "\(table)")
    let lines = "```\n" + (1...9).map { "line \($0)\n" }.joined() + "```"
    let code = try proseDiff(lines, lines.replacing("line 9", with: "line nine")).page
    #expect(code.contains("<code><span class=\"diff-gap\" data-blocks=\"5\"></span>\nline 6\n"), "\(code)")
  }

  @Test func idsOfTheNewTextGetThePrefixAndThoseOfTheOldOneGo() throws {
    let old = "# Title\n\n## Gone\n\na[^x]\n\n[^x]: note"
    let new = "# Title\n\nother text\n\n## Kept here\n\na b[^x]\n\n[^x]: note"
    let read = ReadHTML(try proseDiff(old, new, ProseDiffOptions(idPrefix: "c1-", foldsUnchanged: false)).page)
    #expect(read.problem == nil && read.ids.sorted() == ["c1-fn-x", "c1-fnref-x", "c1-kept-here", "c1-title"])
  }

  @Test func linksOfTheOldTextAreToldApart() throws {
    let diff = try proseDiff(
      "See [a](gone.md), [[Gone]] and [same](same.md)\n\n[x](javascript:x) ![i](gone.png)", "See [same](same.md)")
    var asked: [String] = []
    var output: [UInt8] = []
    diff.write(into: &output) { link, isRemoved in
      asked.append("\(link.destination) \(isRemoved)")
      return isRemoved ? .none : .asWritten
    }
    #expect(asked == ["gone.md true", "Gone true", "same.md false", "gone.png true"])
    #expect(!String(decoding: output, as: UTF8.self).contains("gone.md"))
  }

  @Test func htmlThatIsNotOursIsShownAsItsPlainText() throws {
    var damaged = try document("a **b** c")
    let new = try document("a **b** d")
    for html in ["<p>a <b", "<p>a", "</p>", "<p><p>a</p></p>", "<p>a</em></p>", "<ul>x</ol>", "<script>a</p>"] {
      damaged.html = HTMLFragments(bytes: Array(html.utf8), holes: [], links: [])
      let page = ProseDiff(from: damaged, to: new).page
      #expect(ReadHTML(page).problem == nil, "\(page)")
      #expect(page.contains("<del>c</del><ins>d</ins>"), "\(html): \(page)")
    }
  }

  @Test(arguments: [
    (String(repeating: "a b\n\n", count: 30_000), String(repeating: "a c\n\n", count: 30_000)),
    ((0..<30_000).map { "w\($0)" }.joined(separator: " "), (0..<30_000).map { "v\($0 % 7)" }.joined(separator: " ")),
    ((0..<9_000).map { "- item \($0)\n" }.joined(), (0..<9_000).map { "- item x\($0)\n" }.joined()),
    (
      (0..<90).map { String(repeating: ">", count: $0) + " a \($0)\n" }.joined(separator: "\n"),
      (0..<90).map { String(repeating: ">", count: $0) + " b \($0)\n" }.joined(separator: "\n")
    ),
  ])
  func hostileTextsEndSoonAndAreCutWellFormed(_ old: String, _ new: String) throws {
    let (old, new) = (try document(old), try document(new))
    var diff: ProseDiff?
    let time = ContinuousClock().measure {
      diff = ProseDiff(from: old, to: new, options: ProseDiffOptions(longestOutput: 20_000))
    }
    let page = try #require(diff).page
    #expect(ReadHTML(page).problem == nil)
    #expect(diff?.isEmpty == false && time < .seconds(30), "\(time)")
    if diff?.isTruncated == true { #expect(page.utf8.count < 60_000 && page.contains("class=\"diff-cut\"")) }
  }
}
