/// A level 1 heading that opens a text, and so names it.
struct LeadingHeading {
  /// The heading's text, with the plainest markup taken off.
  let text: String
  /// Offset of the first byte after it.
  let bodyStart: Int
  /// Lines up to there.
  let lines: Int

  /// Looks at the first line that is not blank: `# Title`, or a line above `====`.
  init?(_ body: ArraySlice<UInt8>) {
    var start = body.startIndex
    var line = 0
    while start < body.endIndex {
      let end = body[start...].firstIndex(of: 0x0A) ?? body.endIndex
      let next = min(end + 1, body.endIndex)
      let content = Self.trimmed(body[start..<end])
      line += 1
      if content.isEmpty {
        start = next
        continue
      }
      if Self.isCode(body[start..<end]) { return nil }
      if content.first == UInt8(ascii: "#"), content.dropFirst().first == 0x20 || content.count == 1 {
        guard let text = Self.plain(Self.withoutClosingMarks(Self.trimmed(content.dropFirst()))) else { return nil }
        (self.text, bodyStart, lines) = (text, next, line)
        return
      }
      let underlineEnd = body[next...].firstIndex(of: 0x0A) ?? body.endIndex
      let underline = Self.trimmed(body[next..<underlineEnd])
      guard !underline.isEmpty, underline.allSatisfy({ $0 == UInt8(ascii: "=") }), let text = Self.plain(content),
        Self.mayOpenParagraph(content)
      else { return nil }
      (self.text, bodyStart, lines) = (text, min(underlineEnd + 1, body.endIndex), line + 1)
      return
    }
    return nil
  }

  /// Four columns in front of a text make it code.
  private static func isCode(_ line: ArraySlice<UInt8>) -> Bool {
    let spaces = line.prefix { $0 == 0x20 }.count
    return spaces > 3 || line.dropFirst(spaces).first == 0x09
  }

  /// Takes off the `##` that may close a heading; the one of "C#" belongs to the word.
  private static func withoutClosingMarks(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = words
    while rest.last == UInt8(ascii: "#") { rest = rest.dropLast() }
    return rest.isEmpty || rest.last == 0x20 || rest.last == 0x09 ? trimmed(rest) : words
  }

  private static func mayOpenParagraph(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    return !"#>-*+`~|<".utf8.contains(first)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let first = line.first, first == 0x20 || first == 0x09 { line = line.dropFirst() }
    while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line = line.dropLast() }
    return line
  }

  /// Text without emphasis and code marks; a heading with links or images stays in the body, where it renders.
  private static func plain(_ words: ArraySlice<UInt8>) -> String? {
    if words.isEmpty || words.contains(where: { "[<!\\&".utf8.contains($0) }) { return nil }
    return String(decoding: words.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") }, as: UTF8.self)
  }
}
