internal import Diagnostics
internal import WorkspaceModel

/// The history of a deal is written from old to new.
struct HistoryOutOfOrder: Check {
  let id = "history-out-of-order"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "entries of stage_history stand from old to new"
  let rationale = "The time that a deal spent in a stage is the distance to the next entry, which must not be negative."
  let examples = [
    CheckExample(
      """
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      stage_history:
        - {stage: lead, entered_on: 2026-06-04}
        - {stage: discovery, entered_on: ▶2026-05-01}
      ---
      """),
    CheckExample(
      """
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      stage_history:
        - {stage: lead, entered_on: 2026-06-04}
        - {stage: discovery, entered_on: 2026-06-04}
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.flatMap { deal in
      var latest: WorkspaceModel.Day?
      return zip(deal.stageHistory, deal.source.items(of: "stage_history", having: "stage")).compactMap {
        visit, node -> Diagnostic? in
        guard let day = visit.enteredOn else { return nil }
        defer { latest = max(day, latest ?? day) }
        guard let before = latest, day < before else { return nil }
        return finding(
          "'\(visit.stage)' was entered on \(day.iso), before the entry above it (\(before.iso))",
          at: node["entered_on"]?.range(in: deal.source.path) ?? deal.source.range(of: "stage_history"),
          help: "correct the day, or put the entries in order")
      }
    }
  }
}
