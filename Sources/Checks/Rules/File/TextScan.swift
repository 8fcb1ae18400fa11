internal import Diagnostics
internal import WorkspaceModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension CheckInput {
  /// Calls the body with the bytes of every text that was read, in no particular order.
  func forEachText(_ body: (RepoPath, UnsafeBufferPointer<UInt8>) -> Void) {
    for file in files.values {
      guard case .bytes(let bytes) = file.content, TextScan.isText(file.path) else { continue }
      bytes.withUnsafeBufferPointer { body(file.path, $0) }
    }
  }
}

/// Looks for bytes in texts, many at a time.
enum TextScan {
  /// Extensions of the files that are read as text.
  private static let extensions = ["md", "yaml", "yml", "json", "csv", "markdown"].map { Array($0.utf8) }

  /// Whether a file is read as text, told by its extension.
  static func isText(_ path: RepoPath) -> Bool { extensions.contains { hasExtension(path, $0) } }

  /// Whether a path ends with a dot and this extension, ASCII case aside.
  static func hasExtension(_ path: RepoPath, _ wanted: [UInt8]) -> Bool {
    let bytes = path.bytes
    let start = bytes.count - wanted.count
    guard start > 1, bytes[start - 1] == UInt8(ascii: ".") else { return false }
    for index in wanted.indices where lower(bytes[start + index]) != wanted[index] { return false }
    return true
  }

  /// An ASCII letter in lower case, any other byte as it is.
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The first place of a byte at or after an offset.
  static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) -> Int? {
    guard offset < bytes.count, let base = bytes.baseAddress else { return nil }
    guard let found = memchr(base + offset, Int32(byte), bytes.count - offset) else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// Whether these bytes stand at an offset.
  static func matches(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + offset, text.utf8Start, count) == 0
  }

  /// The end of the line that an offset lies on, its line end not included.
  static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    let end = first(0x0A, in: bytes, from: offset) ?? bytes.count
    return end > offset && bytes[end - 1] == 0x0D ? end - 1 : end
  }
}

/// Tells line and column of offsets that are asked for in ascending order, reading the text once.
struct PlaceCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line = 1
  private var lineStart = 0

  /// Counts in a text from its first byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The place of an offset that is not before the last one asked for.
  mutating func position(of offset: Int) -> SourcePosition {
    while let end = TextScan.first(0x0A, in: bytes, from: lineStart), end < offset {
      line += 1
      lineStart = end + 1
    }
    return SourcePosition(line: line, column: offset - lineStart + 1)
  }

  /// The place of a stretch of bytes.
  mutating func range(of offsets: Range<Int>, in file: RepoPath) -> SourceRange {
    let start = position(of: offsets.lowerBound)
    return SourceRange(file: file, start: start, end: position(of: offsets.upperBound))
  }
}

extension FixIt {
  /// Most edits that one repair may have: past that, an editor does it better.
  static let editLimit = 200

  /// Replaces stretches of a text, in ascending order; nil when there are too many.
  static func replacing(
    _ parts: [(offsets: Range<Int>, text: String)], in bytes: UnsafeBufferPointer<UInt8>, of file: RepoPath,
    _ summary: String
  ) -> FixIt? {
    guard parts.count <= editLimit else { return nil }
    var places = PlaceCounter(bytes)
    return FixIt(
      summary, edits: parts.map { Edit(range: places.range(of: $0.offsets, in: file), replacement: $0.text) })
  }
}
