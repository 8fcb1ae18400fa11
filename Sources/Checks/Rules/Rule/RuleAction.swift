package import Diagnostics
internal import WorkspaceModel

/// An action that nothing carries out.
package struct RuleAction: Check {
  package let id = "rule-action"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.error
  package let rule = "every action of a rule exists"
  package let rationale = "A rule with an unknown action fires and nobody hears of it."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: buying_signals
          keywords: [budget approved]
          actions: [▶notify_a, {▶create_tsk: {due: +1bd}}]
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      rules:
        - id: churn_risk
          conditions: [health_score < 40]
          actions: [alert_csm, {escalate_to_manager: {after: 2bd, unless: acked}}]
      """),
  ]

  private static let known = RuleStep.known

  package func findings(in input: CheckInput) -> [Diagnostic] {
    RuleEntry.all(input.workspace).flatMap { rule -> [Diagnostic] in
      let actions = rule.node["actions"].map { $0.items ?? [$0] } ?? []
      return actions.compactMap { action in
        let entry = action.entries?.first
        guard let name = entry?.key ?? action.text, !Self.known.contains(name) else { return nil }
        var range = action.range(in: rule.file)
        if let start = entry?.keyStart {
          let end = SourcePosition(line: start.line, column: start.column + name.utf8.count)
          range = SourceRange(file: rule.file, start: start, end: end)
        }
        let nearest = NearestWord.to(name, among: Self.known)
        let fixIts = nearest.map { [FixIt("write '\($0)'", edits: [.init(range: range, replacement: $0)])] }
        return finding(
          "'\(name)' is no action", at: range,
          help: nearest.map { "did you mean '\($0)'?" } ?? "one of: \(Self.known.joined(separator: ", "))",
          fixIts: fixIts ?? [])
      }
    }
  }
}
