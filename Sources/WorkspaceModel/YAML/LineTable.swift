internal import Diagnostics

/// Turns the YAML parser's places into places of the file.
///
/// The parser counts columns in Unicode scalars, and it ends lines also at a lone CR, at U+0085, U+2028 and U+2029;
/// files have lines that end with LF, and columns in bytes.
struct LineTable {
  /// A line as the parser sees it.
  private struct Line {
    /// Line of the text, from 1.
    var number: Int
    /// Bytes of that line before this one.
    var offset: Int
    var bytes: ArraySlice<UInt8>
  }

  private let firstLine: Int
  /// Empty for ASCII text without lone CR, where the two counts agree.
  private var lines: [Line] = []

  init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
    self.firstLine = firstLine
    guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x0D }) else { return }
    let bytes = Array(bytes)
    var line = Line(number: 1, offset: 0, bytes: [])
    var (start, index) = (0, 0)
    while index < bytes.count {
      let length = Self.breakLength(in: bytes, at: index)
      if length == 0 {
        index += 1
        continue
      }
      line.bytes = bytes[start..<index]
      lines.append(line)
      index += length
      if bytes[index - 1] == 0x0A {
        line = Line(number: line.number + 1, offset: 0, bytes: [])
      } else {
        line.offset += index - start
      }
      start = index
    }
    line.bytes = bytes[start...]
    lines.append(line)
  }

  /// The place in the file of a place that the parser names, both from 1.
  func place(line number: Int, column: Int) -> SourcePosition {
    guard lines.indices.contains(number - 1) else {
      return SourcePosition(line: number + firstLine - 1, column: max(column, 1))
    }
    let line = lines[number - 1]
    var scalars = column - 1
    // Continuation bytes belong to the scalar before them.
    let width = line.bytes.prefix { byte in
      if byte & 0xC0 != 0x80 { scalars -= 1 }
      return scalars >= 0
    }.count
    // A place behind the line's last byte, such as that of an absent value, lies so many columns further.
    return SourcePosition(line: line.number + firstLine - 1, column: line.offset + width + max(scalars, 0) + 1)
  }

  /// How many bytes end a line here: LF, CR, CRLF, U+0085, U+2028 or U+2029; 0 when none do.
  static func breakLength(in bytes: [UInt8], at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    // Nearly every byte is none that could.
    let byte = bytes[index]
    if byte > 0x0D && byte < 0xC2 { return 0 }
    func follows(_ distance: Int, _ wanted: UInt8) -> Bool {
      index + distance < bytes.count && bytes[index + distance] == wanted
    }
    switch byte {
    case 0x0A: return 1
    case 0x0D: return follows(1, 0x0A) ? 2 : 1
    case 0xC2: return follows(1, 0x85) ? 2 : 0
    case 0xE2: return follows(1, 0x80) && (follows(2, 0xA8) || follows(2, 0xA9)) ? 3 : 0
    default: return 0
    }
  }
}
