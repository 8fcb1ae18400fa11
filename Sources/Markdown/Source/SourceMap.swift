internal import Diagnostics

/// Leads from cmark's line and column back to bytes of the file.
///
/// cmark is right about blocks. About inlines it counts columns as if every line of a block began at the block's first
/// column, forgets lines that were link definitions, and knows nothing of links that an extension found afterwards. So
/// its word is a hint, checked against the bytes, see ``locate(_:text:line:column:)``.
struct SourceMap {
  /// The text that was parsed.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where each line starts.
  let lineStarts: [Int]
  /// The line of the file on which the text begins.
  let firstLine: Int
  /// The block whose inlines are being read.
  var block = Block()
  /// How many bytes searches may still look at: keeps hostile documents linear.
  var budget: Int

  /// A stretch of source that holds inlines.
  struct Block {
    /// Its first byte of content, definitions skipped.
    var start = 0
    /// The place after its last byte.
    var end = 0
    /// Its first line, as cmark counts.
    var line = 1
    /// Its first column, as cmark counts.
    var column = 1
    /// How many lines of definitions cmark took away from its front.
    var shift = 0
    /// Nothing before it is looked at again.
    var cursor = 0
  }

  /// Finds the lines of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    budget = bytes.count * 4 + 65_536
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.forEachLine { line in
      var next = line.upperBound
      guard next < bytes.count else { return false }
      if bytes[next] == 0x0D, next + 1 < bytes.count, bytes[next + 1] == 0x0A { next += 1 }
      starts.append(next + 1)
      return true
    }
    lineStarts = starts
  }

  /// The place of a byte in the file.
  func position(of offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + firstLine, column: offset - lineStarts[low] + 1)
  }

  /// The places of a stretch of bytes.
  func range(_ offsets: Range<Int>) -> Range<SourcePosition> {
    let start = position(of: offsets.lowerBound)
    return start..<max(start, position(of: offsets.upperBound))
  }

  /// From the first byte of a block to its last that is not white space.
  func blockRange(line: Int, column: Int, endLine: Int) -> Range<Int> {
    let start = min(lineStart(line) + max(0, column - 1), lineEnd(line))
    var end = max(start, lineEnd(max(line, endLine)))
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Begins to read the inlines of a block.
  mutating func enter(line: Int, column: Int, endLine: Int, skipsDefinitions: Bool) {
    let range = blockRange(line: line, column: column, endLine: endLine)
    block = Block(
      start: range.lowerBound, end: range.upperBound, line: line, column: column, shift: 0, cursor: range.lowerBound)
    if skipsDefinitions, block.start < block.end, bytes[block.start] == UInt8(ascii: "[") { skipDefinitions() }
  }

  /// The byte that cmark means by a line and a column of the current block; nil when it cannot be in there.
  func offset(line: Int, column: Int) -> Int? {
    guard line > 0, column > 0 else { return nil }
    let start = lineStart(line + block.shift)
    let offset: Int
    if line == block.line, block.shift == 0 {
      offset = start + column - 1
    } else {
      var content = start
      while content < block.end, Self.isPrefix(bytes[content]) { content += 1 }
      offset = content + column - block.column
    }
    return offset >= block.start && offset < block.end ? offset : nil
  }

  private func lineStart(_ line: Int) -> Int { lineStarts[min(max(1, line), lineStarts.count) - 1] }

  private func lineEnd(_ line: Int) -> Int {
    let index = min(max(1, line), lineStarts.count)
    var end = index < lineStarts.count ? lineStarts[index] : bytes.count
    let start = lineStarts[index - 1]
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private mutating func skipDefinitions() {
    while let end = BracketScanner.definitionEnd(bytes, from: block.start, limit: block.end, budget: &budget) {
      var next = end
      while next < block.end, Self.isPrefix(bytes[next]) || bytes[next] == 0x0A || bytes[next] == 0x0D { next += 1 }
      if next >= block.end || next == block.start { break }
      block.start = next
    }
    block.cursor = block.start
    block.shift = max(0, position(of: block.start).line - firstLine + 1 - block.line)
  }

  private static func isPrefix(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") }
}
