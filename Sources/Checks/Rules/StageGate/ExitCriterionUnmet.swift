internal import Diagnostics
internal import WorkspaceModel

/// A deal meets what its workflow asks of the stages behind it.
struct ExitCriterionUnmet: Check {
  let id = "exit-criterion-unmet"
  let group = CheckGroup.stageGates
  let severity = Diagnostic.Severity.warning
  let rule = "an open deal meets the exit criteria of all stages before its own"
  let rationale = "A deal that moved on without its facts carries the odds of deals that have them."
  let examples = [
    CheckExample(
      """
      === customers/workflows/new-business.yaml
      stages:
        - {id: lead, exit_criteria: [{id: sized, text: The deal is sized, needs: amount is known}]}
        - {id: discovery, exit_criteria: [{id: dated, text: It has a date, needs: close_on is known}]}
      === customers/acme/deals/q3.md
      ---
      stage: ▶discovery
      ---
      """),
    CheckExample(
      """
      === customers/workflows/new-business.yaml
      stages:
        - {id: lead, exit_criteria: [{id: sized, text: The deal is sized, needs: amount is known}]}
        - {id: discovery, exit_criteria: [{id: dated, text: It has a date, needs: close_on is known}]}
      === customers/acme/deals/early.md
      ---
      stage: lead
      ---
      === customers/acme/deals/q2.md
      ---
      stage: discovery
      waivers: [{criterion: sized, reason: A frame contract without volume}]
      ---
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      amount: {value: 84000, currency: EUR}
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let workspace = input.workspace
    let customers = Dictionary(workspace.customers.map { ($0.slug, $0) }) { first, _ in first }
    let interactions = Dictionary(grouping: workspace.interactions, by: \.customer)
    let contacts = Dictionary(
      workspace.contactLists.map { ($0.customer, Set($0.contacts.map(\.id))) }
    ) { $0.union($1) }
    return workspace.deals.flatMap { deal -> [Diagnostic] in
      let workflow = workspace.workflow(for: deal)
      guard deal.isOpen, let place = workflow.stages.firstIndex(where: { $0.id == deal.stage }), place > 0 else {
        return []
      }
      let gate = StageGate(
        deal, customer: customers[deal.customer], interactions: interactions[deal.customer] ?? [],
        contacts: contacts[deal.customer] ?? [])
      return workflow.stages[..<place].flatMap { stage in
        stage.exitCriteria.compactMap { finding(deal, stage, $0, gate) }
      }
    }
  }

  private func finding(
    _ deal: Deal, _ stage: Workflow.Stage, _ criterion: Workflow.Criterion, _ gate: StageGate
  ) -> Diagnostic? {
    guard let needs = criterion.needs, StageGate.understands(needs) else { return nil }
    let state = gate.state(of: criterion)
    if state == .met || state == .waived { return nil }
    var finding = finding(
      "'\(criterion.text)' of stage '\(stage.id)' is \(state == .unmet ? "not met" : "unknown")",
      at: deal.source.range(of: "stage"),
      help: "needs '\(needs)'; or record a waiver of '\(criterion.id)' with its reason under 'waivers'")
    if state == .unknown { finding.severity = .note }
    return finding
  }
}
