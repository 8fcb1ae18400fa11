internal import Diagnostics

/// Front matter that is no valid YAML, cut at lines that begin with a key which agents have.
///
/// Nearly all such files hold an unquoted `: ` in their description, so what stands between two known keys is the
/// value of the first one.
struct RecoveredBlock {
  /// A key and the text up to the next one.
  struct Field {
    var key: String
    var keyStart: SourcePosition
    /// Where the value stands, blanks around it left out.
    var value: Range<Int>
    var start: SourcePosition
    var end: SourcePosition
    /// The value without quotes, block sign and common indentation.
    var text: String
    var isPlain: Bool
  }

  /// Each key once; the first counts.
  private(set) var fields: [Field] = []

  init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
    var open: (key: String, line: Int, start: Int, valueStart: Int)?
    var seen: Set<String> = []
    var lineStarts: [Int] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      lineStarts.append(start)
      // A key that slipped in by one blank is still a key: nothing is nested by one.
      let indent = start < end && bytes[start] == 0x20 ? 1 : 0
      if let key = Self.key(of: bytes[(start + indent)..<end]) {
        if let open { add(open, until: start, bytes, lineStarts, firstLine) }
        open = nil
        if seen.insert(key).inserted {
          open = (key, lineStarts.count - 1, start + indent, start + indent + key.utf8.count + 1)
        }
      }
      start = end + 1
    }
    if let open { add(open, until: bytes.endIndex, bytes, lineStarts, firstLine) }
  }

  /// The fields as a mapping.
  var node: YAMLNode {
    let entries = fields.map { field in
      YAMLNode.Entry(
        key: field.key, keyStart: field.keyStart,
        value: YAMLNode(content: Self.content(field), start: field.start, end: field.end))
    }
    let start = SourcePosition(line: 2, column: 1)
    return YAMLNode(content: .mapping(entries), start: start, end: fields.last?.end ?? start)
  }

  /// A list of tools may be written in lines; all else is text.
  private static func content(_ field: Field) -> YAMLNode.Content {
    let lines = field.text.utf8.split(separator: 0x0A).map { $0.drop { $0 == 0x20 } }
    guard field.key != "description", lines.count > 0, lines.allSatisfy({ $0.starts(with: "- ".utf8) }) else {
      return .scalar(field.text, isPlain: field.isPlain)
    }
    return .sequence(
      lines.map { line in
        let text = String(line.dropFirst(2).drop { $0 == 0x20 }) ?? ""
        return YAMLNode(content: .scalar(text, isPlain: true), start: field.start, end: field.start)
      })
  }

  private static func key(of line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= 16 else { return nil }
    let next = colon + 1
    guard next == line.endIndex || line[next] == 0x20 || line[next] == 0x09 || line[next] == 0x0D else { return nil }
    let key = String(decoding: line[..<colon], as: UTF8.self)
    return ClaudeAgentText.knownKeys.contains(key) ? key : nil
  }

  private mutating func add(
    _ open: (key: String, line: Int, start: Int, valueStart: Int), until end: Int, _ bytes: ArraySlice<UInt8>,
    _ lineStarts: [Int], _ firstLine: Int
  ) {
    var lower = open.valueStart
    var upper = end
    while lower < upper, Self.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
    func place(_ offset: Int) -> SourcePosition {
      var line = open.line
      while line + 1 < lineStarts.count, lineStarts[line + 1] <= offset { line += 1 }
      return SourcePosition(line: line + firstLine, column: offset - lineStarts[line] + 1)
    }
    if lower == upper { (lower, upper) = (open.valueStart, open.valueStart) }
    let (text, isPlain) = Self.words(bytes[lower..<upper])
    fields.append(
      Field(
        key: open.key, keyStart: place(open.start), value: lower..<upper, start: place(lower), end: place(upper),
        text: text, isPlain: isPlain))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The text that a value stands for: without quotes around all of it, or without the sign of a block.
  private static func words(_ value: ArraySlice<UInt8>) -> (text: String, isPlain: Bool) {
    var value = value.filter { $0 != 0x0D }[...]
    if value.count >= 2, let first = value.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      value.last == first
    {
      value = value.dropFirst().dropLast()
      return (String(decoding: value, as: UTF8.self), false)
    }
    if let first = value.first, "|>".utf8.contains(first), let end = value.firstIndex(of: 0x0A),
      end - value.startIndex < 4
    {
      value = value[(end + 1)...]
    }
    let lines = value.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isFirstCut = lines.first?.first != 0x20
    var depth = Int.max
    for line in lines.dropFirst(isFirstCut ? 1 : 0) where !line.isEmpty {
      depth = min(depth, line.firstIndex { $0 != 0x20 }.map { $0 - line.startIndex } ?? line.count)
    }
    if depth == .max { depth = 0 }
    let cut = lines.enumerated().map { index, line in
      String(decoding: index == 0 && isFirstCut ? line : line.dropFirst(depth), as: UTF8.self)
    }
    return (cut.joined(separator: "\n"), true)
  }
}
