/// How lists of page numbers are written: for each level, best first, its sign and the gaps between its pages.
///
/// A gap is written in digits of five bits, lowest first, a sixth bit saying that more follow; each digit is one of 64
/// signs. Everything may stand in a quoted script text as it is, and compresses.
package enum PostingCode {
  /// Digits for six bits.
  static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  /// Signs of the levels, worst first; no word and no number holds one.
  static let signs = Array("!#$%&'()+,./:;<>?@[]^`{}".utf8)
  /// Stands behind a word that was never written small.
  static let nameSign = UInt8(ascii: "*")
  /// Stands behind a word from which a letter was taken, before the place and the letter.
  static let gapSign = UInt8(ascii: "=")
  /// Stands before the number of pages that lie in files of their own.
  static let tailSign = UInt8(ascii: "~")
  /// Begins the list of the best pages of everything that a shard's prefix begins.
  static let prefixSign = UInt8(ascii: "|")

  /// How many levels there are.
  package static var levels: Int { signs.count }

  /// A page and the level of the word on it.
  struct Entry: Sendable {
    var page: UInt32
    var level: UInt8
  }

  /// Writes a number that is not negative.
  static func write(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      bytes.append(digits[rest & 31 | 32])
      rest >>= 5
    }
    bytes.append(digits[rest])
  }

  /// Writes entries that are sorted by falling level, then by page.
  static func write(_ entries: ArraySlice<Entry>, to bytes: inout [UInt8]) {
    var level: UInt8?
    var next = 0
    for entry in entries {
      if entry.level != level {
        bytes.append(signs[Int(entry.level)])
        level = entry.level
        next = 0
      }
      write(Int(entry.page) - next, to: &bytes)
      next = Int(entry.page) + 1
    }
  }

  /// Reads one number and steps behind it; nil where none stands.
  static func readNumber(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    var (number, shift) = (0, 0)
    while index < bytes.count, let digit = value(bytes[index]), shift < 60 {
      index += 1
      number |= (digit & 31) << shift
      shift += 5
      if digit < 32 { return number }
    }
    return nil
  }

  /// Reads entries up to a sign that is no level.
  static func read(_ bytes: [UInt8], _ index: inout Int) -> [Entry] {
    var entries: [Entry] = []
    while index < bytes.count, let level = signs.firstIndex(of: bytes[index]) {
      index += 1
      var next = 0
      while let gap = readNumber(bytes, &index) {
        entries.append(Entry(page: UInt32(truncatingIfNeeded: next + gap), level: UInt8(level)))
        next += gap + 1
      }
    }
    return entries
  }

  private static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61 + 26
    case 0x30...0x39: Int(byte) - 0x30 + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
