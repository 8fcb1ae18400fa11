package import Diagnostics
internal import WorkspaceModel

/// A rule whose day of review has passed.
package struct RuleReviewOverdue: Check {
  package let id = "rule-review-overdue"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.warning
  package let rule = "a rule is reviewed by the day that it names"
  package let rationale = "Rules that nobody looks at again fill the feed with noise, and people stop reading it."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: stale_deal
          where: no_activity > 21
          actions: [notify_ae]
          review_by: ▶2026-11-22
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: stale_deal
          where: no_activity > 21
          actions: [notify_ae]
          review_by: 2026-11-23
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    RuleEntry.all(input.workspace).compactMap { rule in
      guard let node = rule.node["review_by"], let day = node.text.flatMap({ Day(iso: $0) }), day < input.today
      else { return nil }
      let late = input.today.days(since: day)
      return finding(
        "review of \(rule.id.map { "'\($0)'" } ?? "this rule") is \(late) day\(late == 1 ? "" : "s") overdue",
        at: node.range(in: rule.file), help: "look at what it fired, mend or remove it, and set the next day")
    }
  }
}
