/// Tells offline how many tokens a text will take at most, by a named profile of characters for each token.
///
/// No vendor publishes the tokenizer of its newest models, so this is an estimate with a margin and is called one. A line
/// counts for itself: the estimate of a text is exactly the sum of its lines, so that parts can be fitted one by one.
package struct TokenEstimator: Sendable, Hashable {
  /// What a line is made of, which decides how many characters make a token.
  enum LineClass: Sendable { case prose, markup, code, data }

  /// Printed with every figure.
  package let name: String
  /// Tenths of characters for each token.
  private let prose: Int
  private let markup: Int
  private let code: Int
  private let data: Int
  /// Percent on top, for what does not add up across joins.
  private let margin: Int

  /// The worst published figures of all current tokenizers: what budgets are kept by.
  package static let safe = TokenEstimator(name: "safe-2026", prose: 30, markup: 24, code: 22, data: 19, margin: 5)
  /// The published figures of tokenizers before April 2026.
  package static let older = TokenEstimator(name: "older-2025", prose: 42, markup: 35, code: 31, data: 25, margin: 5)
  /// A flat rule of thumb.
  package static let flat = TokenEstimator(name: "flat-3.5", prose: 35, markup: 35, code: 35, data: 35, margin: 0)
  /// All profiles, the one that is taken unless asked otherwise first.
  package static let all = [safe, older, flat]

  private init(name: String, prose: Int, markup: Int, code: Int, data: Int, margin: Int) {
    (self.name, self.prose, self.markup, self.code, self.data) = (name, prose, markup, code, data)
    self.margin = margin
  }

  /// The profile of a name.
  package static func named(_ name: String) -> TokenEstimator? { all.first { $0.name == name } }

  /// Whole tokens, rounded up, with the margin.
  package func tokens(_ text: String) -> Int { tokens(cost: cost(text)) }

  /// Whole tokens of a sum of costs, rounded up, with the margin.
  func tokens(cost: Int) -> Int {
    let (unit, percent) = (1_000_000, 100)
    return (cost * (percent + margin) + unit * percent - 1) / (unit * percent)
  }

  /// The largest cost that does not exceed so many tokens.
  func cost(ofTokens tokens: Int) -> Int { tokens * 1_000_000 * 100 / (100 + margin) }

  /// Millionths of a token without the margin; costs of whole lines add up exactly.
  func cost(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var cost = 0
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        cost += line(UnsafeBufferPointer(rebasing: bytes[start..<end]), endsLine: end < bytes.count)
        start = end + 1
      }
      return cost
    }
  }

  private func line(_ bytes: UnsafeBufferPointer<UInt8>, endsLine: Bool) -> Int {
    let divisor =
      switch Self.lineClass(bytes) {
      case .prose: prose
      case .markup: markup
      case .code: code
      case .data: data
      }
    var (ascii, other) = (endsLine ? 1 : 0, 0)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case ..<0x80: ascii += 1
      case 0xC0..<0xE0: other += 750_000
      // Chinese, Japanese and Korean, and signs that vocabularies hardly know.
      case 0xE0..<0xF0: other += 1_000_000
      // Beyond the first plane a character is as many tokens as bytes, at worst.
      case 0xF0...: other += place < bytes.count ? 3_000_000 : 0
      default: break
      }
    }
    return (ascii * 10_000_000 + divisor - 1) / divisor + other
  }

  static func lineClass(_ bytes: UnsafeBufferPointer<UInt8>) -> LineClass {
    guard let first = bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return .data }
    var (letters, marks, isCode, isMarked) = (0, 0, false, false)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39: marks += 1
      case 0x41...0x5A, 0x61...0x7A, 0x20, 0x80...: letters += 1
      default:
        marks += 1
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") { isCode = true }
        if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "*") { isMarked = true }
        if byte == UInt8(ascii: "("), previous == UInt8(ascii: "]") { isMarked = true }
        if byte == UInt8(ascii: "/"), previous == UInt8(ascii: "/") { return .data }
      }
      previous = byte
    }
    if "{[|<\"".utf8.contains(first) || marks * 100 > 22 * (letters + marks) { return .data }
    if isCode { return .code }
    if isMarked || "#-*>+".utf8.contains(first) || marks * 100 > 9 * (letters + marks) { return .markup }
    return .prose
  }
}
