internal import Diagnostics
internal import Markdown
internal import Markdown

/// Links have words.
struct EmptyLinkText: Check {
  let id = "empty-link-text"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.warning
  let rule = "a link has words to click on"
  let rationale = "A link without words cannot be seen, clicked, or read out."
  let examples = [
    CheckExample("=== README.md\nSee ▶[](guides/pricing.md) for prices.\n=== guides/pricing.md\n2026\n"),
    CheckExample(
      """
      === README.md
      # Plant [![Status](status.svg)](guides/pricing.md)

      [Prices](guides/pricing.md), [`2026`](guides/pricing.md) and [[pricing]]
      === status.svg
      <svg/>
      === guides/pricing.md
      2026
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (file, document) in input.documents {
      let links = document.html.links
      for index in links.indices where links[index].kind == .link && Self.isBlank(links[index].text) {
        // An image inside has words of its own, or `missing-alt` asks for them.
        if index + 1 < links.count, links[index + 1].kind == .image,
          links[index + 1].range.lowerBound < links[index].range.upperBound
        {
          continue
        }
        findings.append(
          finding(
            "link without words", at: links[index].range(in: file), help: "say between the brackets what it leads to"))
      }
    }
    return findings
  }

  private static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }
}
