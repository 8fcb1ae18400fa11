/// Reads a template byte by byte.
///
/// A tag that opens or closes something, or includes a partial, takes its line with it when nothing else stands there.
struct TemplateParser {
  private static let deepest = 64

  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var line = 1
  /// All tags so far, in the order of the file.
  private(set) var tags: [TemplateSource.Tag] = []

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The whole file.
  mutating func parse() throws(ThemeError) -> [TemplateNode] {
    try nodes(in: nil, depth: 0, isNewLine: true)
  }

  /// What stands up to the end of the file, or of the section that was opened last.
  private mutating func nodes(
    in section: TemplateSource.Tag?, depth: Int, isNewLine: Bool
  ) throws(ThemeError) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    var isNewLine = isNewLine
    var space = bytes[place..<place]
    while place < bytes.count {
      if isNewLine { space = readSpace() }
      let start = place
      while place < bytes.count, !isNewline(at: place), !isTag(at: place) { place += 1 }
      if place < bytes.count, isNewline(at: place) {
        skipNewline()
        nodes.append(.text(bytes[(start - space.count)..<place]))
        (isNewLine, space) = (true, bytes[place..<place])
        continue
      }
      if place > start {
        nodes.append(.text(bytes[(start - space.count)..<place]))
        (isNewLine, space) = (false, bytes[place..<place])
      }
      guard place < bytes.count else { break }
      guard let tag = try readTag() else {
        // White space before a comment stays unless the comment has its line to itself.
        if isNewLine, endsLine() { continue }
        if !space.isEmpty { nodes.append(.text(space)) }
        (isNewLine, space) = (false, bytes[place..<place])
        continue
      }
      let standsAlone = isNewLine && tag.kind != .text && tag.kind != .raw && endsLine()
      if !space.isEmpty, !standsAlone || tag.kind == .partial { nodes.append(.text(space)) }
      switch tag.kind {
      case .text, .raw: nodes.append(.field(tag))
      case .partial: nodes.append(.partial(tag, indentation: standsAlone ? space : bytes[place..<place]))
      case .section, .inverted:
        guard depth < Self.deepest else {
          throw ThemeError(file: file, line: tag.line, message: "sections nest deeper than \(Self.deepest) levels")
        }
        let inner = try self.nodes(in: tag, depth: depth + 1, isNewLine: standsAlone)
        nodes.append(tag.kind == .section ? .section(tag, inner) : .inverted(tag, inner))
      case .end:
        guard let section, section.name == tag.name else {
          let open = section.map { "; '{{/\($0.name)}}' comes first" } ?? ""
          throw ThemeError(file: file, line: tag.line, message: "'{{/\(tag.name)}}' closes nothing here\(open)")
        }
        return nodes
      }
      (isNewLine, space) = (standsAlone, bytes[place..<place])
    }
    if let section {
      throw ThemeError(
        file: file, line: section.line,
        message: "the section '\(section.name)' is never closed; add '{{/\(section.name)}}'"
      )
    }
    return nodes
  }

  // MARK: Lines

  private mutating func readSpace() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, isSpace(at: place) { place += 1 }
    return bytes[start..<place]
  }

  private func isSpace(at place: Int) -> Bool { bytes[place] == 0x20 || bytes[place] == 0x09 }

  private func isNewline(at place: Int) -> Bool {
    bytes[place] == 0x0A || bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
  }

  private mutating func skipNewline() {
    place += bytes[place] == 0x0D ? 2 : 1
    line += 1
  }

  /// Whether nothing but white space follows on the line, which is then passed over.
  private mutating func endsLine() -> Bool {
    if place == bytes.count { return true }
    var end = place
    while end < bytes.count, isSpace(at: end) { end += 1 }
    guard end < bytes.count, isNewline(at: end) else { return false }
    place = end
    skipNewline()
    return true
  }

  // MARK: Tags

  private func isTag(at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "{") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "{")
  }

  /// The tag that begins here; nil for a comment.
  private mutating func readTag() throws(ThemeError) -> TemplateSource.Tag? {
    let isTriple = place + 2 < bytes.count && bytes[place + 2] == UInt8(ascii: "{")
    let closing = isTriple ? 3 : 2
    let start = place + closing
    var end = start
    while end + closing <= bytes.count, !bytes[end..<(end + closing)].allSatisfy({ $0 == UInt8(ascii: "}") }) {
      end += 1
    }
    guard end + closing <= bytes.count else {
      throw ThemeError(file: file, line: line, message: "a tag is never closed; add '}}'")
    }
    let content = bytes[start..<end]
    let tag = try tag(content, isTriple: isTriple)
    place = end + closing
    line += content.count { $0 == 0x0A }
    if let tag { tags.append(tag) }
    return tag
  }

  private func tag(_ content: ArraySlice<UInt8>, isTriple: Bool) throws(ThemeError) -> TemplateSource.Tag? {
    let written = Self.trimmed(content)
    guard let first = written.first else {
      throw ThemeError(file: file, line: line, message: "an empty tag; name a field")
    }
    if first == UInt8(ascii: "!"), !isTriple { return nil }
    let kind: TemplateSource.Kind? =
      switch first {
      case UInt8(ascii: "#"): .section
      case UInt8(ascii: "^"): .inverted
      case UInt8(ascii: "/"): .end
      case UInt8(ascii: ">"): .partial
      case UInt8(ascii: "&"): .raw
      default: nil
      }
    let name = isTriple || kind == nil ? written : Self.trimmed(written.dropFirst())
    let isPlain = name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isPlain, !name.isEmpty else {
      throw ThemeError(
        file: file, line: line,
        message:
          "'\(String(decoding: written, as: UTF8.self))' is not a tag that themes may use; only fields, sections "
          + "and partials")
    }
    return TemplateSource.Tag(
      kind: isTriple ? .raw : kind ?? .text, name: String(decoding: name, as: UTF8.self), line: line)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0D }
    let rest = bytes.drop(while: isSpace)
    guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return rest.prefix(0) }
    return rest[...last]
  }
}
