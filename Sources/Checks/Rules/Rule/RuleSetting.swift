package import Diagnostics
internal import WorkspaceModel

/// A setting of a rule that cannot be read: a time, an event, a key.
package struct RuleSetting: Check {
  package let id = "rule-setting"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.error
  package let rule = "times, events and keys of a rule have a form that is understood"
  package let rationale = "A rule with a setting that cannot be read is not evaluated at all."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: late_deal
          event: ▶weekly
          where: no_activity > 7
          for: ▶2 days
          cooldown: ▶7
          key: [▶acount]
          actions: [notify_ae]
        - id: moved
          event: ▶change(account.health_score)
          actions: [notify_ae, {create_task: {due: ▶tomorrow}}]
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: moved
          event: change(deal.stage)
          for: 2d
          cooldown: 90m
          key: [account, deal]
          actions: [notify_ae, {create_task: {due: +1bd}}, {escalate_to_manager: {after: 2bd, unless: acked}}]
      """),
  ]

  private static let events = ["interaction", "daily", "change(deal.stage)"]
  private static let keys = ["account", "customer", "deal", "interaction"]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    RuleEntry.all(input.workspace).flatMap { rule -> [Diagnostic] in
      var found: [Diagnostic] = []
      func report(_ node: YAMLNode, _ what: String, _ help: String) {
        found.append(finding("'\(node.text ?? "")' is no \(what)", at: node.range(in: rule.file), help: help))
      }
      if let node = rule.node["event"], let text = node.text, RuleEvent(text) == nil {
        report(node, "event", "one of: \(Self.events.joined(separator: ", ")); what is worked out is a daily rule")
      }
      for name in ["for", "cooldown"] {
        if let node = rule.node[name], let text = node.text, RuleSpan(text) == nil {
          report(node, "stretch of time", "write 30m, 2h, 7d, 2bd or 1w")
        }
      }
      for node in rule.texts("key") where !Self.keys.contains(node.text ?? "") {
        report(node, "part of a key", "one of: \(Self.keys.joined(separator: ", "))")
      }
      for action in rule.node["actions"]?.items ?? [] {
        for setting in action.entries?.first?.value.entries ?? [] where ["due", "after"].contains(setting.key) {
          if let text = setting.value.text, RuleSpan(text) == nil {
            report(setting.value, "stretch of time", "write +1bd, 2d or 4h")
          }
        }
      }
      return found
    }
  }
}
