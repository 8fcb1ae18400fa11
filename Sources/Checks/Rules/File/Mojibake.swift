internal import Diagnostics

/// Texts show the characters that were written, not their bytes in another encoding.
struct Mojibake: Check {
  let id = "mojibake"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.warning
  let rule = "UTF-8 was not read as Windows-1252 or -1254 on its way into a file"
  let rationale = "A name that reads 'KÃ¶ln' is found by nobody, and embarrasses whoever sends it."
  let examples = [
    CheckExample("=== notes.md\nMet in K▶Ã¶ln, and itâ€™s signed.\n"),
    CheckExample("=== notes.md\n▶Ã–sterreich first\n"),
    CheckExample("=== notes.md\nAsked for ▶â€\u{9D}more\n"),
    CheckExample(
      """
      === notes.md
      Köln, São Paulo, Ängelholm, „Ä“ and “Ä”, Spaß“, ARMÃ…, à la carte, CAFÉ™, 5 €, Âge d’or
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { path, bytes in
      let found = Self.misread(in: bytes)
      guard let first = found.first else { return }
      var places = PlaceCounter(bytes)
      let mendable = found.compactMap { part in part.text.map { (part.offsets, $0) } }
      let shown = String(decoding: bytes[first.offsets], as: UTF8.self)
      let help = first.text.map { "'\(shown)' was most likely '\($0)'" }
      let fixIt =
        mendable.isEmpty
        ? nil : FixIt.replacing(mendable, in: bytes, of: path, "read the characters as UTF-8 again")
      findings.append(
        finding(
          "'\(shown)' is UTF-8 read as Windows-1252\(found.count > 1 ? ", the first of \(found.count)" : "")",
          at: places.range(of: first.offsets, in: path), help: help, fixIts: fixIt.map { [$0] } ?? []))
    }
    return findings
  }

  /// The misread characters with what they were, nil where a byte was lost on the way.
  private static func misread(in bytes: UnsafeBufferPointer<UInt8>) -> [(offsets: Range<Int>, text: String?)] {
    var found: [(offsets: Range<Int>, text: String?)] = []
    // Leads C2 to F0 become Â to ð in 1252, all of which begin with C3 in UTF-8; only 1254 has ğ for F0.
    for lead: UInt8 in [0xC3, 0xC4] {
      var next = TextScan.first(lead, in: bytes)
      while let start = next {
        if let part = character(in: bytes, at: start) {
          found.append(part)
          next = TextScan.first(lead, in: bytes, from: part.offsets.upperBound)
        } else {
          next = TextScan.first(lead, in: bytes, from: start + 2)
        }
      }
    }
    return found.sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }
  }

  private static func character(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (offsets: Range<Int>, text: String?)? {
    guard let lead = Windows1252.byte(in: bytes, at: start) else { return nil }
    let count: Int
    switch lead.value {
    case 0xC2...0xC5: count = 2
    case 0xE2: count = 3
    case 0xF0: count = 4
    default: return nil
    }
    var original = [lead.value]
    var end = start + lead.width
    while original.count < count, let next = Windows1252.byte(in: bytes, at: end), next.value & 0xC0 == 0x80 {
      original.append(next.value)
      end += next.width
    }
    if original.count < count {
      // A closing quote loses its last byte with readers that have no character for 0x9D.
      let isCut = original == [0xE2, 0x80] && TextScan.matches("\u{FFFD}", in: bytes, at: end)
      return isCut ? (start..<end + 3, nil) : nil
    }
    guard let text = String(validating: original, as: UTF8.self), let scalar = text.unicodeScalars.first?.value,
      isLikely(scalar), count > 2 || isInsideWord(bytes, start..<end, last: original[1])
    else { return nil }
    return (start..<end, text)
  }

  /// Latin letters and signs, typographic signs, arrows, symbols, emoji: what people write and mistools break.
  private static func isLikely(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0x17F, 0x2010...0x203A, 0x20AC, 0x2116...0x2122, 0x2190...0x21FF, 0x2200...0x22FF, 0x2500...0x27BF,
      0x1F300...0x1FAFF:
      true
    default: false
    }
  }

  /// A capital before a quote, a dash or an ellipsis is good typography, unless it stands beside a small letter.
  private static func isInsideWord(_ bytes: UnsafeBufferPointer<UInt8>, _ offsets: Range<Int>, last: UInt8) -> Bool {
    func isSmall(_ index: Int) -> Bool { bytes.indices.contains(index) && (0x61...0x7A).contains(bytes[index]) }
    switch last {
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xAB, 0xBB:
      return isSmall(offsets.lowerBound - 1) || isSmall(offsets.upperBound)
    default: return true
    }
  }
}
