internal import Diagnostics
internal import WorkspaceModel

/// The stage of a deal is the last one of its history.
struct StageContradictsHistory: Check {
  let id = "stage-contradicts-history"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "stage, stage_entered_on and closed_on agree with the last entry of stage_history"
  let rationale = "Boards read the stage and metrics read the history, so the two would tell different stories."
  let examples = [
    CheckExample(
      """
      === customers/acme/deals/q3.md
      ---
      stage: ▶negotiation
      stage_history: [{stage: lead, entered_on: 2026-05-04}, {stage: discovery, entered_on: 2026-06-01}]
      ---
      """),
    CheckExample(
      """
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      stage_entered_on: ▶2026-06-10
      stage_history: [{stage: lead, entered_on: 2026-05-04}, {stage: discovery, entered_on: 2026-06-01}]
      ---
      """),
    CheckExample(
      """
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      stage_entered_on: 2026-06-01
      stage_history: [{stage: lead, entered_on: 2026-05-04}, {stage: discovery, entered_on: 2026-06-01}]
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.deals.compactMap { deal in
      guard let last = deal.stageHistory.last, let stage = deal.stage else { return nil }
      let source = deal.source
      if last.stage != stage {
        return finding(
          "stage is '\(stage)', but the history ends with '\(last.stage)'", at: source.range(of: "stage"),
          help: "add the move to 'stage_history', or put the stage back")
      }
      guard let entered = last.enteredOn else { return nil }
      if let day = deal.stageEnteredOn, day != entered {
        return finding(
          "stage_entered_on is \(day.iso), but the history says \(entered.iso)",
          at: source.range(of: "stage_entered_on"), help: "make the two agree")
      }
      if !deal.isOpen, let day = deal.closedOn, day != entered {
        return finding(
          "closed_on is \(day.iso), but the history says \(entered.iso)", at: source.range(of: "closed_on"),
          help: "make the two agree")
      }
      return nil
    }
  }
}
