internal import Diagnostics

/// Texts hold no control characters but tab and line ends.
struct ControlCharacter: Check {
  let id = "control-character"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "a text holds no control characters but tab and line ends"
  let rationale = "They cannot be seen, break YAML and search, and can drive the terminal of whoever prints the file."
  let examples = [
    CheckExample("=== notes.md\nPasted from a chat:▶\u{8} done\n"),
    CheckExample("=== notes.md\nA screen▶\u{1B}[2Jclears\n"),
    CheckExample("=== notes.md\nFrom an old Mac▶\rsecond line\n"),
    CheckExample("=== notes.md\n\tA tab, a line end, and words: naïve, 12 €, 日本\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { path, bytes in
      let found = Self.controls(in: bytes)
      guard let first = found.first else { return }
      var places = PlaceCounter(bytes)
      let fixIt = FixIt.replacing(
        found.map { ($0, bytes[$0.lowerBound] == 0x0D ? "\n" : "") }, in: bytes, of: path,
        "take out the control characters")
      findings.append(
        finding(
          "control character \(Self.name(bytes[first]))\(found.count > 1 ? ", the first of \(found.count)" : "")",
          at: places.range(of: first, in: path), help: "delete it; it was most likely pasted along",
          fixIts: fixIt.map { [$0] } ?? []))
    }
    return findings
  }

  private static func name(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let code = String(bytes.last ?? 0, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
  }

  /// Where they stand: C0 and DEL as one byte, C1 as two.
  private static func controls(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index < bytes.count {
      if index + 8 <= bytes.count, !mayHold(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        index += 8
        continue
      }
      for index in index..<min(index + 8, bytes.count) where isControl(bytes, index) { found.append(index..<index + 1) }
      index += 8
    }
    let oneByte = found.count
    var next = TextScan.first(0xC2, in: bytes)
    while let lead = next, lead + 1 < bytes.count {
      // After a letter that begins a misread character it is one, see `mojibake`.
      if (0x80...0x9F).contains(bytes[lead + 1]), lead < 2 || bytes[lead - 2] != 0xC3 && bytes[lead - 2] != 0xC2 {
        found.append(lead..<lead + 2)
      }
      next = TextScan.first(0xC2, in: bytes, from: lead + 2)
    }
    return found.count > oneByte ? found.sorted { $0.lowerBound < $1.lowerBound } : found
  }

  /// Whether any of eight bytes is below 0x20 or 0x7F; may say yes too often, never too seldom.
  private static func mayHold(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let delete = word ^ (ones &* 0x7F)
    return ((word &- ones &* 0x20) & ~word | (delete &- ones) & ~delete) & highs != 0
  }

  private static func isControl(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0A: false
    case 0x0D: index + 1 >= bytes.count || bytes[index + 1] != 0x0A
    case 0..<0x20, 0x7F: true
    default: false
    }
  }
}
