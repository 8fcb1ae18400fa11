/// What the guard needs to know of one line.
struct PrescanLine {
  /// Bytes that become dear in numbers.
  struct Counts {
    /// `|`.
    var pipes = 0
    /// `<?`, `<!`, `<a` and `<h`.
    var angles = 0
    /// `![`.
    var images = 0
    /// `[`.
    var brackets = 0
    /// `[^`.
    var footnotes = 0
    /// `~`.
    var tildes = 0
    /// `*` and `_`.
    var emphasis = 0
    /// `@`, `:` and `www.`.
    var addresses = 0

    /// Adds a line's to a block's; says what is too many.
    mutating func add(_ line: Counts) -> String? {
      angles += line.angles
      images += line.images
      brackets += line.brackets
      footnotes += line.footnotes
      tildes += line.tildes
      emphasis += line.emphasis
      addresses += line.addresses
      if angles > 1_000 { return "more than 1,000 '<?', '<!' or '<a' in one block" }
      if images > 1_000 { return "more than 1,000 '![' in one block" }
      if brackets > 4_000 { return "more than 4,000 '[' in one block" }
      if footnotes > 1_000 { return "more than 1,000 '[^' in one block" }
      if tildes > 2_000 { return "more than 2,000 '~' in one block" }
      if emphasis > 8_000 { return "more than 8,000 '*' and '_' in one block" }
      if addresses > 3_000 { return "more than 3,000 '@', ':' and 'www.' in one block" }
      return nil
    }
  }

  /// Markers of quotes and list items at its front.
  let depth: Int
  /// White space at its front, between markers included, in columns.
  let indentation: Int
  /// White space and nothing else.
  let isBlank: Bool
  /// Cells, when it may be the ruler under a table's header; else 0.
  let delimiterCells: Int
  /// Its bytes, as long as the document lives.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where its markers end.
  let contentStart: Int
  /// The most `)` in a row.
  let longestParenthesisRun: Int
  /// The rest.
  let counts: Counts

  /// Looks at every byte of a line once.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let prefix = Self.prefix(bytes)
    depth = prefix.depth
    indentation = prefix.indentation
    isBlank = prefix.depth == 0 && prefix.end == bytes.count
    var counts = Counts()
    var parentheses = 0
    var longest = 0
    var hasDash = false
    var isRuler = true
    for index in bytes.indices {
      let byte = bytes[index]
      if isRuler, index >= prefix.rulerStart, !Self.isRulerByte(byte) { isRuler = false }
      guard Self.isCounted(byte) else { continue }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: ")"):
        parentheses = index > 0 && bytes[index - 1] == byte ? parentheses + 1 : 1
        if parentheses > longest { longest = parentheses }
      case UInt8(ascii: "|"): counts.pipes += 1
      case UInt8(ascii: "<"):
        if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || next | 0x20 == UInt8(ascii: "a")
          || next | 0x20 == UInt8(ascii: "h")
        {
          counts.angles += 1
        }
      case UInt8(ascii: "["):
        counts.brackets += 1
        if next == UInt8(ascii: "^") { counts.footnotes += 1 }
        if index > 0, bytes[index - 1] == UInt8(ascii: "!") { counts.images += 1 }
      case UInt8(ascii: "~"): counts.tildes += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"): counts.emphasis += 1
      case UInt8(ascii: "@"), UInt8(ascii: ":"): counts.addresses += 1
      case UInt8(ascii: "."):
        if index > 2, bytes[index - 1] | 0x20 == UInt8(ascii: "w"), bytes[index - 2] | 0x20 == UInt8(ascii: "w") {
          counts.addresses += 1
        }
      default: hasDash = hasDash || byte == UInt8(ascii: "-")
      }
    }
    self.counts = counts
    longestParenthesisRun = longest
    delimiterCells = isRuler && hasDash ? Self.cells(bytes[prefix.rulerStart...]) : 0
    self.bytes = bytes
    contentStart = prefix.end
  }

  /// Letters, digits and spaces are most of any text: one shift tells them from `)*-.:<`, `@[_` and `|~`.
  private static func isCounted(_ byte: UInt8) -> Bool {
    let mask: UInt64 = byte < 64 ? 0x1400_6600_0000_0000 : 0x5000_0000_8800_0001
    return byte < 0x80 && mask >> UInt64(byte & 63) & 1 == 1
  }

  private static func isRulerByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == 0x20 || byte == 0x09
  }

  private static func cells(_ ruler: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var cells = 0
    var isInside = false
    for byte in ruler {
      if byte == UInt8(ascii: "|") {
        isInside = false
      } else if byte == UInt8(ascii: "-"), !isInside {
        isInside = true
        cells += 1
      }
    }
    return cells
  }
}
