internal import Diagnostics

extension YAMLSubset {
  /// Where the reader stands.
  var place: SourcePosition { SourcePosition(line: line, column: index - lineStart + 1) }

  /// Whether a list item begins here.
  var isItem: Bool { index < bytes.count && bytes[index] == UInt8(ascii: "-") && isBlankOrEnd(index + 1) }

  /// Whether a byte is of a line end; a CR has its LF, ``isPlainText(_:)`` made sure of it.
  func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether a token may end here.
  func isBlankOrEnd(_ place: Int) -> Bool {
    place >= bytes.count || bytes[place] == 0x20 || isBreak(bytes[place])
  }

  /// Goes behind the spaces that stand here.
  mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
  }

  /// Goes to the start of the next line.
  mutating func skipLine() {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    guard index < bytes.count else { return }
    index += 1
    line += 1
    lineStart = index
  }

  /// Goes behind the line when nothing but a comment is left on it.
  mutating func finishLine() throws(Beyond) {
    let end = index
    skipSpaces()
    guard index == bytes.count || isBreak(bytes[index]) || index > end && bytes[index] == UInt8(ascii: "#") else {
      throw Beyond()
    }
    skipLine()
  }

  /// Goes from the start of a line to the next token, past empty lines and comments.
  mutating func seekToken() {
    while index < bytes.count {
      skipSpaces()
      guard index < bytes.count else { break }
      if !isBreak(bytes[index]), bytes[index] != UInt8(ascii: "#") {
        column = index - lineStart
        return
      }
      skipLine()
    }
    column = -1
  }

  /// The lines of text behind a `|`; leaves the reader at the first token behind them.
  mutating func literal(below parent: Int) throws(Beyond) -> YAMLNode {
    let start = place
    index += 1
    skipSpaces()
    guard index < bytes.count, isBreak(bytes[index]) else { throw Beyond() }
    skipLine()
    var content: [UInt8] = []
    var (indent, emptyLines, widestEmptyLine) = (0, 0, 0)
    while index < bytes.count {
      while index < bytes.count, bytes[index] == 0x20, indent == 0 || index - lineStart < indent { index += 1 }
      // Spaces that end the file count in ways of their own.
      guard index < bytes.count else { throw Beyond() }
      let width = index - lineStart
      if isBreak(bytes[index]) {
        emptyLines += 1
        widestEmptyLine = max(widestEmptyLine, width)
        skipLine()
        continue
      }
      if indent == 0 {
        guard width > parent, width >= widestEmptyLine else { throw Beyond() }
        indent = width
      } else if width < indent {
        index = lineStart
        break
      }
      content.append(contentsOf: repeatElement(0x0A, count: emptyLines))
      emptyLines = 0
      let first = index
      skipLine()
      var end = index
      while end > first, isBreak(bytes[end - 1]) { end -= 1 }
      content.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[first..<end]))
      if end < index { content.append(0x0A) }
    }
    guard !content.isEmpty else { throw Beyond() }
    seekToken()
    return try node(.scalar(String(decoding: content, as: UTF8.self), isPlain: false), start: start)
  }

  /// Whether a text is UTF-8 and free of tabs, control characters and line ends other than LF and CRLF.
  static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        let length = plainLength(bytes, at: index)
        if length == 0 { return false }
        index += length
      } else {
        if byte < 0x20 {
          guard byte == 0x0A || byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A else {
            return false
          }
        } else if byte == 0x7F {
          return false
        }
        index += 1
      }
    }
    return true
  }

  /// Bytes of the character beyond ASCII that begins here; 0 when it is malformed or one with rules of its own.
  private static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let length = bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
    guard bytes[index] >= 0xC2, bytes[index] < 0xF5, index + length <= bytes.count else { return 0 }
    var value = UInt32(bytes[index]) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return 0 }
      value = value << 6 | UInt32(bytes[next] & 0x3F)
    }
    let isSpecial =
      switch value {
      // Controls, the line ends of Unicode, surrogates, the byte order mark, what is no character.
      case ..<0xA0, 0x2028, 0x2029, 0xD800...0xDFFF, 0xFEFF, 0xFFFE, 0xFFFF: true
      case 0x110000...: true
      // Forms longer than needed.
      case ..<0x800: length > 2
      case ..<0x10000: length > 3
      default: false
      }
    return isSpecial ? 0 : length
  }
}
