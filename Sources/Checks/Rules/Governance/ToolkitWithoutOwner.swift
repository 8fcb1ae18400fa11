package import Diagnostics
internal import WorkspaceModel

/// A page of the toolkit that nobody owns.
package struct ToolkitWithoutOwner: Check {
  package let id = "toolkit-without-owner"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.warning
  package let rule = "battlecards, playbooks, templates, lessons and security pages have an owner"
  package let rationale = "Whoever finds a mistake has nobody to tell, and nobody is asked to review the page."
  package let examples = [
    CheckExample(
      """
      === sales-toolkit/battlecards/wattline.md
      ▶---
      competitor: Wattline
      reviewed_on: 2026-10-01
      ---
      Text.
      """),
    CheckExample(
      """
      === sales-toolkit/battlecards/index.md
      All our cards.
      === sales-toolkit/battlecards/wattline.md
      ---
      competitor: Wattline
      owner: ada.lind
      reviewed_on: 2026-10-01
      ---
      Text.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    ToolkitRecords.lacking("owner", in: input).map { source in
      finding(
        "\(source.kind.noun) without an owner", at: SourceRange(wholeFile: source.path),
        help: "add 'owner:' with a person of workspace-setup/people.yaml")
    }
  }
}
