internal import Diagnostics
internal import Markdown
internal import Markdown

/// Images have words.
struct MissingAlt: Check {
  let id = "missing-alt"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.warning
  let rule = "an image has an alternative text"
  let rationale = "Who cannot see the image gets nothing at all, and search cannot find it."
  let examples = [
    CheckExample("=== README.md\nThe plant: ▶![](plant.png)\n=== plant.png\nbinary\n"),
    CheckExample("=== README.md\n![Two kilns behind a fence](plant.png)\n=== plant.png\nbinary\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    input.forEachLink { file, link in
      guard link.kind == .image, link.text.utf8.allSatisfy({ $0 <= 0x20 }) else { return }
      findings.append(
        finding(
          "image without an alternative text", at: link.range(in: file),
          help: "say between the brackets what it shows"))
    }
    return findings
  }
}
