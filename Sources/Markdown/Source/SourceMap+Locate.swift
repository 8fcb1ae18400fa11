/// What begins an inline that leads somewhere.
enum Opener {
  /// `[`.
  case link
  /// `![`.
  case image
  /// `[[`, with the target in the text to compare.
  case wiki
  /// The address itself or `<`.
  case address
}

extension SourceMap {
  /// The bytes of an inline: where cmark points when that is right, else the next place in the block that fits.
  ///
  /// `text` is how its content begins, empty when unknown. Nil when it is nowhere, which for a wiki link means that
  /// its brackets were escaped.
  mutating func locate(
    _ opener: Opener, text: some RandomAccessCollection<UInt8>, line: Int, column: Int
  ) -> Range<Int>? {
    if let hint = offset(line: line, column: column), hint >= block.cursor, let end = end(opener, text, at: hint) {
      return hint..<end
    }
    var index = block.cursor
    while index < block.end, budget > 0 {
      budget -= 1
      if let end = end(opener, text, at: index) { return index..<end }
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        index = BracketScanner.codeEnd(bytes, from: index, limit: block.end, budget: &budget)
      default: index += 1
      }
    }
    return nil
  }

  /// A stretch to name when an inline cannot be found: its block.
  var fallback: Range<Int> { block.start..<block.end }

  private mutating func end(_ opener: Opener, _ text: some RandomAccessCollection<UInt8>, at offset: Int) -> Int? {
    switch opener {
    case .link:
      guard bytes[offset] == UInt8(ascii: "["), fits(text, at: offset + 1) else { return nil }
      return BracketScanner.linkEnd(bytes, from: offset, limit: block.end, budget: &budget)
    case .image:
      guard bytes[offset] == UInt8(ascii: "!"), offset + 1 < block.end, bytes[offset + 1] == UInt8(ascii: "["),
        fits(text, at: offset + 2)
      else { return nil }
      return BracketScanner.linkEnd(bytes, from: offset + 1, limit: block.end, budget: &budget)
    case .wiki:
      guard bytes[offset] == UInt8(ascii: "["), offset + 1 < block.end, bytes[offset + 1] == UInt8(ascii: "["),
        offset + 2 + text.count <= block.end,
        bytes[(offset + 2)..<(offset + 2 + text.count)].elementsEqual(text)
      else { return nil }
      var index = offset + 2 + text.count
      while index + 1 < block.end, bytes[index] != UInt8(ascii: "]"), bytes[index] != 0x0A { index += 1 }
      budget -= index - offset
      guard index + 1 < block.end, bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "]") else {
        return nil
      }
      return index + 2
    case .address: return addressEnd(text, at: offset)
    }
  }

  /// Whether the first bytes agree, or cannot be compared since the source has an escape or an entity there.
  private func fits(_ text: some RandomAccessCollection<UInt8>, at offset: Int) -> Bool {
    guard offset < block.end else { return text.isEmpty }
    var index = offset
    for byte in text.prefix(8) {
      guard index < block.end else { return false }
      if bytes[index] == UInt8(ascii: "\\") || bytes[index] == UInt8(ascii: "&") { return true }
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  private mutating func addressEnd(_ text: some RandomAccessCollection<UInt8>, at offset: Int) -> Int? {
    guard let first = text.first else { return nil }
    let isBracketed = bytes[offset] == UInt8(ascii: "<")
    let start = isBracketed ? offset + 1 : offset
    guard start < block.end, bytes[start] == first else { return nil }
    var index = start
    defer { budget -= index - start }
    for byte in text {
      guard index < block.end else { return nil }
      if bytes[index] != byte {
        guard bytes[index - 1] == UInt8(ascii: "&") else { return nil }
        // An entity in a bare address: it ends where the address must.
        while index < block.end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return index
      }
      index += 1
    }
    if isBracketed { return index < block.end && bytes[index] == UInt8(ascii: ">") ? index + 1 : nil }
    return index
  }
}
