internal import Diagnostics

extension YAMLSubset {
  /// Whether a text in quotes begins here.
  var isQuote: Bool {
    index < bytes.count && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"))
  }

  /// Where the key that begins here ends, at a colon with white space behind; nil when none of the plain kind does.
  func keyEnd() -> Int? {
    var end = index
    // Far below the 1,024 characters after which libyaml gives up on a key.
    while end < bytes.count, end - index < 128 {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        end += 1
      case UInt8(ascii: "-") where end > index, UInt8(ascii: ".") where end > index,
        UInt8(ascii: "/") where end > index:
        end += 1
      case UInt8(ascii: ":"):
        return end > index && isBlankOrEnd(end + 1) ? end : nil
      default:
        return nil
      }
    }
    return nil
  }

  /// A text without quotes up to the line's end or a comment.
  mutating func plain() throws(Beyond) -> YAMLNode {
    guard beginsPlain(bytes[index]), bytes[index] != UInt8(ascii: "-") || !isBlankOrEnd(index + 1) else {
      throw Beyond()
    }
    let (first, start) = (index, place)
    var end = index
    scan: while index < bytes.count {
      switch bytes[index] {
      case 0x0A, 0x0D: break scan
      case UInt8(ascii: ":") where isBlankOrEnd(index + 1): throw Beyond()
      case UInt8(ascii: "#") where index > end: break scan
      case 0x20: index += 1
      default:
        index += 1
        end = index
      }
    }
    index = end
    return try plain(first..<end, start: start)
  }

  /// A text without quotes inside brackets or braces, up to the next comma or bracket.
  mutating func flowPlain() throws(Beyond) -> YAMLNode {
    guard beginsPlain(bytes[index]) else { throw Beyond() }
    let (first, start) = (index, place)
    var end = index
    scan: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): break scan
      case 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "{"): throw Beyond()
      case UInt8(ascii: "#") where index > end: throw Beyond()
      // Behind a colon libyaml wants neither white space nor an indicator.
      case UInt8(ascii: ":") where isBlankOrEnd(index + 1) || ",?[]{}".utf8.contains(bytes[index + 1]): throw Beyond()
      case UInt8(ascii: "-") where index == first && !isNumberOrWord(index + 1): throw Beyond()
      case 0x20: index += 1
      default:
        index += 1
        end = index
      }
    }
    index = end
    return try plain(first..<end, start: start)
  }

  /// A text in quotes of either kind, on one line.
  mutating func quoted() throws(Beyond) -> YAMLNode {
    let (start, quote) = (place, bytes[index])
    index += 1
    var run = index
    // Empty as long as the text can be taken as it stands.
    var unescaped: [UInt8] = []
    while index < bytes.count, !isBreak(bytes[index]) {
      if bytes[index] == quote {
        let isDoubled = quote == UInt8(ascii: "'") && index + 1 < bytes.count && bytes[index + 1] == quote
        if !isDoubled { break }
        index += 1
        unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<index]))
        index += 1
        run = index
      } else if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<index]))
        try escape(into: &unescaped)
        run = index
      } else {
        index += 1
      }
    }
    guard index < bytes.count, bytes[index] == quote else { throw Beyond() }
    var text = text(run..<index)
    if !unescaped.isEmpty { text = String(decoding: unescaped, as: UTF8.self) + text }
    index += 1
    return try node(.scalar(text, isPlain: false), start: start, end: place)
  }

  /// Takes one escape that begins here.
  private mutating func escape(into text: inout [UInt8]) throws(Beyond) {
    guard index + 1 < bytes.count else { throw Beyond() }
    let byte = bytes[index + 1]
    index += 2
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count else { throw Beyond() }
      var value: UInt32 = 0
      for digit in bytes[index..<index + 4] {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
        default: throw Beyond()
        }
      }
      // Half of a pair is a mistake, and a NUL ends the general parser's text.
      guard value > 0, let scalar = Unicode.Scalar(value) else { throw Beyond() }
      text.append(contentsOf: String(scalar).utf8)
      index += 4
    default: throw Beyond()
    }
  }

  private mutating func plain(_ range: Range<Int>, start: SourcePosition) throws(Beyond) -> YAMLNode {
    try node(
      .scalar(text(range), isPlain: true), start: start,
      end: SourcePosition(line: start.line, column: start.column + range.count))
  }

  /// Whether a text without quotes may begin with a byte that is not a space.
  private func beginsPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      return false
    default: return true
    }
  }

  private func isNumberOrWord(_ place: Int) -> Bool {
    guard place < bytes.count else { return false }
    switch bytes[place] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      return true
    default: return false
    }
  }
}
