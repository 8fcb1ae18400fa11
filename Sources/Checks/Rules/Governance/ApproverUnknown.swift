package import Diagnostics
internal import WorkspaceModel

/// An approver who does not exist, or a rule that names none.
package struct ApproverUnknown: Check {
  package let id = "approver-unknown"
  package let group = CheckGroup.governance
  package let severity = Diagnostic.Severity.error
  package let rule = "approvers in approvals.yaml are people of this workspace"
  package let rationale = "Nobody can approve a change there, so either work stops or the rule is gone round."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/people.yaml
      people:
        - {id: ada.lind, name: Ada Lind}
      === workspace-setup/processes/approvals.yaml
      approvals:
        - {path: "reporting/**", by: [▶ada.lindt]}
        - {path: ▶"sales-toolkit/**", by: []}
      """),
    CheckExample(
      """
      === workspace-setup/people.yaml
      people:
        - {id: ada.lind, name: Ada Lind, email: ada@example.org}
      === workspace-setup/processes/approvals.yaml
      approvals:
        - {path: "reporting/**", by: ada.lind}
        - {path: "sales-toolkit/**", by: [ada@example.org]}
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    // A workspace without people does not use them.
    let ids = input.workspace.people.map(\.id)
    if ids.isEmpty { return [] }
    let known = Set(ids)
    let approvals = Approvals(input.workspace)
    return approvals.rules.flatMap { rule -> [Diagnostic] in
      if rule.approvers.isEmpty {
        return [
          finding(
            "nobody may approve changes of '\(rule.pattern.text)'", at: rule.range, help: "name people under 'by'")
        ]
      }
      return rule.approvers.filter { approvals.identities(of: $0.name).isDisjoint(with: known) }.map { approver in
        let nearest = NearestWord.to(approver.name, among: ids)
        let fixIts = nearest.map {
          [FixIt("write '\($0)'", edits: [.init(range: approver.range, replacement: $0)])]
        }
        return finding(
          "approver '\(approver.name)' does not exist", at: approver.range,
          help: nearest.map { "did you mean '\($0)'?" } ?? "name a person of workspace-setup/people.yaml",
          fixIts: fixIts ?? [])
      }
    }
  }
}
