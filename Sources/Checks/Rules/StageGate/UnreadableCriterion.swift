internal import Diagnostics
internal import WorkspaceModel

/// The conditions of a workflow are written in the language of gates.
struct UnreadableCriterion: Check {
  let id = "unreadable-criterion"
  let group = CheckGroup.stageGates
  let severity = Diagnostic.Severity.error
  let rule = "the 'needs' of an exit criterion can be evaluated"
  let rationale = "A condition that nobody understands is never met and never missed: the gate stands open."
  let examples = [
    CheckExample(
      """
      === customers/workflows/partner.yaml
      stages: [{id: lead, exit_criteria: [{id: two_people, needs: ▶committee.size > 1}]}]
      """),
    CheckExample(
      """
      === customers/workflows/partner.yaml
      stages:
        - id: lead
          exit_criteria:
            - {id: two_people, needs: committee.count >= 2}
            - {id: judged, text: The partner manager agrees}
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.workflows.flatMap { workflow in
      (workflow.source.fields?["stages"]?.items ?? []).flatMap { stage in
        (stage["exit_criteria"]?.items ?? []).compactMap { criterion -> Diagnostic? in
          guard let node = criterion["needs"], let needs = node.text, !StageGate.understands(needs) else { return nil }
          return finding(
            "'\(needs)' cannot be evaluated", at: node.range(in: workflow.source.path),
            help: "write 'amount is known', 'committee.count >= 2' or 'meddpicc.champion.score >= 2'")
        }
      }
    }
  }
}
