internal import Diagnostics

/// Finds where texts of a YAML document end, which its parser does not tell.
struct YAMLScalarEnd {
  private let bytes: [UInt8]
  private let firstLine: Int
  /// Offsets at which the lines begin.
  private var lineStarts = [0]

  init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
    self.bytes = Array(bytes)
    self.firstLine = firstLine
    self.bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == 0x0A { lineStarts.append(index + 1) }
    }
  }

  /// The place after the last byte of a text without quotes; where it began when the two do not fit.
  func plain(_ text: String, from start: SourcePosition) -> SourcePosition {
    guard var index = offset(of: start) else { return start }
    let text = Array(text.utf8)
    if index + text.count <= bytes.count, bytes[index..<index + text.count].elementsEqual(text) {
      return SourcePosition(line: start.line, column: start.column + text.count)
    }
    // Written over several lines, each break reads as a space.
    for byte in text where !Self.isSpace(byte) {
      while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == byte else { return start }
      index += 1
    }
    return place(of: index, from: start)
  }

  /// The place after the closing quote of a text; where it began when none opens there.
  func quoted(from start: SourcePosition) -> SourcePosition {
    guard var index = offset(of: start), index < bytes.count else { return start }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return start }
    index += 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        return place(of: index + 1, from: start)
      }
    }
    return start
  }

  private func offset(of place: SourcePosition) -> Int? {
    let line = place.line - firstLine
    guard lineStarts.indices.contains(line) else { return nil }
    let offset = lineStarts[line] + place.column - 1
    return offset <= bytes.count ? offset : nil
  }

  private func place(of offset: Int, from start: SourcePosition) -> SourcePosition {
    var line = start.line - firstLine
    while line + 1 < lineStarts.count, lineStarts[line + 1] <= offset { line += 1 }
    return SourcePosition(line: line + firstLine, column: offset - lineStarts[line] + 1)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
