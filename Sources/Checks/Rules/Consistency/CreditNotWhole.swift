internal import Diagnostics
internal import WorkspaceModel

/// Credit for a win is handed out once.
struct CreditNotWhole: Check {
  let id = "credit-not-whole"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "the shares of a split credit add up to 100"
  let rationale =
    "Shares that come to less or more lose or invent money in the attainment of a team; until they fit, all "
    + "credit goes to the owner."
  let examples = [
    CheckExample(
      "=== customers/acme/deals/q3.md\n---\nstage: discovery\ncredit: ▶{ann.lee: 60, bo.ek: 30}\n---\n"),
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: discovery\ncredit: {ann.lee: 60, bo.ek: 40}\n---\n"),
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: discovery\ncredit: {ann.lee: 33.3, bo.ek: 66.7}\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard !deal.credit.isEmpty, !Deal.isWhole(deal.credit) else { return nil }
      let sum = deal.credit.reduce(Decimal4.zero) { $0 + $1.share }
      return finding(
        "the shares in 'credit' come to \(sum.text), not 100", at: deal.source.range(of: "credit"),
        help: "change one of them so that they come to 100")
    }
  }
}
