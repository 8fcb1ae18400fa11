package import Diagnostics
internal import WorkspaceModel

/// A condition that cannot be read.
package struct RuleCondition: Check {
  package let id = "rule-condition"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.error
  package let rule = "every condition of a rule can be read and compares known facts"
  package let rationale = "A condition that cannot be evaluated never fires, which looks as if all were well."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: churn_risk
          conditions: ["▶helth_score < 40", "no_activity ▶= 30"]
          resolve: health_score >= 45 and▶
          actions: [alert_csm]
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: late_deal
          where: deal.stage in [negotiation] and (deal.close_on < today + 7d or not nps is unknown)
          resolve: deal is none or usage.seats >= 20% or account.slug == norrvik-foods
          actions: [notify_ae]
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    RuleEntry.all(input.workspace).flatMap { rule in
      ["conditions", "where", "resolve"].flatMap(rule.texts).compactMap { node -> Diagnostic? in
        guard let text = node.text, let mistake = ConditionParser.mistake(in: text) else { return nil }
        let range = rule.range(of: mistake.range, in: node)
        var fixIts: [FixIt] = []
        if let right = mistake.replacement, range.end > range.start {
          fixIts = [FixIt("write '\(right)'", edits: [.init(range: range, replacement: right)])]
        }
        return finding(mistake.summary, at: range, help: mistake.help, fixIts: fixIts)
      }
    }
  }
}
