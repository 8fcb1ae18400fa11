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

  /// Numbers that are equal for equal lines, however these end; only a last line without an end differs from one with.
  func numbers(_ interner: inout Interner) -> [Int32] {
    starts.indices.map { index in
      let line = wholeLine(index)
      if line.last != 0x0A { return interner.number(Array(line) + [0x0A, 0x0A]) }
      return interner.number(words(line))
    }
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
