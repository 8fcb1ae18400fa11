internal import Diagnostics
internal import WorkspaceModel

/// The outcome of a deal fits its stage.
struct OutcomeContradictsStage: Check {
  let id = "outcome-contradicts-stage"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "the outcome of a deal fits its stage"
  let rationale = "A deal that is won by one field and open by another is counted twice, or not at all."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: negotiation\noutcome: ▶won\n---\n"),
    CheckExample(
      "=== customers/acme/deals/q3.md\n---\nstage: closed_won\nclosed_on: 2026-10-30\noutcome: ▶lost\n---\n"),
    CheckExample(
      "=== customers/acme/deals/q3.md\n---\nstage: closed_lost\nclosed_on: 2026-10-30\noutcome: lost\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard let outcome = deal.outcome, let stage = deal.stage else { return nil }
      if deal.isOpen {
        return finding(
          "outcome '\(outcome.rawValue)' on a deal in stage '\(stage)'", at: deal.source.range(of: "outcome"),
          help: "take the outcome out, or move the deal to 'closed_\(outcome.rawValue)'")
      }
      if stage == "closed_\(outcome.rawValue)" { return nil }
      return finding(
        "outcome '\(outcome.rawValue)' on a deal in stage '\(stage)'", at: deal.source.range(of: "outcome"),
        help: "make the two agree")
    }
  }
}
