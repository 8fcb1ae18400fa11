/// The tags of a template file, found without rendering it.
package struct TemplateSource: Sendable {
  /// What a tag does.
  package enum Kind: Hashable, Sendable { case text, raw, section, inverted, end, partial }
  /// A tag and where it stands.
  package struct Tag: Hashable, Sendable {
    package var kind: Kind
    package var name: String
    package var line: Int
  }

  /// In the order of the file; comments are left out.
  package let tags: [Tag]
  /// The template with every text tag printed as it is, because text arrives escaped.
  package let prepared: String

  /// Reads the tags, or says which one is not of the subset that themes may use.
  package init(_ text: String, file: String) throws(ThemeError) {
    var tags: [Tag] = []
    var output: [UInt8] = []
    var rest = Array(text.utf8)[...]
    var line = 1
    while let open = Self.find([0x7B, 0x7B], in: rest) {
      let before = rest[rest.startIndex..<open]
      line += before.count { $0 == 0x0A }
      output += before
      let isTriple = rest.dropFirst(open - rest.startIndex + 2).first == 0x7B
      let closing: [UInt8] = isTriple ? [0x7D, 0x7D, 0x7D] : [0x7D, 0x7D]
      let start = open + (isTriple ? 3 : 2)
      guard let close = Self.find(closing, in: rest[start...]) else {
        throw ThemeError(file: file, line: line, message: "a tag is never closed; add '}}'")
      }
      let content = String(decoding: rest[start..<close], as: UTF8.self)
      let written = rest[open..<(close + closing.count)]
      if let tag = try Self.tag(content, isTriple: isTriple, line: line, file: file) {
        tags.append(tag)
        output += tag.kind == .text ? Array("{{{\(tag.name)}}}".utf8) : Array(written)
      }
      line += written.count { $0 == 0x0A }
      rest = rest[(close + closing.count)...]
    }
    output += rest
    self.tags = tags
    self.prepared = String(decoding: output, as: UTF8.self)
  }

  private static func tag(_ content: String, isTriple: Bool, line: Int, file: String) throws(ThemeError) -> Tag? {
    let trimmed = content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if isTriple { return Tag(kind: .raw, name: trimmed, line: line) }
    let kinds: [Character: Kind] = ["#": .section, "^": .inverted, "/": .end, ">": .partial, "&": .raw]
    guard let first = trimmed.first else {
      throw ThemeError(file: file, line: line, message: "an empty tag; name a field")
    }
    if first == "!" { return nil }
    let kind = kinds[first]
    let name = kind == nil ? trimmed : String(trimmed.dropFirst()).split(separator: " ").joined()
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isPlain, !name.isEmpty else {
      throw ThemeError(
        file: file, line: line,
        message: "'\(trimmed)' is not a tag that themes may use; only fields, sections and partials"
      )
    }
    return Tag(kind: kind ?? .text, name: name, line: line)
  }

  private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    var index = bytes.startIndex
    while index <= bytes.endIndex - needle.count {
      if bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }
}
