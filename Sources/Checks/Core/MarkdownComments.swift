internal import Diagnostics

/// Reads `<!-- fieldbook-ignore ... -->` and tells which lines each of them speaks of.
struct MarkdownComments {
  private let text: FileLines
  private let file: RepoPath
  /// The last line on which a comment ends; what begins behind it never ends.
  private let lastEnd: Int

  init(_ text: FileLines, _ file: RepoPath) {
    self.text = text
    self.file = file
    lastEnd = text.lines.lastIndex { Self.endOfComment($0) != nil } ?? -1
  }

  /// The comments in order; those inside fenced or indented code are examples and ask for nothing.
  var all: [Suppression] {
    let headings = headings()
    var comments: [(index: Int, comment: Comment)] = []
    var index = 0
    while index < text.lines.count {
      if let end = endOfFence(index) {
        index = end + 1
        continue
      }
      if let comment = comment(index) {
        comments.append((index, comment))
        index = comment.lastLine + 1
      } else {
        index += 1
      }
    }
    // From behind, since comments that follow one another speak of the same block.
    var blocks: [Int: ClosedRange<Int>] = [:]
    let found = comments.reversed().compactMap { index, comment -> Suppression? in
      var next = comment.lastLine + 1
      while next < text.lines.count, text.isBlank(next) { next += 1 }
      let block = blocks[next] ?? block(from: next, headings)
      blocks[index] = block
      return suppression(index, comment, block)
    }
    return found.reversed()
  }

  /// Where the words of a comment begin on its first line, and where it ends.
  private struct Comment {
    var words: Int
    var lastLine: Int
    var end: Int
  }

  private func comment(_ index: Int) -> Comment? {
    let line = text.lines[index]
    let indent = text.indent(index)
    guard indent < 4, line.dropFirst(indent).starts(with: "<!--".utf8) else { return nil }
    let words = line.dropFirst(indent + 4).drop { $0 == 0x20 || $0 == 0x09 }
    guard words.starts(with: Suppression.keyword), index <= lastEnd else { return nil }
    for last in index...lastEnd {
      let rest = last == index ? words : text.lines[last]
      if let end = Self.endOfComment(rest) {
        return Comment(
          words: words.startIndex - line.startIndex, lastLine: last, end: end - text.lines[last].startIndex)
      }
    }
    return nil
  }

  private static func endOfComment(_ line: ArraySlice<UInt8>) -> Int? {
    var rest = line
    while let dash = rest.firstIndex(of: UInt8(ascii: "-")) {
      if line[dash...].starts(with: "-->".utf8) { return dash + 3 }
      rest = line[(dash + 1)...]
    }
    return nil
  }

  private func suppression(_ index: Int, _ comment: Comment, _ block: ClosedRange<Int>) -> Suppression? {
    let line = text.lines[index]
    let isOneLine = comment.lastLine == index
    var words = line.dropFirst(comment.words)
    if isOneLine { words = words[..<(line.startIndex + comment.end - 3)] }
    if !isOneLine { words = (words + [0x20] + text.lines[(index + 1)...comment.lastLine].joined())[...] }
    var range = text.range(index, text.indent(index), line.count, in: file)
    range.end = SourcePosition(line: text.first + comment.lastLine, column: comment.end + 1)
    return Suppression(
      words, range: range, line: text.first + index, column: comment.words + 1,
      lines: block)
  }

  /// The lines of the block that begins on a line; the line itself, which is none, behind the end of the file.
  private func block(from start: Int, _ headings: [Int: Int]) -> ClosedRange<Int> {
    guard start < text.lines.count else { return text.first + start...text.first + start }
    var end = start
    if let level = headings[start] {
      while end + 1 < text.lines.count, headings[end + 1].map({ $0 > level }) ?? true { end += 1 }
    } else if let close = endOfFence(start) {
      end = close
    } else {
      while end + 1 < text.lines.count, !text.isBlank(end + 1) { end += 1 }
    }
    return text.first + start...text.first + end
  }

  /// The last line of the fenced code that a line opens; nil when it opens none.
  private func endOfFence(_ index: Int) -> Int? {
    guard let fence = fence(index) else { return nil }
    for last in index + 1..<max(index + 1, text.lines.count) {
      guard let close = self.fence(last), close.mark == fence.mark, close.length >= fence.length else { continue }
      if text.lines[last].dropFirst(text.indent(last) + close.length).allSatisfy({ $0 <= 0x20 }) { return last }
    }
    return text.lines.count - 1
  }

  private func fence(_ index: Int) -> (mark: UInt8, length: Int)? {
    let indent = text.indent(index)
    let line = text.lines[index].dropFirst(indent)
    guard indent < 4, let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = line.prefix { $0 == mark }.count
    if length < 3 || mark == UInt8(ascii: "`") && line.dropFirst(length).contains(mark) { return nil }
    return (mark, length)
  }

  /// The levels of headings by the index of the line on which they begin.
  private func headings() -> [Int: Int] {
    var levels: [Int: Int] = [:]
    var index = 0
    while index < text.lines.count {
      if let end = endOfFence(index) {
        index = end + 1
        continue
      }
      let indent = text.indent(index)
      let line = text.lines[index].dropFirst(indent)
      let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
      if indent < 4, 1...6 ~= marks, line.dropFirst(marks).first.map({ $0 <= 0x20 }) ?? true {
        levels[index] = marks
      } else if indent < 4, index > 0, let level = underline(line), let start = paragraph(above: index, levels) {
        levels[start] = level
      }
      index += 1
    }
    return levels
  }

  private func underline(_ line: ArraySlice<UInt8>) -> Int? {
    guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return nil }
    return line.drop { $0 == mark }.allSatisfy { $0 <= 0x20 } ? (mark == UInt8(ascii: "=") ? 1 : 2) : nil
  }

  /// The first line of the text above an underline; nil where the line above is no text.
  private func paragraph(above index: Int, _ levels: [Int: Int]) -> Int? {
    var start = index
    while start > 0, !text.isBlank(start - 1), levels[start - 1] == nil, isText(start - 1) { start -= 1 }
    return start == index ? nil : start
  }

  private func isText(_ index: Int) -> Bool {
    guard let first = text.lines[index].dropFirst(text.indent(index)).first else { return false }
    return !"<|>`~-=+*".utf8.contains(first)
  }
}
