/// A text in which quotes are looked for, whatever its line breaks and simple markup.
package struct QuotedText {
  /// Words with single spaces between them.
  private let bytes: [UInt8]

  /// The body of a Markdown file, or a file of another kind as a whole.
  package init(_ body: ArraySlice<UInt8>) {
    bytes = Self.normalised(body)
  }

  /// The words of a rendered text; nil without one.
  init?(words: String?) {
    guard let words else { return nil }
    bytes = Self.normalised(Array(words.utf8)[...])
  }

  /// Whether a quote stands here.
  package func contains(_ quote: String) -> Bool {
    let wanted = Self.normalised(Array(quote.utf8)[...])
    guard let first = wanted.first, wanted.count <= bytes.count else { return wanted.isEmpty }
    return bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var start = 0
        while start + wanted.count <= bytes.count {
          if bytes[start] == first {
            var length = 1
            while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
            if length == wanted.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }

  /// The sentence that shares most words with a quote, when that is at least half of them.
  package func nearest(to quote: String) -> String? {
    let wanted = Set(Self.words(Self.normalised(Array(quote.utf8)[...])[...]))
    var best: (shared: Int, sentence: ArraySlice<UInt8>)?
    for sentence in bytes.split(whereSeparator: { ".!?".utf8.contains($0) }) {
      let shared = Set(Self.words(sentence)).intersection(wanted).count
      if shared > best?.shared ?? 0 { best = (shared, sentence) }
    }
    guard let best, best.shared * 2 >= wanted.count else { return nil }
    var sentence = best.sentence
    while let byte = sentence.first, byte == 0x20 || byte == UInt8(ascii: "\"") { sentence = sentence.dropFirst() }
    return String(decoding: sentence.prefix(200), as: UTF8.self)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { !($0 >= 0x80 || isLetterOrDigit($0)) }.map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// White space as single spaces and quotation marks as typed, without the marks of emphasis and of quoted lines.
  private static func normalised(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isLineStart = true
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        var byte = text[index]
        index += 1
        if byte >= 0xC2, let (plain, length) = typed(text, at: index - 1) {
          byte = plain
          index += length - 1
        }
        switch byte {
        case 0x0A: isLineStart = true
        case 0x00...0x20: break
        case UInt8(ascii: ">") where isLineStart: continue
        case UInt8(ascii: "*"), UInt8(ascii: "`"): continue
        default:
          isLineStart = false
          output.append(byte)
          continue
        }
        if let last = output.last, last != 0x20 { output.append(0x20) }
      }
    }
    if output.last == 0x20 { output.removeLast() }
    return output
  }

  /// What a keyboard has for a curly quotation mark or a space that does not break, and how long that one is.
  private static func typed(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (byte: UInt8, length: Int)? {
    guard index + 1 < text.count else { return nil }
    if text[index] == 0xC2, text[index + 1] == 0xA0 { return (0x20, 2) }
    guard text[index] == 0xE2, text[index + 1] == 0x80, index + 2 < text.count else { return nil }
    switch text[index + 2] {
    case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
    case 0x9C, 0x9D, 0x9E: return (UInt8(ascii: "\""), 3)
    default: return nil
    }
  }
}
