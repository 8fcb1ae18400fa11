package import Diagnostics
internal import WorkspaceModel

/// An id that two rules bear.
package struct RuleDuplicateID: Check {
  package let id = "rule-duplicate-id"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.error
  package let rule = "no two rules have the same id"
  package let rationale = "Alerts, cooldowns and silences are kept by id, so two such rules silence each other."
  package let examples = [
    CheckExample(
      """
      === personal/triggers/ada.lind.yaml
      rules:
        - id: stale_deal
          where: no_activity > 7
          actions: [notify_ae]
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: ▶stale_deal
          where: no_activity > 21
          actions: [notify_ae]
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: stale_deal
          where: no_activity > 21
          actions: [notify_ae]
        - id: stale_deals
          where: no_activity > 60
          actions: [notify_ae]
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    var first: [String: SourceRange] = [:]
    return RuleEntry.all(input.workspace).compactMap { rule in
      guard let id = rule.id else { return nil }
      guard let earlier = first[id] else {
        first[id] = rule.idRange
        return nil
      }
      return finding(
        "'\(id)' is also a rule in '\(earlier.file)', line \(earlier.start.line)", at: rule.idRange,
        help: "give one of the two another id")
    }
  }
}
