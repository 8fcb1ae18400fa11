internal import Diagnostics
internal import WorkspaceModel

/// A closed deal says whether it was won or lost.
struct ClosedWithoutOutcome: Check {
  let id = "closed-without-outcome"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "closed deals have an outcome"
  let rationale = "Win rates count outcomes, so a closed deal without one is missing from every one of them."
  let examples = [
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: ▶closed_won\nclosed_on: 2026-10-30\n---\n"),
    CheckExample("=== customers/acme/deals/q3.md\n---\nstage: closed_won\nclosed_on: 2026-10-30\noutcome: won\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard !deal.isOpen, deal.outcome == nil, deal.source.fields?["outcome"]?.isNull ?? true else { return nil }
      let outcome = deal.stage == "closed_won" ? "won" : "lost"
      return finding(
        "closed deal has no outcome", at: deal.source.range(of: "stage"), help: "add 'outcome: \(outcome)'",
        fixIts: fixIts(deal, outcome))
    }
  }

  /// A line above the stage, where fields stand on lines of their own.
  private func fixIts(_ deal: Deal, _ outcome: String) -> [FixIt] {
    let key = deal.source.keyRange(of: "stage")
    guard key.start.column == 1, key.end != key.start, deal.source.path.fileExtension != "json",
      deal.source.fields?["outcome"] == nil
    else { return [] }
    let place = SourceRange(file: key.file, start: key.start)
    return [FixIt("add 'outcome: \(outcome)'", edits: [.init(range: place, replacement: "outcome: \(outcome)\n")])]
  }
}
