internal import Diagnostics
internal import WorkspaceModel

/// A waiver names a criterion of the deal's workflow.
struct UnknownCriterion: Check {
  let id = "unknown-criterion"
  let group = CheckGroup.stageGates
  let severity = Diagnostic.Severity.error
  let rule = "a waiver names a criterion of the deal's workflow"
  let rationale = "A waiver of something that nobody asks for waives nothing."
  let examples = [
    CheckExample(
      """
      === customers/workflows/new-business.yaml
      stages: [{id: lead, exit_criteria: [{id: sized, needs: amount is known}]}, {id: discovery}]
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      waivers: [{criterion: ▶size, reason: A frame contract without volume}]
      ---
      """),
    CheckExample(
      """
      === customers/workflows/new-business.yaml
      stages: [{id: lead, exit_criteria: [{id: sized, needs: amount is known}]}, {id: discovery}]
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      waivers: [{criterion: sized, reason: A frame contract without volume}]
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.filter { !$0.waivers.isEmpty }.flatMap { deal in
      let known = input.workspace.workflow(for: deal).stages.flatMap(\.exitCriteria).map(\.id)
      return (deal.source.fields?["waivers"]?.items ?? []).compactMap { waiver -> Diagnostic? in
        guard let node = waiver["criterion"], let name = node.text, !known.isEmpty, !known.contains(name) else {
          return nil
        }
        let range = node.range(in: deal.source.path)
        let nearest = NearestWord.to(name, among: known)
        return finding(
          "criterion '\(name)' does not exist", at: range,
          help: nearest.map { "did you mean '\($0)'?" } ?? "one of: \(known.joined(separator: ", "))",
          fixIts: nearest.map { [FixIt("write '\($0)'", edits: [.init(range: range, replacement: $0)])] } ?? [])
      }
    }
  }
}
