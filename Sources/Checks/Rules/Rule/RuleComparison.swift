package import Diagnostics
internal import WorkspaceModel

/// A comparison whose two sides are not of one kind.
package struct RuleComparison: Check {
  package let id = "rule-comparison"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.error
  package let rule = "a condition compares a fact with a value that it can have"
  package let rationale =
    "A stage that no workflow has, or a day held against a number, is never true: the rule is silent."
  package let examples = [
    CheckExample(
      """
      === customers/workflows/new-business.yaml
      id: new-business
      stages: [{id: discovery}, {id: negotiation}]
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: late_deal
          where: deal.stage in [▶negotation] and close_on < ▶7
          resolve: account.lifecycle == ▶customers or deal.amount > ▶50000
          actions: [notify_ae]
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: late_deal
          where: deal.amount > 50000 EUR and close_on - today <= 7d and account.lifecycle in [customer, former]
          actions: [notify_ae]
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    let typing = ConditionTyping(stages: input.workspace.workflows.flatMap { $0.stages.map(\.id) })
    return RuleEntry.all(input.workspace).flatMap { rule in
      ["conditions", "where", "resolve"].flatMap(rule.texts).flatMap { node -> [Diagnostic] in
        guard let text = node.text, let condition = try? ConditionParser.condition(text) else { return [] }
        return typing.mistakes(in: condition).map { mistake in
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
}
