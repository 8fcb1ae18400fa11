internal import Diagnostics
internal import Markdown
internal import Markdown

/// The words of a link say where it leads.
struct VagueLinkText: Check {
  let id = "vague-link-text"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.note
  let rule = "the words of a link say what it leads to"
  let rationale = "Lists of links, screen readers and agents see the words alone, and 'here' says nothing by itself."
  let examples = [
    CheckExample("=== README.md\nFor prices click ▶[here](guides/pricing.md).\n=== guides/pricing.md\n2026\n"),
    CheckExample("=== README.md\n▶[Read more…](guides/pricing.md)\n=== guides/pricing.md\n2026\n"),
    CheckExample(
      "=== README.md\nSee [what we do here](guides/pricing.md), [[pricing|here]]\n=== guides/pricing.md\n2026\n"),
  ]

  private static let vague: Set<String> = [
    "click", "click here", "here", "link", "more here", "read more", "see here", "this", "this link", "this page",
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachLink { file, link in
      guard link.kind == .link, link.text.utf8.count < 20, Self.vague.contains(Self.words(link.text)) else { return }
      findings.append(
        finding(
          "'\(link.text)' does not say what it leads to", at: link.range(in: file),
          help: "link the words that name it: 'see [the price list](…)'"))
    }
    return findings
  }

  /// Letters and single spaces in lower case.
  private static func words(_ text: String) -> String {
    // All that is no letter parts words, the bytes of "…" and "→" among it; other letters keep a text from matching.
    let words = text.utf8.split { byte in
      byte < 0x80 ? !(0x61...0x7A).contains(TextScan.lower(byte)) : byte == 0xE2 || byte < 0xC0
    }
    return String(decoding: Array(words.map { $0.map(TextScan.lower) }.joined(separator: [0x20])), as: UTF8.self)
  }
}
