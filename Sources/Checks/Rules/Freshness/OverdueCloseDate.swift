internal import Diagnostics
internal import WorkspaceModel

/// An open deal is expected to close in the days to come.
struct OverdueCloseDate: Check {
  let id = "overdue-close-date"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.warning
  let rule = "the close_on of an open deal is not past"
  let rationale = "A deal that should have closed already still counts in a forecast, of a period that is over."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: negotiation\nclose_on: ▶2026-10-30\n---\n"),
    CheckExample(
      """
      === customers/acme/deals/q2.md
      ---
      stage: closed_won
      close_on: 2026-06-30
      ---
      === customers/acme/deals/q3.md
      ---
      stage: negotiation
      close_on: 2026-11-23
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard deal.isOpen, let day = deal.closeOn, day < input.today else { return nil }
      return finding(
        "expected to close \(FieldWords.days(input.today.days(since: day))) ago, and still open",
        at: deal.source.range(of: "close_on"), help: "write the day that the customer now names, or close the deal")
    }
  }
}
