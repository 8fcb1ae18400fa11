/// Makes names for files and addresses.
enum Slug {
  /// Lower case letters and digits between hyphens; accents are dropped.
  static func of(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      if folded.isEmpty {
        if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      } else {
        result += folded.utf8
      }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// `124,000`.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return String(digits)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case "A"..."Z": String(Character(scalar)).lowercased()
    case "å", "ä", "á", "à", "â", "Å", "Ä": "a"
    case "æ": "ae"
    case "ö", "ø", "ó", "ô", "Ö", "Ø": "o"
    case "é", "è", "ê", "ë", "É": "e"
    case "ü", "ú", "Ü": "u"
    case "í", "ï", "î": "i"
    case "ñ": "n"
    case "ç": "c"
    case "ß": "ss"
    case "'", "’": ""
    default: ""
    }
  }
}
