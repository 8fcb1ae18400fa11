/// The lines of a source text.
struct SourceLines {
  private let bytes: [UInt8]
  private var starts: [Int] = []

  /// Bytes of a line past which it is cut.
  private static let longestLine = 2_000

  /// The lines of some bytes; they end with LF or CR LF.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = bytes.withUnsafeBufferPointer { bytes in
      var starts: [Int] = []
      var start = 0
      while start < bytes.count {
        starts.append(start)
        start = (bytes.first(0x0A, from: start) ?? bytes.count) + 1
      }
      return starts
    }
  }

  /// How many lines there are.
  var count: Int { starts.count }

  /// Whether a line ends with CR LF.
  func endsWithReturn(_ index: Int) -> Bool {
    let line = wholeLine(index)
    return line.count > 1 && line.last == 0x0A && line[line.endIndex - 2] == 0x0D
  }

  /// How many lines at the beginning are those of another text, and how many at the end, none counted twice.
  func shared(with other: SourceLines) -> (head: Int, tail: Int) {
    let most = min(count, other.count)
    var head = 0
    while head < most, isEqual(head, other, head) { head += 1 }
    var tail = 0
    while tail < most - head, isEqual(count - 1 - tail, other, other.count - 1 - tail) { tail += 1 }
    return (head, tail)
  }

  /// Numbers that are equal for equal lines, however these end; only a last line without an end differs from one with.
  func numbers(_ interner: inout Interner, in range: Range<Int>) -> [Int32] {
    range.map { index in
      let line = wholeLine(index)
      if line.last != 0x0A { return interner.number(Array(line) + [0x0A, 0x0A]) }
      return interner.number(words(line))
    }
  }

  /// Whether a line and one of another text would have the same number.
  private func isEqual(_ index: Int, _ other: SourceLines, _ otherIndex: Int) -> Bool {
    let (line, otherLine) = (wholeLine(index), other.wholeLine(otherIndex))
    guard (line.last == 0x0A) == (otherLine.last == 0x0A) else { return false }
    return line.last == 0x0A ? words(line) == words(otherLine) : line == otherLine
  }

  /// A line for the page.
  func line(_ index: Int, _ kind: SourceDiff.Line.Kind, oldNumber: Int?, newNumber: Int?) -> SourceDiff.Line {
    let line = wholeLine(index)
    var shown = words(line)
    let isCut = shown.count > Self.longestLine
    if isCut {
      var end = shown.startIndex + Self.longestLine
      while end > shown.startIndex, shown[end] & 0xC0 == 0x80 { end -= 1 }
      shown = shown[..<end]
    }
    return SourceDiff.Line(
      kind: kind, oldNumber: oldNumber, newNumber: newNumber, text: String(decoding: shown, as: UTF8.self),
      isCut: isCut, lacksEnd: line.last != 0x0A)
  }

  private func wholeLine(_ index: Int) -> ArraySlice<UInt8> {
    bytes[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : bytes.count)]
  }

  private func words(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == 0x0A {
      line.removeLast()
      if line.last == 0x0D { line.removeLast() }
    }
    return line
  }
}
