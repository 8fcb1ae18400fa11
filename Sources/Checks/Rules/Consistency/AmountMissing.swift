internal import Diagnostics
internal import WorkspaceModel

/// A deal that counts in the forecast has an amount.
struct AmountMissing: Check {
  let id = "amount-missing"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.warning
  let rule = "deals from best case on, and won ones, have an amount"
  let rationale = "Without an amount the deal counts as nothing where it should count as something."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: ▶business_case\n---\n"),
    CheckExample(
      """
      === customers/acme/deals/early.md
      ---
      stage: technical_validation
      ---
      === customers/acme/deals/q3.md
      ---
      stage: business_case
      amount: {value: 84000, currency: EUR}
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      // An amount that cannot be read is reported as what it is.
      guard deal.amount == nil, deal.source.fields?["amount"]?.isNull ?? true, let id = deal.stage,
        let stage = input.workspace.workflow(for: deal).stage(id)
      else { return nil }
      switch stage.category {
      case .bestCase, .mostLikely, .commit, .closed: break
      default: return nil
      }
      return finding(
        "deal in stage '\(id)' has no amount", at: deal.source.range(of: "stage"),
        help: "add 'amount: {value: …, currency: \(input.workspace.settings.currency), kind: ARR}'")
    }
  }
}
