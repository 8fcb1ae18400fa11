internal import Diagnostics
internal import WorkspaceModel

/// What we believe about a customer rests on something they said or did.
struct InsightWithoutEvidence: Check {
  let id = "insight-without-evidence"
  let group = CheckGroup.insights
  let severity = Diagnostic.Severity.warning
  let rule = "insights name their evidence"
  let rationale = "An insight without evidence is an opinion, and cannot be told from what a model made up."
  let examples = [
    CheckExample("=== customers/acme/insights/pain.md\n---\nkind: pain\nstatement: ▶Bills come late.\n---\n"),
    CheckExample("=== customers/acme/insights/pain.md\n---\nstatement: Bills come late.\nstatus: rejected\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.insights.compactMap { insight in
      // Evidence that cannot be read is reported as what it is.
      guard insight.source.fields?["evidence"]?.items?.isEmpty ?? true, insight.status != .rejected,
        insight.status != .superseded
      else { return nil }
      return finding(
        "insight names no evidence", at: insight.source.range(of: "statement"),
        help: "add 'evidence: [{source: interactions/…, quote: \"…\"}]'")
    }
  }
}
