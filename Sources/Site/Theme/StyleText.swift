/// Makes stylesheets shorter without changing what they say.
enum StyleText {
  /// Without comments, and with no more space than keeps words apart; texts in quotes stay as they are.
  static func compact(_ css: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(css.count)
    var index = 0
    while index < css.count {
      let byte = css[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = endOfText(css, from: index)
        result += css[index..<end]
        index = end
      case UInt8(ascii: "/") where index + 1 < css.count && css[index + 1] == UInt8(ascii: "*"):
        index = endOfComment(css, from: index)
      case 0x20, 0x09, 0x0A, 0x0D:
        while index < css.count, isSpace(css[index]) { index += 1 }
        // Before a bracket and around a plus a space has a meaning; around these it has none.
        if let last = result.last, !"{};,".utf8.contains(last), index < css.count, !"{};,".utf8.contains(css[index]) {
          result.append(0x20)
        }
      case UInt8(ascii: "}"):
        if result.last == UInt8(ascii: ";") { result.removeLast() }
        result.append(byte)
        index += 1
      default:
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func endOfText(_ css: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < css.count, css[index] != css[start] { index += css[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(index + 1, css.count)
  }

  private static func endOfComment(_ css: [UInt8], from start: Int) -> Int {
    var index = start + 2
    while index + 1 < css.count, css[index] != UInt8(ascii: "*") || css[index + 1] != UInt8(ascii: "/") { index += 1 }
    return min(index + 2, css.count)
  }
}
