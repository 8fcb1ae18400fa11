internal import Diagnostics

/// Refuses YAML that would cost more than it can be worth, before a parser sees a byte of it.
///
/// The parser composes nodes exponentially from aliases used as keys and recurses once a nesting level, so size, depth
/// and aliases are bounded by one linear scan. The scan follows libyaml's own rules for where tokens begin: were the
/// two to disagree on where a quoted or plain text ends, an alias could hide in what only one of them takes for text.
struct YAMLGuard {
  /// How much of something is allowed.
  struct Limits: Sendable {
    /// Bytes of the whole text.
    var bytes: Int
    /// Nested lists and mappings.
    var depth: Int

    /// Front matter of a record.
    static let frontMatter = Limits(bytes: 64 * 1024, depth: 20)
    /// A file of its own.
    static let file = Limits(bytes: 1024 * 1024, depth: 32)
  }

  /// Why a text is refused.
  enum Refusal {
    case tooLarge(bytes: Int, limit: Int)
    case tooDeep(limit: Int)
    case alias(String)
  }

  /// The first reason against a text, with its line and column from 1.
  static func refusal(of bytes: ArraySlice<UInt8>, limits: Limits) -> (Refusal, SourcePosition)? {
    if bytes.count > limits.bytes { return (.tooLarge(bytes: bytes.count, limit: limits.bytes), .start) }
    var scan = YAMLGuard(Array(bytes))
    guard let (refusal, offset) = scan.firstRefusal(depth: limits.depth) else { return nil }
    let before = scan.bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (refusal, SourcePosition(line: before.count { $0 == 0x0A } + 1, column: offset - lineStart + 1))
  }

  let bytes: [UInt8]
  var index = 0
  /// Where the current line begins, by YAML's line ends.
  var lineStart = 0
  var flowDepth = 0
  /// Columns of the open block lists and mappings, as libyaml keeps them.
  var indents: [Int] = []
  /// Where a key would have begun on this line, and whether one may begin here.
  private var keyColumn: Int?
  private var isKeyAllowed = true

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func firstRefusal(depth: Int) -> (Refusal, Int)? {
    while skipToToken() {
      let start = index
      if let name = token() { return (.alias(name), start) }
      if indents.count + flowDepth > depth { return (.tooDeep(limit: depth), start) }
    }
    return nil
  }

  /// Takes one token; returns it when it is an anchor or an alias.
  private mutating func token() -> String? {
    let column = index - lineStart
    let byte = bytes[index]
    if flowDepth == 0 { while let last = indents.last, last > column { indents.removeLast() } }
    if column == 0, isDocumentMarker(at: index) {
      indents = []
      index += 3
      (keyColumn, isKeyAllowed) = (nil, false)
      return nil
    }
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      if !isBlankOrEnd(index + 1) { return String(decoding: bytes[index...].prefix { $0 > 0x20 }, as: UTF8.self) }
      index += 1
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      noteKey(column)
      flowDepth += 1
      index += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      flowDepth = max(0, flowDepth - 1)
      index += 1
    case UInt8(ascii: ","): index += 1
    case UInt8(ascii: "-") where isBlankOrEnd(index + 1), UInt8(ascii: "?") where isIndicator: beginEntry(column)
    case UInt8(ascii: ":") where isIndicator: beginValue(column)
    case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0: skipBlockScalar()
    case UInt8(ascii: "%") where column == 0: skipLine()
    case UInt8(ascii: "!"):
      noteKey(column)
      while !isBlankOrEnd(index), flowDepth == 0 || !Self.endsFlowWord(bytes[index]) { index += 1 }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      noteKey(column)
      skipQuoted(byte)
    default:
      noteKey(column)
      skipPlain()
    }
    return nil
  }

  /// Whether `?` or `:` at the index is more than the first letter of a text.
  private var isIndicator: Bool { flowDepth > 0 || isBlankOrEnd(index + 1) }

  private mutating func noteKey(_ column: Int) {
    guard flowDepth == 0 else { return }
    if isKeyAllowed { keyColumn = column }
    isKeyAllowed = false
  }

  private mutating func beginEntry(_ column: Int) {
    if flowDepth == 0 { open(column) }
    (keyColumn, isKeyAllowed) = (nil, true)
    index += 1
  }

  private mutating func beginValue(_ column: Int) {
    if flowDepth == 0 {
      open(keyColumn ?? column)
      (keyColumn, isKeyAllowed) = (nil, keyColumn == nil)
    }
    index += 1
  }

  private mutating func open(_ column: Int) {
    if indents.last ?? -1 < column { indents.append(column) }
  }

  /// Goes behind a line end of so many bytes; a key cannot reach across it.
  mutating func beginLine(after length: Int) {
    index += length
    lineStart = index
    (keyColumn, isKeyAllowed) = (nil, true)
  }
}
