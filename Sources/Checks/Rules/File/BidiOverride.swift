internal import Diagnostics

/// Texts hold no characters that reorder what is shown.
struct BidiOverride: Check {
  let id = "bidi-override"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.error
  let rule = "a text holds none of the characters U+202A to U+202E and U+2066 to U+2069"
  let rationale = "They show a text in another order than it is stored: a review approves what nobody sees."
  let examples = [
    CheckExample("=== notes.md\nPay to ▶\u{202E}eciovni\u{202C} today\n"),
    CheckExample("=== notes.md\nHebrew needs none: שלום, and marks may stay: \u{200F}1984\u{200E}.\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { path, bytes in
      var found: [Range<Int>] = []
      // Lead byte and second byte are those of dashes and quotes too; the third decides.
      var next = TextScan.first(0xE2, in: bytes)
      while let lead = next {
        if Self.isOverride(bytes, lead) { found.append(lead..<lead + 3) }
        next = TextScan.first(0xE2, in: bytes, from: lead + 3)
      }
      guard let first = found.first else { return }
      var places = PlaceCounter(bytes)
      let fixIt = FixIt.replacing(found.map { ($0, "") }, in: bytes, of: path, "take out the reordering characters")
      findings.append(
        finding(
          "reordering character \(Self.name(bytes, first.lowerBound))"
            + (found.count > 1 ? ", the first of \(found.count)" : ""),
          at: places.range(of: first, in: path), help: "delete it; text from right to left needs none",
          fixIts: fixIt.map { [$0] } ?? []))
    }
    return findings
  }

  private static func isOverride(_ bytes: UnsafeBufferPointer<UInt8>, _ lead: Int) -> Bool {
    guard lead + 2 < bytes.count else { return false }
    return switch bytes[lead + 1] {
    case 0x80: (0xAA...0xAE).contains(bytes[lead + 2])
    case 0x81: (0xA6...0xA9).contains(bytes[lead + 2])
    default: false
    }
  }

  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ lead: Int) -> String {
    let code = 0x2000 | UInt32(bytes[lead + 1] & 0x3F) << 6 | UInt32(bytes[lead + 2] & 0x3F)
    return "U+" + String(code, radix: 16, uppercase: true)
  }
}
