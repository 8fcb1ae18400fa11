internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Links stay within the workspace, or go to the web.
struct LinkOutsideWorkspace: Check {
  let id = "link-outside-workspace"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.error
  let rule = "no relative link leads out of the workspace"
  let rationale = "What lies outside is not part of the site, so the link leads nowhere for whoever reads it there."
  let examples = [
    CheckExample("=== guides/README.md\n[Contract](▶../../contracts/acme.pdf)\n"),
    CheckExample("=== guides/README.md\n[Home](../README.md), [here](../guides/README.md)\n=== README.md\nHome\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var places = LinkPlaces(input)
    input.forEachLink { file, link in
      // Only two dots lead upwards, and they may be percent-encoded.
      guard link.reach == .relative, link.kind != .wiki, link.path.contains(".."),
        input.links.resolve(link, in: file) == .outside
      else { return }
      findings.append(
        finding(
          "'\(link.path)' leads out of the workspace", at: places.place(of: link, in: file),
          help: "copy the file into the workspace, or link to its web address"))
    }
    return findings
  }
}
