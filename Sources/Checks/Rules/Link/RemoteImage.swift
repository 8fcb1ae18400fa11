internal import Diagnostics
internal import Markdown
internal import Markdown

/// Images lie in the workspace.
struct RemoteImage: Check {
  let id = "remote-image"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.warning
  let rule = "an image is not loaded from another site"
  let rationale = "Its server sees who reads which page and when, and can show something else tomorrow."
  let examples = [
    CheckExample("=== README.md\n![Status](▶https://badges.example/build.svg)\n"),
    CheckExample("=== README.md\n![Plant](plant.png), [a photo](https://photos.example/plant.png)\n=== plant.png\nx\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var places = LinkPlaces(input)
    input.forEachLink { file, link in
      guard link.kind == .image, link.reach == .external else { return }
      findings.append(
        finding(
          "image from another site", at: places.place(of: link, in: file),
          help: "save it into the workspace, beside the file that shows it"))
    }
    return findings
  }
}
