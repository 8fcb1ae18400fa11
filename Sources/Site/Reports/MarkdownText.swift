/// Makes texts of records harmless in Markdown: they stay words, whatever characters they have.
enum MarkdownText {
  /// One line without links, HTML, emphasis, headings or lists.
  static func escaped(_ text: String) -> String {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
    let source = Array(words.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + 16)
    for (place, byte) in source.enumerated() {
      let (before, after) = (place > 0 ? source[place - 1] : 0x20, place + 1 < source.count ? source[place + 1] : 0x20)
      switch byte {
      // Mail addresses become links after everything else was read, so that no backslash stops them.
      case UInt8(ascii: "@"): bytes += "&#64;\u{2060}".utf8
      case 0..<0x20, 0x7F: break
      case _ where isSpecial(byte, before, after) || beginsBlock(source, place): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: ":") where isScheme(source[..<place]), UInt8(ascii: ".") where isWWW(source[..<place]):
        bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a character means something wherever it stands.
  private static func isSpecial(_ byte: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "!"):
      true
    // Within words it is a letter.
    case UInt8(ascii: "_"): !(isAlphanumeric(before) && isAlphanumeric(after))
    // "R & D" is no entity.
    case UInt8(ascii: "&"): isAlphanumeric(after) || after == UInt8(ascii: "#")
    default: false
    }
  }

  /// Whether a character would make a heading or a list of the line that a text begins.
  private static func beginsBlock(_ source: [UInt8], _ place: Int) -> Bool {
    switch source[place] {
    case UInt8(ascii: "#"): true
    case UInt8(ascii: "="): place == 0
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      place == 0 && (source.count == 1 || source[1] == 0x20 || source[1] == source[0])
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      source[..<place].allSatisfy { (0x30...0x39).contains($0) }
        && (place + 1 == source.count || source[place + 1] == 0x20)
    default: false
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// "https:" is a link without any brackets.
  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = bytes.suffix(6).map { $0 | 0x20 }
    return ["http", "https", "ftp", "mailto", "xmpp"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// So is "www.".
  private static func isWWW(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.suffix(3).map { $0 | 0x20 }.elementsEqual("www".utf8)
  }

  /// An address that stays within the brackets of a link.
  static func address(_ address: String) -> String {
    var bytes: [UInt8] = []
    let hex = Array("0123456789ABCDEF".utf8)
    for byte in address.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
      case _ where "/-._~%#".utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
