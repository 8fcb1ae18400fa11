internal import Diagnostics
internal import WorkspaceModel

/// An open deal has some chance.
struct ProbabilityZero: Check {
  let id = "probability-zero"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.warning
  let rule = "open deals have odds above 0; unknown odds are left out"
  let rationale = "Odds of 0 say that the deal is lost; where the odds are unknown, those of the stage count instead."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: discovery\nprobability: ▶0\n---\n"),
    CheckExample(
      """
      === customers/acme/deals/q2.md
      ---
      stage: discovery
      ---
      === customers/acme/deals/q3.md
      ---
      stage: closed_lost
      closed_on: 2026-10-30
      outcome: lost
      probability: 0
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard deal.isOpen, deal.stage != nil, deal.probability == .zero else { return nil }
      return finding(
        "odds of 0 on an open deal", at: deal.source.range(of: "probability"),
        help: "take the field out to use the odds of the stage, or close the deal")
    }
  }
}
