/// Looks for tokens of all kinds in one pass.
struct TokenScanner: Sendable {
  private let prefixes = TokenRule.all.map { Array($0.prefix.utf8) }
  private let filter: PairFilter

  init() { filter = PairFilter(prefixes) }

  /// Calls the body for every token, in rising order.
  func forEachToken(in text: ScannedText, _ body: (TokenRule, Range<Int>) -> Void) {
    filter.forEachCandidate(in: text.bytes) { offset, number in
      guard let end = self.end(text, offset, number) else { return nil }
      body(TokenRule.all[number], offset..<end)
      return end
    }
  }

  /// Whether a token begins at an offset.
  func hasToken(in text: ScannedText, at offset: Int) -> Bool {
    prefixes.indices.contains { end(text, offset, $0) != nil }
  }

  private func end(_ text: ScannedText, _ offset: Int, _ number: Int) -> Int? {
    let prefix = prefixes[number]
    guard offset + prefix.count < text.bytes.count else { return nil }
    for index in prefix.indices where text.bytes[offset + index] != prefix[index] { return nil }
    let rule = TokenRule.all[number]
    if rule.isWord, offset > 0, Self.isInWord(text, offset) { return nil }
    return rule.end(text, offset + prefix.count)
  }

  /// Whether a word goes on at an offset; the letter of an escape such as `\n` is no part of what follows, nor are the
  /// digits of `%22`.
  private static func isInWord(_ text: ScannedText, _ offset: Int) -> Bool {
    guard SecretBytes.isURLSafe(text[offset - 1]) else { return false }
    if text[offset - 2] == UInt8(ascii: "\\"), "nrt".utf8.contains(text[offset - 1]) { return false }
    return text[offset - 3] != UInt8(ascii: "%")
  }
}
