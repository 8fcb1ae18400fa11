/// Cuts a stream of bytes into lines, and never keeps more of one than a limit.
package struct LineSplitter: Sendable {
  /// A line of the stream.
  package enum Line: Sendable, Hashable {
    case text([UInt8])
    /// It was longer than the limit and is gone.
    case tooLong
  }

  /// Bytes that a line may have.
  package let limit: Int
  private var rest: [UInt8] = []
  private var isSkipping = false

  /// Lines of at most so many bytes.
  package init(limit: Int) {
    self.limit = limit
  }

  /// Takes in some bytes; gives the lines that ended with them.
  package mutating func feed(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      lines.append(finish(bytes[start..<end]))
      start = end + 1
    }
    keep(bytes[start...])
    return lines
  }

  /// What stands behind the last line end.
  package mutating func end() -> Line? {
    let line = isSkipping ? Line.tooLong : rest.isEmpty ? nil : .text(rest)
    (rest, isSkipping) = ([], false)
    return line
  }

  private mutating func finish(_ bytes: ArraySlice<UInt8>) -> Line {
    keep(bytes)
    defer { (rest, isSkipping) = ([], false) }
    return isSkipping ? .tooLong : .text(rest.last == 0x0D ? Array(rest.dropLast()) : rest)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if isSkipping { return }
    if rest.count + bytes.count > limit {
      (rest, isSkipping) = ([], true)
    } else {
      rest += bytes
    }
  }
}
