internal import Diagnostics
internal import WorkspaceModel

/// A closed deal says when it closed.
struct ClosedWithoutDate: Check {
  let id = "closed-without-date"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "closed deals have a closed_on"
  let rationale = "A deal without the day on which it closed belongs to no period, and so to no quota."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: ▶closed_lost\noutcome: lost\n---\n"),
    CheckExample(
      "=== customers/acme/deals/q3.md\n---\nstage: closed_lost\noutcome: lost\nclosed_on: 2026-10-30\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard !deal.isOpen, deal.closedOn == nil, deal.source.fields?["closed_on"]?.isNull ?? true else { return nil }
      let entered = deal.stageEnteredOn.map { "; it entered the stage on \($0.iso)" } ?? ""
      return finding(
        "closed deal has no day on which it closed", at: deal.source.range(of: "stage"),
        help: "add 'closed_on:'\(entered)")
    }
  }
}
