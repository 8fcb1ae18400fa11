internal import Diagnostics

/// Reads `# fieldbook-ignore ...` and tells which lines each of them speaks of.
struct YAMLComments {
  private let text: FileLines
  private let file: RepoPath
  /// For each line, the first from it on that is neither blank nor a comment.
  private var entries: [Int]

  init(_ text: FileLines, _ file: RepoPath) {
    self.text = text
    self.file = file
    entries = Array(text.lines.indices)
    for index in entries.indices.dropLast().reversed() where text.isBlank(index) || isComment(index) {
      entries[index] = entries[index + 1]
    }
  }

  /// The comments in order; a `#` inside a block of text is text.
  var all: [Suppression] {
    var found: [Suppression] = []
    var nodes: [Int: ClosedRange<Int>] = [:]
    var textIndent: Int?
    for index in text.lines.indices where !text.isBlank(index) {
      if let indent = textIndent {
        if text.indent(index) > indent { continue }
        textIndent = nil
      }
      if let words = words(index) {
        let line = text.lines[index]
        let end = line.count - line.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
        let range = text.range(index, text.indent(index), end, in: file)
        let node = nodes[entries[index]] ?? node(from: entries[index])
        nodes[entries[index]] = node
        let suppression = Suppression(
          words, range: range, line: text.first + index, column: words.startIndex - line.startIndex + 1, lines: node)
        if let suppression { found.append(suppression) }
      } else if !isComment(index), opensText(index) {
        textIndent = text.indent(index)
      }
    }
    return found
  }

  private func isComment(_ index: Int) -> Bool {
    text.lines[index].drop { $0 == 0x20 || $0 == 0x09 }.first == UInt8(ascii: "#")
  }

  /// What follows the `#` of a comment that begins with the keyword.
  private func words(_ index: Int) -> ArraySlice<UInt8>? {
    guard isComment(index) else { return nil }
    let words = text.lines[index].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "#") }
    return words.starts(with: Suppression.keyword) ? words : nil
  }

  /// Whether a line ends with `|` or `>`, so that what is indented below is text.
  private func opensText(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard let mark = line.lastIndex(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") }) else { return false }
    let before = line[..<mark].last
    let isValue = mark == line.startIndex || before == 0x20 || before == 0x09
    let behind = line[(mark + 1)...].prefix { $0 != UInt8(ascii: "#") }
    return isValue && behind.allSatisfy { $0 <= 0x20 || "+-".utf8.contains($0) || 0x31...0x39 ~= $0 }
  }

  /// The next entry: its line, what is indented deeper, and a list that stands below its key at the same depth.
  private func node(from start: Int) -> ClosedRange<Int> {
    let indent = text.indent(start)
    let isItem = isItem(start)
    var end = start
    var next = start + 1
    while next < text.lines.count {
      if text.isBlank(next) || isComment(next) && text.indent(next) <= indent {
        next += 1
        continue
      }
      guard text.indent(next) > indent || !isItem && text.indent(next) == indent && self.isItem(next) else { break }
      end = next
      next += 1
    }
    return text.first + start...text.first + end
  }

  private func isItem(_ index: Int) -> Bool {
    let line = text.lines[index].dropFirst(text.indent(index))
    return line.first == UInt8(ascii: "-") && (line.dropFirst().first ?? 0x20) == 0x20
  }
}
