internal import WorkspaceModel

/// The way of a deal through the stages of its workflow, told from its stage history.
///
/// A deal that was lost and re-opened is read by what happened since: the loss does not end it, and stages that it
/// went through before count as passed.
struct StagePath {
  /// One stay in a stage.
  private struct Visit {
    let stage: String
    let entered: WorkspaceModel.Day?
    /// When the next stage was entered; today for the stage at hand.
    let left: WorkspaceModel.Day?
  }

  private let deal: Deal
  private let workflow: Workflow
  private let visits: [Visit]
  /// Stages visited since the deal was last re-opened.
  private let recent: Set<String>
  private let earlier: Set<String>

  init(_ deal: Deal, _ workflow: Workflow, today: WorkspaceModel.Day) {
    self.deal = deal
    self.workflow = workflow
    var all = deal.stageHistory.map { (stage: $0.stage, entered: $0.enteredOn) }
    if let stage = deal.stage, all.last?.stage != stage { all.append((stage, deal.stageEnteredOn)) }
    visits = all.enumerated().map { index, visit in
      let next = index + 1 < all.count ? all[index + 1].entered : deal.isOpen ? today : nil
      return Visit(stage: visit.stage, entered: visit.entered, left: next)
    }
    let lastLoss = all.indices.dropLast().last { all[$0].stage == "closed_lost" || all[$0].stage == "closed_won" }
    let start = lastLoss.map { $0 + 1 } ?? 0
    recent = Set(all[start...].map(\.stage))
    earlier = Set(all[..<start].map(\.stage))
  }

  /// The stages in order, the end last.
  var steps: [StageStep] {
    let stages = workflow.openStages
    let current = deal.isOpen ? stages.firstIndex { $0.id == deal.stage } : nil
    let furthest = current ?? stages.lastIndex { recent.contains($0.id) } ?? -1
    var steps = stages.enumerated().map { index, stage in
      step(stage, isCurrent: index == current, isBehind: index < furthest || (!deal.isOpen && index == furthest))
    }
    if deal.isOpen, current == nil {
      let name = deal.stage.map { Slug.title(of: $0) } ?? "Unknown stage"
      steps.append(
        StageStep(
          name: name, state: "current", stateLabel: "Current, not a stage of \(workflow.title)",
          entered: deal.stageEnteredOn.map { Day($0) }, isCurrent: true))
    }
    return steps + [end]
  }

  private func step(_ stage: Workflow.Stage, isCurrent: Bool, isBehind: Bool) -> StageStep {
    let own = visits.filter { $0.stage == stage.id }
    let entered = own.last?.entered
    if isCurrent {
      let label = earlier.isEmpty ? "Current" : "Current, after it was re-opened"
      return StageStep(
        name: stage.name, state: "current", stateLabel: label,
        entered: (entered ?? deal.stageEnteredOn).map { Day($0) },
        stay: stay(own), isCurrent: true)
    }
    if recent.contains(stage.id), isBehind {
      return StageStep(
        name: stage.name, state: "done", stateLabel: "Passed", entered: entered.map { Day($0) }, stay: stay(own),
        isCurrent: false)
    }
    if isBehind {
      let wasHere = earlier.contains(stage.id)
      return StageStep(
        name: stage.name, state: wasHere ? "done" : "skipped",
        stateLabel: wasHere ? "Passed before it was re-opened" : "Skipped",
        entered: wasHere ? entered.map { Day($0) } : nil, stay: wasHere ? stay(own) : nil, isCurrent: false)
    }
    let label =
      own.isEmpty ? "Not reached" : earlier.contains(stage.id) ? "Reached before it was re-opened" : "Left again"
    return StageStep(name: stage.name, state: "upcoming", stateLabel: label, isCurrent: false)
  }

  private var end: StageStep {
    guard !deal.isOpen else {
      return StageStep(name: "Closed", state: "upcoming", stateLabel: "Not reached", isCurrent: false)
    }
    let day = deal.closedOn ?? visits.last?.entered
    let name = deal.stage.flatMap { workflow.stage($0)?.name } ?? (deal.isWon ? "Closed won" : "Closed lost")
    return StageStep(
      name: name, state: deal.isWon ? "won" : "lost", stateLabel: deal.isWon ? "Won" : "Lost",
      entered: day.map { Day($0) }, isCurrent: true)
  }

  /// "15 d"; the last visit and all of them together where there were more.
  private func stay(_ visits: [Visit]) -> String? {
    let lengths = visits.map { visit -> Int? in
      guard let entered = visit.entered, let left = visit.left, left >= entered else { return nil }
      return left.days(since: entered)
    }
    guard let last = lengths.last ?? nil else { return nil }
    let all = lengths.compactMap(\.self)
    guard all.count > 1 else { return "\(Format.grouped(last)) d" }
    return "\(Format.grouped(last)) d (\(Format.grouped(all.reduce(0, +))) d in \(all.count) visits)"
  }
}
