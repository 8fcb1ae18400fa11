package import Diagnostics
internal import Markdown
internal import WorkspaceModel

/// A page for everybody that links to one that not everybody may see.
package struct RestrictedLink: Check {
  package let id = "restricted-link"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.warning
  package let rule = "a page that everybody sees links only to pages that everybody sees"
  package let rationale = "The link gives away that the page exists and what it is called, and it leads nowhere."
  package let examples = [
    CheckExample(
      """
      === README.md
      See ▶[the bonus plan](workspace-setup/compensation/plan.md).
      === workspace-setup/access.yaml
      audiences:
        company: {members: ["*"], see: ["**"], hide: ["workspace-setup/compensation/**"]}
      === workspace-setup/compensation/plan.md
      Who gets what.
      """),
    CheckExample(
      """
      === README.md
      See [the plays](sales-toolkit/plays.md) and [nothing](missing.md).
      === sales-toolkit/plays.md
      Plays.
      === workspace-setup/access.yaml
      audiences:
        company: {members: ["*"], see: ["**"], hide: ["workspace-setup/compensation/**"]}
      === workspace-setup/compensation/plan.md
      As [the start page](../../README.md) says, and [the rest](rest.md).
      === workspace-setup/compensation/rest.md
      More.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    guard let readers = DefaultReaders(input.workspace) else { return [] }
    var findings: [Diagnostic] = []
    for (path, document) in input.documents {
      for link in document.links where link.reach == .relative {
        let target: RepoPath
        switch input.links.resolve(link, in: path) {
        case .record(let path, _), .file(let path): target = path
        default: continue
        }
        // Most targets are seen by all, so the page itself is asked about last.
        if target == path || readers.see(target) || !readers.see(path) { continue }
        findings.append(
          finding(
            "'\(target)' is hidden from the audience '\(readers.audience.id)', who see this page",
            at: link.range(in: path), help: "name it without a link, or give this page an 'audience'"))
      }
    }
    return findings
  }
}
