/// Hands out heading ids by GitHub's rules, each once in a document.
///
/// Lower case; letters, marks, decimal digits, connectors (`_`) and `-` stay, spaces become `-`, all else goes; a
/// repeated id gets `-1`, `-2` and so on. A heading of which nothing is left gets `section`, since an empty id is no id.
struct Slugs {
  private var repeats: [String: Int] = [:]

  /// The id of the next heading.
  mutating func next(for text: some Sequence<UInt8>) -> String {
    let base = Self.slug(text)
    guard let used = repeats[base] else {
      repeats[base] = 0
      return base
    }
    var number = used + 1
    while repeats["\(base)-\(number)"] != nil { number += 1 }
    let id = "\(base)-\(number)"
    repeats[base] = number
    repeats[id] = 0
    return id
  }

  /// The id of a heading that stands alone.
  static func slug(_ text: some Sequence<UInt8>) -> String {
    var output: [UInt8] = []
    var needsUnicode = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): output.append(byte + 32)
      case UInt8(ascii: " "): output.append(UInt8(ascii: "-"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        output.append(byte)
      case 0x80...:
        output.append(byte)
        needsUnicode = true
      default: break
      }
    }
    let slug = String(decoding: output, as: UTF8.self)
    let result = needsUnicode ? unicode(slug) : slug
    return result.isEmpty ? "section" : result
  }

  private static func unicode(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where isWord(lower) {
        output.unicodeScalars.append(lower)
      }
    }
    return output
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
