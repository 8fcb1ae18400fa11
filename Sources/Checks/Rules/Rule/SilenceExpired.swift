package import Diagnostics
internal import WorkspaceModel

/// A silence that has come to its end.
package struct SilenceExpired: Check {
  package let id = "silence-expired"
  package let group = CheckGroup.rules
  package let severity = Diagnostic.Severity.note
  package let rule = "silences that have ended are removed"
  package let rationale = "Old silences make it hard to see which alerts are held back today."
  package let examples = [
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      silences:
        - {match: {account: acme}, until: ▶2026-11-22, by: ada.lind, reason: Move of the plant}
      """),
    CheckExample(
      """
      === workspace-setup/processes/triggers.yaml
      silences:
        - {match: {account: acme}, until: 2026-11-23, by: ada.lind, reason: Move of the plant}
      """),
  ]

  package func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.ruleFiles.flatMap { file in
      (file.source.fields?["silences"]?.items ?? []).compactMap { silence -> Diagnostic? in
        guard let node = silence["until"], let day = node.text.flatMap({ Day(iso: $0) }), day < input.today
        else { return nil }
        return finding(
          "silence ended on \(day.iso)", at: node.range(in: file.source.path), help: "remove it, or set a later day")
      }
    }
  }
}
