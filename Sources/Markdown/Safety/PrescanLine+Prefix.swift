extension PrescanLine {
  /// The markers and white space at the front of a line.
  struct Prefix {
    /// How many markers.
    var depth = 0
    /// White space in columns.
    var indentation = 0
    /// Where the content begins.
    var end = 0
    /// After the last quote mark: list dashes may be part of a ruler.
    var rulerStart = 0
  }

  /// Reads `>`, `-`, `+`, `*`, `1.` and `1)` for as long as they follow each other.
  static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Prefix {
    var prefix = Prefix()
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x20: prefix.indentation += 1
      case 0x09: prefix.indentation += 4 - prefix.indentation % 4
      case UInt8(ascii: ">"):
        prefix.depth += 1
        prefix.rulerStart = index + 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isSpaceOrEnd(bytes, index + 1) else { return prefix }
        prefix.depth += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = index
        while end < bytes.count, end - index < 10, isDigit(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
          isSpaceOrEnd(bytes, end + 1)
        else { return prefix }
        prefix.depth += 1
        index = end
      default: return prefix
      }
      index += 1
      prefix.end = index
    }
    return prefix
  }

  private static func isSpaceOrEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
