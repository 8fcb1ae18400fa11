internal import Diagnostics
internal import Markdown
internal import Markdown
internal import WorkspaceModel

/// Links between files are relative.
struct AbsoluteLink: Check {
  let id = "absolute-link"
  let group = CheckGroup.links
  let severity = Diagnostic.Severity.warning
  let rule = "a link to a file of the workspace is relative"
  let rationale = "A path from the root works on the site and fails in editors and on the web pages of the repository."
  let examples = [
    CheckExample("=== guides/README.md\n[Prices](▶/guides/pricing.md#list)\n=== guides/pricing.md\n## List\n"),
    CheckExample("=== guides/README.md\n[Prices](pricing.md) and [home](../README.md)\n=== guides/pricing.md\n2026\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var places = LinkPlaces(input)
    input.forEachLink { file, link in
      guard link.reach == .relative, link.kind != .wiki, link.destination.utf8.first == UInt8(ascii: "/") else {
        return
      }
      let target: RepoPath
      switch input.links.resolve(link, in: file) {
      case .record(let path, _), .file(let path): target = path
      default: return
      }
      let written = places.destination(of: link, in: file)
      let address = RelativeAddress.address(of: target, from: file, keeping: link.destination)
      findings.append(
        finding(
          "'\(link.path)' is a path from the root", at: written ?? link.range(in: file), help: "write '\(address)'",
          fixIts: written.map { [FixIt("write '\(address)'", edits: [.init(range: $0, replacement: address)])] } ?? []))
    }
    return findings
  }
}
