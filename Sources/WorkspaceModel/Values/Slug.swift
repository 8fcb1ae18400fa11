/// Turns names into the form that ids and addresses have.
package enum Slug {
  /// Whether a text is lower-case ASCII words and digits joined by single hyphens (dots allowed inside, for people).
  package static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 100 else { return false }
    var previousWasSeparator = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): previousWasSeparator = false
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        if previousWasSeparator { return false }
        previousWasSeparator = true
      default: return false
      }
    }
    return !previousWasSeparator
  }

  /// "closed_won" to "Closed won", "norrvik-foods" to "Norrvik foods".
  package static func title(of id: some StringProtocol) -> String {
    let words = id.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    let text = String(decoding: words, as: UTF8.self)
    guard let first = text.first else { return "" }
    return first.uppercased() + text.dropFirst()
  }
}
