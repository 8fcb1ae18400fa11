internal import Diagnostics
internal import WorkspaceModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Bytes of one text, with places that are told while going forward.
struct ScannedText {
  let file: RepoPath
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the line that was asked for last begins, and its number.
  private var lineStart = 0
  private var line: Int
  /// Where that line ends, once it was looked for.
  private var lineEnd: Int?

  init(_ file: RepoPath, _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1) {
    self.file = file
    self.bytes = bytes
    line = firstLine
  }

  /// The place of some bytes; asked for in rising order, so that a file is gone through once.
  mutating func range(_ stretch: Range<Int>) -> SourceRange {
    while true {
      let end = lineEnd ?? first(0x0A, from: lineStart) ?? bytes.count
      lineEnd = end
      if end >= stretch.lowerBound { break }
      lineStart = end + 1
      line += 1
      lineEnd = nil
    }
    // Columns are told without the byte order mark, as everywhere.
    let mark = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = SourcePosition(line: line, column: stretch.lowerBound - lineStart + 1 - mark)
    return SourceRange(
      file: file, start: start, end: SourcePosition(line: line, column: start.column + stretch.count))
  }

  /// The first place of a byte at or after an offset.
  func first(_ byte: UInt8, from offset: Int) -> Int? {
    guard offset < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + offset, Int32(byte), bytes.count - offset)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// The byte at an offset; 0 outside.
  subscript(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  /// Whether these bytes stand at an offset.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + offset, word.utf8Start, count) == 0
  }

  /// The end of the run of bytes that begins at an offset; after so many it is cut.
  func run(from offset: Int, limit: Int = .max, of isPart: (UInt8) -> Bool) -> Int {
    let last = limit < bytes.count - offset ? offset + limit : bytes.count
    var end = offset
    while end < last, isPart(bytes[end]) { end += 1 }
    return end
  }
}

extension CheckInput {
  /// Goes through every file that is text, in any order.
  func forEachText(_ body: (inout ScannedText) -> Void) {
    for file in files.values {
      guard case .bytes(let bytes) = file.content, bytes.count > 8 else { continue }
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress, memchr(base, 0, min(buffer.count, 8_000)) == nil else { return }
        var text = ScannedText(file.path, buffer)
        body(&text)
      }
    }
  }

  /// Goes through the Markdown of every record, in any order.
  func forEachBody(_ body: (RecordSource, inout ScannedText) -> Void) {
    workspace.forEachSource { source in
      guard let markdown = source.body else { return }
      markdown.bytes.withUnsafeBufferPointer { buffer in
        var text = ScannedText(source.path, buffer, firstLine: markdown.firstLine)
        body(source, &text)
      }
    }
  }
}

/// What bytes of secrets are made of.
enum SecretBytes {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  /// Letters, digits, `_` and `-`.
  static func isURLSafe(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D }
  static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || byte &- 0x61 < 6 }
  static func isBase64(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x2B || byte == 0x2F || byte == 0x3D }

  /// Bits a byte, by how often each occurs.
  static func entropy(_ bytes: some Collection<UInt8>) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    return counts.reduce(0) { sum, count in
      count == 0 ? sum : sum - Double(count) / total * log2(Double(count) / total)
    }
  }

  private static let placeholders = [
    "example", "xxxx", "your", "placeholder", "redacted", "changeme", "change-me", "dummy", "insert", "****", "....",
  ].map { Array($0.utf8) }

  /// Whether a text stands for a secret without being one.
  static func isPlaceholder(_ bytes: some Collection<UInt8>) -> Bool {
    let folded = bytes.map { isUpper($0) ? $0 + 32 : $0 }
    guard folded.count >= 4 else { return false }
    return placeholders.contains { word in
      guard word.count <= folded.count else { return false }
      return (0...(folded.count - word.count)).contains { folded[$0...].starts(with: word) }
    }
  }

  /// Random enough, and no placeholder.
  static func isRandom(_ bytes: some Collection<UInt8>, _ bits: Double) -> Bool {
    entropy(bytes) >= bits && !isPlaceholder(bytes)
  }

  /// The last four characters, as far as they give nothing away.
  static func tail(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    guard bytes.count >= 12 else { return "" }
    let last = bytes.suffix(4).map { (0x21...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
    return " that ends in '\(String(decoding: last, as: UTF8.self))'"
  }
}
