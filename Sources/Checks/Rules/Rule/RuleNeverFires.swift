package import Diagnostics
internal import WorkspaceModel

/// A rule that waits for nothing.
package struct RuleNeverFires: Check {
  package let id = "rule-never-fires"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.warning
  package let rule = "a rule has phrases, a condition or a change that it waits for"
  package let rationale = "Without one of them it never fires, and whoever wrote it believes that it watches."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: ▶quiet
          event: daily
          keywords: []
          actions: [notify_ae]
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: moved
          event: change(deal.stage)
          actions: [notify_ae]
        - id: said
          match: {any_phrase: [cancel]}
          actions: [notify_ae]
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    RuleEntry.all(input.workspace).compactMap { rule in
      if rule.node["event"]?.text?.hasPrefix("change(") == true { return nil }
      let waits = ["keywords", "conditions", "where"].contains { key in
        // What is there and cannot be read is reported as such.
        guard let node = rule.node[key], !node.isNull else { return false }
        return node.items?.isEmpty != true
      }
      let phrases = rule.node["match"]?["any_phrase"]
      if waits || phrases.map({ !$0.isNull && $0.items?.isEmpty != true }) == true { return nil }
      return finding(
        "rule\(rule.id.map { " '\($0)'" } ?? "") has neither phrases nor a condition", at: rule.idRange,
        help: "add 'where:', 'keywords:' or an event such as 'change(deal.stage)'")
    }
  }
}
