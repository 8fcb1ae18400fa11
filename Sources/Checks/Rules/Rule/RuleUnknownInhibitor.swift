package import Diagnostics
internal import WorkspaceModel

/// A rule that is held back by one that does not exist.
package struct RuleUnknownInhibitor: Check {
  package let id = "rule-unknown-inhibitor"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.error
  package let rule = "rules in 'inhibited_by' exist"
  package let rationale = "The alert that was to be held back is sent."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: account_churned
          where: account.lifecycle == former
          actions: [alert_csm]
        - id: churn_risk
          where: health_score < 40
          inhibited_by: [▶acount_churned]
          actions: [alert_csm]
      """),
    CheckExample(
      """
      === personal/triggers/ada.lind.yaml
      rules:
        - id: my_churn_risk
          where: health_score < 50
          inhibited_by: account_churned
          actions: [notify_owner]
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: account_churned
          where: account.lifecycle == former
          actions: [alert_csm]
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    let rules = RuleEntry.all(input.workspace)
    let known = Set(rules.compactMap(\.id))
    return rules.flatMap { rule in
      rule.texts("inhibited_by").compactMap { node -> Diagnostic? in
        guard let name = node.text, !known.contains(name) else { return nil }
        let range = node.range(in: rule.file)
        let nearest = NearestWord.to(name, among: known)
        let fixIts = nearest.map { [FixIt("write '\($0)'", edits: [.init(range: range, replacement: $0)])] }
        return finding(
          "no rule is called '\(name)'", at: range,
          help: nearest.map { "did you mean '\($0)'?" } ?? "remove it, or add the rule", fixIts: fixIts ?? [])
      }
    }
  }
}
