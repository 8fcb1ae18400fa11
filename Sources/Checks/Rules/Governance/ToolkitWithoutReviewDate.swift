package import Diagnostics
internal import WorkspaceModel

/// A page of the toolkit of which nobody knows when it was last right.
package struct ToolkitWithoutReviewDate: Check {
  package let id = "toolkit-without-review-date"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.warning
  package let rule = "battlecards, playbooks, templates, lessons and security pages say when they were reviewed"
  package let rationale = "Without a date the page never counts as stale, however old it is."
  package let examples = [
    CheckExample(
      """
      === sales-toolkit/playbooks/discovery-call.md
      ▶---
      owner: ada.lind
      ---
      Text.
      """),
    CheckExample(
      """
      === sales-toolkit/playbooks/discovery-call.md
      ---
      owner: ada.lind
      reviewed_on: 2026-10-01
      ---
      Text.
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    ToolkitRecords.lacking("reviewed_on", in: input).map { source in
      finding(
        "\(source.kind.noun) without a review date", at: SourceRange(wholeFile: source.path),
        help: "read it, and add 'reviewed_on:' with the day")
    }
  }
}
