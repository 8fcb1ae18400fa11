internal import WorkspaceModel

/// Reads where a deal has been from its visits of stages.
struct DealJourneyReading {
  let workflow: Workflow
  /// In the order of time, up to today.
  let visits: [StageVisit]
  let outcome: DealJourney.Outcome
  private let today: Day
  /// Where the part since the last re-opening begins.
  private let start: Int
  private let stages: [Workflow.Stage]

  init(_ life: DealLife, today: Day) {
    workflow = life.workflow
    self.today = today
    let visits = life.visits.filter { $0.enteredOn.map { $0 <= today } ?? true }
    self.visits = visits
    stages = life.workflow.stages.filter { $0.category != .closed && !StageVisit.isClosed($0.id) }
    outcome =
      switch visits.last?.stage {
      case "closed_won": .won
      case "closed_lost": .lost
      default: .open
      }
    start = visits.indices.dropLast().last { !visits[$0].isOpen }.map { $0 + 1 } ?? 0
  }

  /// When it became open after it had been closed.
  var reopenedOn: Day? { start > 0 && visits.indices.contains(start) ? visits[start].enteredOn : nil }

  /// The steps with what each asks for.
  func steps(_ gate: StageGate) -> [JourneyStep] {
    let recent = Set(visits[start...].compactMap(\.stage))
    let earlier = Set(visits[..<start].compactMap(\.stage))
    let current = outcome == .open ? stages.firstIndex { $0.id == visits.last?.stage } : nil
    // In a stage that the workflow lacks nobody can tell what lies before and behind.
    let isLost = outcome == .open && current == nil
    let last = stages.lastIndex { recent.contains($0.id) } ?? -1
    // A sale lies behind all stages.
    let furthest = current ?? (outcome == .won ? stages.count : last)
    var steps = stages.enumerated().map { index, stage in
      var step = JourneyStep(stage.id, stage.name, .notReached)
      let isBehind = index < furthest || current == nil && index == furthest
      let wasHere = recent.contains(stage.id) || earlier.contains(stage.id)
      switch true {
      case index == current: step.state = .current
      case isBehind: step.state = wasHere ? .passed : hasGap(before: index) ? .unknown : .skipped
      case isLost: step.state = .unknown
      case current.map { index == $0 + 1 } ?? false: step.state = .next
      default: break
      }
      step.isFromBefore = wasHere && (!recent.contains(stage.id) || !isBehind && index != current)
      step.take(stays(in: stage.id), today: today)
      step.gate = JourneyGate(stage.exitCriteria, gate)
      return step
    }
    if isLost {
      let stage = visits.last?.stage
      var step = JourneyStep(stage ?? "", stage.map { Slug.title(of: $0) } ?? "Unknown stage", .current)
      step.take(stage.map { stays(in: $0) } ?? [], today: today)
      steps.append(step)
    }
    return steps + [end(gate, isNext: current == stages.count - 1)]
  }

  private func end(_ gate: StageGate, isNext: Bool) -> JourneyStep {
    let id = outcome == .lost ? "closed_lost" : "closed_won"
    let stage = workflow.stage(id)
    var step = JourneyStep(id, stage?.name ?? Slug.title(of: id), isNext ? .next : .notReached)
    step.gate = JourneyGate(stage?.exitCriteria ?? [], gate)
    if outcome != .open {
      step.state = .passed
      step.enteredOn = visits.last?.enteredOn
      step.visits = 1
    }
    return step
  }

  private func stays(in stage: String) -> [JourneyStep.Stay] {
    visits.filter { $0.stage == stage }.map { visit in
      let hasEnded = visit.hasEnded && visit.leftOn.map { $0 <= today } ?? true
      return JourneyStep.Stay(
        enteredOn: visit.enteredOn, leftOn: hasEnded ? visit.leftOn : nil, hasEnded: hasEnded)
    }
  }

  /// Whether the deal may have been in a stage without anybody noting it: before the first thing that is known of it.
  private func hasGap(before place: Int) -> Bool {
    guard let first = visits.first else { return true }
    if visits.contains(where: { $0.stage == nil }) { return true }
    return first.enteredOn == nil && place < first.place ?? .max
  }
}
