internal import Diagnostics

/// The bytes of a file by line and column.
struct TextPlaces {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Counts the lines once.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// What stands in a stretch; nil when it is no part of the file.
  func text(_ range: SourceRange) -> ArraySlice<UInt8>? {
    guard let start = offset(range.start), let end = offset(range.end), start <= end else { return nil }
    return bytes[start..<end]
  }

  /// The place of an offset.
  func position(of offset: Int) -> SourcePosition {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return SourcePosition(line: low, column: offset - starts[low - 1] + 1)
  }

  private func offset(_ place: SourcePosition) -> Int? {
    guard starts.indices.contains(place.line - 1), place.column >= 1 else { return nil }
    let offset = starts[place.line - 1] + place.column - 1
    return offset <= bytes.count ? offset : nil
  }
}
