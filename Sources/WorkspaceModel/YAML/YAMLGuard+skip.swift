extension YAMLGuard {
  /// Goes to the next byte that is neither blank nor comment; false at the end.
  mutating func skipToToken() -> Bool {
    while index < bytes.count {
      let length = LineTable.breakLength(in: bytes, at: index)
      if length > 0 {
        beginLine(after: length)
      } else if bytes[index] == UInt8(ascii: "#") {
        skipLine()
      } else if isBlank(index) {
        index += 1
      } else if index == lineStart, bytes[index] == 0xEF, bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
        // The parser passes over a byte order mark at the start of any line, and counts it as one column.
        index += 3
        lineStart += 2
      } else {
        return true
      }
    }
    return false
  }

  /// Goes to the line end.
  mutating func skipLine() {
    while index < bytes.count, LineTable.breakLength(in: bytes, at: index) == 0 { index += 1 }
  }

  /// Goes behind a quoted text that begins here.
  mutating func skipQuoted(_ quote: UInt8) {
    index += 1
    while index < bytes.count {
      let length = LineTable.breakLength(in: bytes, at: index)
      if length > 0 {
        beginLine(after: length)
      } else if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += LineTable.breakLength(in: bytes, at: index + 1) > 0 ? 1 : 2
      } else {
        index += 1
        if bytes[index - 1] == quote { return }
      }
    }
    index = bytes.count
  }

  /// Goes behind an unquoted text that begins here, which goes on over every line that is indented deep enough.
  mutating func skipPlain() {
    let parent = indents.last ?? -1
    while true {
      while index < bytes.count, LineTable.breakLength(in: bytes, at: index) == 0 {
        let byte = bytes[index]
        if byte == UInt8(ascii: ":"), isBlankOrEnd(index + 1) { return }
        if flowDepth > 0, Self.endsFlowWord(byte) { return }
        index += 1
        if byte == 0x20 || byte == 0x09, index < bytes.count, bytes[index] == UInt8(ascii: "#") { return }
      }
      var next = index
      var start = lineStart
      while next < bytes.count {
        let length = LineTable.breakLength(in: bytes, at: next)
        if length == 0, !isBlank(next) { break }
        next += max(length, 1)
        if length > 0 { start = next }
      }
      guard next < bytes.count, bytes[next] != UInt8(ascii: "#"), flowDepth > 0 || next - start > parent,
        next > start || !isDocumentMarker(at: next)
      else { return }
      beginLine(after: start - index)
      index = next
    }
  }

  /// Goes to the first line that is not indented deep enough to belong to the block text whose header is here.
  mutating func skipBlockScalar() {
    let parent = max(indents.last ?? 0, 0)
    skipLine()
    while index < bytes.count {
      beginLine(after: LineTable.breakLength(in: bytes, at: index))
      var next = index
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      let isEmpty = next == bytes.count || LineTable.breakLength(in: bytes, at: next) > 0
      if !isEmpty, next - lineStart <= parent { return }
      index = next
      skipLine()
    }
  }

  /// Whether `---` or `...` stands here by itself.
  func isDocumentMarker(at place: Int) -> Bool {
    guard place + 3 <= bytes.count, isBlankOrEnd(place + 3) else { return false }
    return bytes[place..<place + 3].elementsEqual("---".utf8) || bytes[place..<place + 3].elementsEqual("...".utf8)
  }

  /// Whether a word of a list or mapping in brackets ends before this byte.
  static func endsFlowWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// Whether a token may end here: at white space, at a line end, at the end.
  func isBlankOrEnd(_ place: Int) -> Bool {
    place >= bytes.count || isBlank(place) || LineTable.breakLength(in: bytes, at: place) > 0
  }

  private func isBlank(_ place: Int) -> Bool { bytes[place] == 0x20 || bytes[place] == 0x09 }
}
