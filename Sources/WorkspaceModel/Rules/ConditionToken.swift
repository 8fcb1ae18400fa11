/// A word, number, text or sign of a condition.
struct ConditionToken: Equatable {
  enum Kind: Equatable { case word, number, text, sign, bad, end }

  var kind: Kind
  var text: String
  /// Bytes of the condition that it covers.
  var range: Range<Int>

  /// Cuts a condition; the last token is its end.
  static func tokens(_ condition: String) -> [ConditionToken] {
    let bytes = Array(condition.utf8)
    var tokens: [ConditionToken] = []
    var index = 0
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      index += 1
      let kind: Kind
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20: continue
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        while index < bytes.count, bytes[index] != byte { index += 1 }
        kind = index < bytes.count ? .text : .bad
        index = min(index + 1, bytes.count)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while index < bytes.count, isWord(bytes[index]) || ".%".utf8.contains(bytes[index]) { index += 1 }
        kind = .number
      case _ where isWord(byte) && byte != UInt8(ascii: "-"):
        while index < bytes.count, isWord(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
          // 'today-7d' is a difference, 'norrvik-foods' a name.
          if bytes[index] == UInt8(ascii: "-"), bytes[start..<index].elementsEqual("today".utf8) { break }
          index += 1
        }
        kind = .word
      default:
        let rest = bytes[start...]
        let length = signs.first { rest.starts(with: $0.utf8) }?.utf8.count
        kind = length == nil ? .bad : .sign
        index = start + (length ?? scalarLength(byte))
      }
      index = min(index, bytes.count)
      tokens.append(
        ConditionToken(kind: kind, text: String(decoding: bytes[start..<index], as: UTF8.self), range: start..<index))
    }
    tokens.append(ConditionToken(kind: .end, text: "", range: bytes.count..<bytes.count))
    return tokens
  }

  private static let signs = [
    "<=", ">=", "==", "!=", "&&", "||", "<>", "=>", "=<", "<", ">", "=", "!", "(", ")", "[", "]", ",", "+", "-",
  ]

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func scalarLength(_ byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  /// What a number says: 30, 0.5, 7d, 2bd, 20%, 2026-12-01; nil when it is none.
  var value: ConditionValue? {
    guard kind == .number else { return nil }
    if let day = Day(iso: text) { return .day(day) }
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard let number = Decimal4(text.prefix(digits.count)) else { return nil }
    let unit = String(text.dropFirst(digits.count))
    switch unit {
    case "": return .number(number)
    case "%": return .percent(number)
    case "k", "K": return .number(number * Decimal4(1000))
    case "M": return .number(number * Decimal4(1_000_000))
    default: return RuleSpan(text).map(ConditionValue.span)
    }
  }
}
