internal import Diagnostics

/// Texts say something.
struct EmptyFile: Check {
  let id = "empty-file"
  let group = CheckGroup.files
  let severity = Diagnostic.Severity.warning
  let rule = "a text is not blank"
  let rationale = "A blank file becomes a page that says nothing and a search result that leads nowhere."
  let examples = [
    CheckExample("=== guides/pricing.md\n▶\n"),
    CheckExample("=== guides/pricing.md\n---\ntitle: Pricing\n---\n=== data.csv\nday,value\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachText { path, bytes in
      let start = TextScan.matches("\u{FEFF}", in: bytes, at: 0) ? 3 : 0
      if bytes[start...].contains(where: { $0 > 0x20 }) { return }
      findings.append(
        finding("blank file", at: SourceRange(wholeFile: path), help: "write its first sentence, or delete the file"))
    }
    return findings
  }
}
