internal import Diagnostics

/// What results show: titles, addresses and texts, a few entries a file.
enum EntryBlocks {
  /// Characters of one section that are kept.
  private static let sectionLimit = 6_000

  /// A file for a block.
  static func file(_ block: PageNumbers.Block, _ entries: [SearchEntry]) -> SearchFile {
    SearchFile(ShardNames.block(block.slot), .array(entries[block.entries].map(value)))
  }

  private static func value(_ entry: SearchEntry) -> JSONValue {
    let sections = entry.sections.map { section in
      JSONValue.array([.string(section.heading), .string(section.anchor), .string(spaced(section.text))])
    }
    return .array([
      .string(entry.title), .string(entry.kind), .string(entry.address), .string(entry.owner),
      .array(entry.aliases.map(JSONValue.string)),
      .array(entry.facets.map { .array([.string($0.name), .string($0.value)]) }), .array(sections),
    ])
  }

  /// On one line, single spaces, no longer than is kept.
  private static func spaced(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(text.utf8.count, sectionLimit))
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isSpace, bytes.isEmpty || bytes.last == 0x20 { continue }
      if bytes.count >= sectionLimit, isSpace { break }
      // A text without a space is cut between characters.
      if bytes.count >= sectionLimit + 200, byte & 0xC0 != 0x80 { break }
      bytes.append(isSpace ? 0x20 : byte)
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
