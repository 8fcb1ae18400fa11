import Testing

@testable import Markdown

struct ProseDiffRandomTests {
  private static let words = [
    "alpha", "beta", "deal", "the", "of", "and", "a", "Müller", "1,200", "don't", "e\u{301}te\u{301}", "👩‍👩‍👧", "🇸🇪🇩🇪", "東京都",
    "AT&T", "x<y", "\"q\"", "5.5", "a_b", "—", "1️⃣", "नमस्ते",
  ]

  private static func sentence(_ numbers: inout TestNumbers) -> String {
    (0..<Int.random(in: 1...9, using: &numbers)).map { _ in
      let word = words.randomElement(using: &numbers) ?? ""
      return switch Int.random(in: 0..<24, using: &numbers) {
      case 0: "**\(word)**"
      case 1: "*\(word) \(word)*"
      case 2: "[\(word) two](\(Int.random(in: 0...3, using: &numbers)).md)"
      case 3: "`\(word)`"
      case 4: "~~\(word)~~"
      case 5: "[[Page|\(word)]]"
      case 6: "![\(word)](i\(Int.random(in: 0...3, using: &numbers)).png)"
      case 7: "\(word)[^\(Int.random(in: 1...3, using: &numbers))]"
      case 8: "[**\(word)** x `y`](https://a.example)"
      case 9: "\(word).\n"
      case 10: "\(word)<br>\(word)"
      default: word
      }
    }.joined(separator: " ")
  }

  private static func block(_ numbers: inout TestNumbers) -> String {
    func line() -> String { sentence(&numbers).replacing("\n", with: " ") }
    switch Int.random(in: 0..<14, using: &numbers) {
    case 0: return "## \(line())"
    case 1: return "- \(line())\n- \(line())\n  - \(line())\n- \(line())"
    case 2: return "1. \(line())\n2. \(line())\n\n   \(line())"
    case 3: return "- [ ] \(line())\n- [x] \(line())"
    case 4: return "| a | b |\n|---|--:|\n| \(line()) | \(line()) |\n| 1 | \(line()) |"
    case 5: return "```swift\n\(line())\n\n  let x = 1\n\(line())\n```"
    case 6: return "> \(line())\n>\n> - \(line())"
    case 7: return "> [!NOTE]\n> \(line())"
    case 8: return "---"
    case 9: return "| a | c | d |\n|:-:|---|--:|\n| \(line()) | x | \(line()) |"
    case 10: return "<div>\n\(line())\n</div>"
    default: return sentence(&numbers)
    }
  }

  private static let notes =
    "\n\n[^1]: First note\n\n[^2]: Second note\n\n    with more\n\n[^3]: ```\n    code\n    ```\n"

  /// A few words of some blocks changed, blocks moved, put in and taken out.
  private static func edited(_ blocks: [String], _ numbers: inout TestNumbers) -> [String] {
    var blocks = blocks
    for _ in 0..<Int.random(in: 1...5, using: &numbers) {
      let index = Int.random(in: 0..<blocks.count, using: &numbers)
      switch Int.random(in: 0..<7, using: &numbers) {
      case 0: blocks.insert(block(&numbers), at: index)
      case 1: if blocks.count > 1 { blocks.remove(at: index) }
      case 2: blocks.append(blocks.remove(at: index))
      case 3: blocks[index] = block(&numbers)
      default:
        var words = blocks[index].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let place = Int.random(in: 0..<words.count, using: &numbers)
        let word = Self.words.randomElement(using: &numbers) ?? ""
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: words[place] = word
        case 1: words.insert(word, at: place)
        case 2: words.remove(at: place)
        case 3: words[place] = "**\(words[place])**"
        default: words.insert(sentence(&numbers), at: place)
        }
        blocks[index] = words.joined(separator: " ")
      }
    }
    return blocks
  }

  static func pair(_ seed: Int) throws -> (MarkdownDocument, MarkdownDocument) {
    var numbers = TestNumbers(seed: seed)
    let before = (0..<Int.random(in: 1...8, using: &numbers)).map { _ in Self.block(&numbers) }
    let after = Self.edited(before, &numbers)
    return (
      try document(before.joined(separator: "\n\n") + Self.notes),
      try document(after.joined(separator: "\n\n") + Self.notes)
    )
  }

  @Test(arguments: 0..<400)
  func bothTextsAreInTheDifference(seed: Int) throws {
    let (old, new) = try Self.pair(seed)
    // A footnote inside a link is a link inside a link, which the renderer does not prevent.
    let isNested = ReadHTML(old.page).problem != nil || ReadHTML(new.page).problem != nil
    let unfolded = ProseDiff(
      from: old, to: new, options: ProseDiffOptions(idPrefix: "d1-", foldsUnchanged: false, words: { "\($0.count)" }))
    let page = unfolded.page
    let read = ReadHTML(page)
    #expect(read.problem == nil || isNested, "\(page)")
    #expect(read.ids.allSatisfy { $0.hasPrefix("d1-") })
    let newPage = new.page.replacing("<del>", with: "<s>").replacing("</del>", with: "</s>")
    #expect(ReadHTML(page, without: ["del"]).text == ReadHTML(newPage).text, "\(page)")
    #expect(oldText(page, without: ["ins"]) == oldText(old.page), "\(page)")
    let folded = ProseDiff(from: old, to: new, options: ProseDiffOptions(words: { "\($0.count)" })).page
    #expect(ReadHTML(folded).problem == nil || isNested, "\(folded)")
    #expect(folded.count <= page.count + 2_000)
    let again = ProseDiff(from: new, to: new)
    #expect(again.isEmpty && again.wordsInserted == 0)
  }

  /// The old text without our marks and without white space, of which that of the new text is shown, and without the
  /// numbers of footnotes, which are those of the new text.
  private func oldText(_ html: String, without left: Set<String> = []) -> String {
    var html = html
    for (start, end) in [("<a class=\"heading-anchor\"", "</a>"), ("<a href=\"#fnref", "</a>"), ("<sup", "</sup>")] {
      html = Self.cutting(html, start, end)
      html = Self.cutting(html, start.replacing("#fnref", with: "#d1-fnref"), end)
    }
    html = html.replacing("<del>", with: left.isEmpty ? "<s>" : "<del>")
    html = html.replacing("</del>", with: left.isEmpty ? "</s>" : "</del>")
    return ReadHTML(html, without: left).text.filter { !$0.isWhitespace && $0 != "|" }
  }

  private static func cutting(_ html: String, _ start: String, _ end: String) -> String {
    var output = ""
    var rest = html[...]
    while let found = rest.firstRange(of: start) {
      output += rest[..<found.lowerBound]
      rest = rest[found.upperBound...]
      rest = rest.firstRange(of: end).map { rest[$0.upperBound...] } ?? ""
    }
    return output + rest
  }
}
