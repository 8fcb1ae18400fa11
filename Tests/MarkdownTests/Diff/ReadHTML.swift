/// HTML read by a strict reader that knows what may stand where.
struct ReadHTML {
  private static let blocks: Set<String> = [
    "ul", "ol", "li", "blockquote", "div", "section", "table", "thead", "tbody", "tr", "p", "h1", "h2", "h3", "h4",
    "h5",
    "h6", "td", "th", "pre", "hr",
  ]
  private static let void: Set<String> = ["hr", "br", "input", "img"]
  private static let containers: Set<String> = [
    "ul", "ol", "blockquote", "div", "section", "table", "thead", "tbody", "tr", "li",
  ]

  /// What is wrong with the HTML, if anything.
  private(set) var problem: String?
  /// The words, a bar between blocks; in prose all white space is a space.
  private(set) var text = ""
  /// All ids.
  private(set) var ids: [String] = []

  /// Reads HTML; an element in the given set is left out with all inside it.
  init(_ html: String, without left: Set<String> = []) {
    var stack: [String] = []
    var skipped = 0
    var rest = html[...]
    var words = ""
    func flush(_ text: inout String, _ words: inout String) {
      let isInCode = stack.contains("pre")
      let piece = isInCode ? words : words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      words = ""
      if !piece.isEmpty { text += (text.isEmpty ? "" : "|") + piece }
    }
    while let start = rest.firstIndex(of: "<") {
      if skipped == 0 { words += rest[..<start] }
      guard let end = rest[start...].firstIndex(of: ">") else {
        problem = "open tag"
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let closes = tag.hasPrefix("/")
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if Self.blocks.contains(name) {
        if stack.contains("ins") || stack.contains("del") || stack.contains("p") && !(closes && name == "p") {
          problem = problem ?? "block \(tag) in \(stack)"
        }
        if skipped == 0 { flush(&text, &words) }
      }
      if let id = tag.firstRange(of: " id=\"") {
        ids.append(String(tag[id.upperBound...].prefix { $0 != "\"" }))
      }
      if closes {
        if stack.last != name { problem = problem ?? "</\(name)> in \(stack)" }
        if left.contains(name) { skipped -= 1 }
        if !stack.isEmpty { stack.removeLast() }
      } else if !Self.void.contains(name) {
        if ["ins", "del", "a"].contains(name), stack.contains(name) { problem = problem ?? "\(name) in \(stack)" }
        stack.append(name)
        if left.contains(name) { skipped += 1 }
      }
    }
    words += rest
    flush(&text, &words)
    if !stack.isEmpty { problem = problem ?? "never closed: \(stack)" }
    if Set(ids).count != ids.count { problem = problem ?? "an id twice: \(ids)" }
  }
}
