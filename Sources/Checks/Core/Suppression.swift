internal import Diagnostics

/// One wish to leave findings of a check out, as it stands in a file.
struct Suppression {
  /// The id of the check as written; empty when none is named.
  var check: String
  /// Why, in the author's words; nil when nothing is said.
  var reason: String?
  /// The whole comment, or the entry in the front matter.
  var range: SourceRange
  /// The id alone.
  var checkRange: SourceRange
  /// The lines that it speaks of; nil for the whole file.
  var lines: ClosedRange<Int>?

  /// The word that begins each comment.
  static let keyword = Array("fieldbook-ignore".utf8)

  /// Reads `fieldbook-ignore <check-id>: <reason>` from within a comment; nil when it says something else.
  ///
  /// The bytes are those of one line from the keyword on; `column` is that of the first of them.
  init?(_ words: ArraySlice<UInt8>, range: SourceRange, line: Int, column: Int, lines: ClosedRange<Int>) {
    guard words.starts(with: Self.keyword) else { return nil }
    let rest = words.dropFirst(Self.keyword.count)
    if let next = rest.first, !Self.isSpace(next) { return nil }
    let name = rest.drop(while: Self.isSpace).prefix { !Self.isSpace($0) && $0 != UInt8(ascii: ":") }
    let behind = words[name.endIndex...].drop(while: Self.isSpace)
    check = String(decoding: name, as: UTF8.self)
    reason = behind.first == UInt8(ascii: ":") ? Self.reason(behind.dropFirst()) : nil
    let start = column + name.startIndex - words.startIndex
    checkRange =
      name.isEmpty
      ? range
      : SourceRange(
        file: range.file, start: SourcePosition(line: line, column: start),
        end: SourcePosition(line: line, column: start + name.count))
    self.range = range
    self.lines = lines
  }

  /// An entry of a list in the front matter, which speaks of the whole file.
  init(check: String, reason: String?, at range: SourceRange) {
    self.check = check
    self.reason = reason.flatMap { Self.reason(Array($0.utf8)[...]) }
    self.range = range
    checkRange = range
  }

  /// A reason has at least one letter or digit; a dash alone is none.
  private static func reason(_ bytes: ArraySlice<UInt8>) -> String? {
    let isWord = bytes.contains { byte in
      byte >= 0x80 || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
    }
    return isWord ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
