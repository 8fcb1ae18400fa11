internal import Diagnostics
internal import WorkspaceModel

/// The next step of an open deal lies ahead.
struct OverdueNextStep: Check {
  let id = "overdue-next-step"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.warning
  let rule = "the next step of an open deal is not past its day"
  let rationale = "A deal whose next step is past has none, and deals without a next step are lost quietly."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: lead\nnext_step: {text: Call, due: ▶2026-11-20}\n---\n"),
    CheckExample(
      """
      === customers/acme/deals/q2.md
      ---
      stage: closed_lost
      next_step: {text: Call Dan, due: 2026-11-20}
      ---
      === customers/acme/deals/q3.md
      ---
      stage: lead
      next_step: {text: Call Dan, due: 2026-11-23}
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard deal.isOpen, let day = deal.nextStep?.due, day < input.today else { return nil }
      return finding(
        "next step was due \(FieldWords.days(input.today.days(since: day))) ago",
        at: deal.source.range(of: "next_step.due"), help: "write what happens next, and when")
    }
  }
}
