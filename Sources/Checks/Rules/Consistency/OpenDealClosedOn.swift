internal import Diagnostics
internal import WorkspaceModel

/// An open deal has no day on which it closed.
struct OpenDealClosedOn: Check {
  let id = "open-deal-closed-on"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "open deals have no closed_on"
  let rationale = "closed_on is the day on which a deal was decided; the day on which it is expected is close_on."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: negotiation\nclosed_on: ▶2026-10-30\n---\n"),
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: negotiation\nclose_on: 2026-12-30\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard deal.isOpen, let day = deal.closedOn, let stage = deal.stage else { return nil }
      return finding(
        "closed_on \(day.iso) on a deal in stage '\(stage)'", at: deal.source.range(of: "closed_on"),
        help: deal.closeOn == nil ? "did you mean 'close_on'?" : "take it out, or move the deal to a closed stage")
    }
  }
}
