internal import Diagnostics
internal import WorkspaceModel

/// What an account goes through after the sale, step by step.
struct AccountSteps {
  private typealias Stage = Customer.AccountStage

  private let reading: CustomerJourneyReading
  private let renewal: RenewalWindow?
  private let hasBought: Bool
  private let current: Stage?
  /// The stays in each state, oldest first.
  private let stays: [String: [JourneyStep.Stay]]

  init(_ reading: CustomerJourneyReading, renewal: RenewalWindow?, hasBought: Bool) {
    self.reading = reading
    self.renewal = renewal
    self.hasBought = hasBought
    let customer = reading.customer
    current = customer.accountStage ?? (customer.lifecycle == .former ? .churned : nil)
    var stays: [String: [JourneyStep.Stay]] = [:]
    let changes = reading.states.changes.filter { $0.on <= reading.today }
    if let first = reading.states.initial {
      let end = changes.first.flatMap { $0.isDated ? $0.on : nil }
      stays[first, default: []].append(.init(enteredOn: nil, leftOn: end, hasEnded: !changes.isEmpty))
    }
    for (index, change) in changes.enumerated() {
      guard let state = change.value else { continue }
      let next = index + 1 < changes.count ? changes[index + 1] : nil
      stays[state, default: []].append(
        .init(
          enteredOn: change.isDated ? change.on : nil, leftOn: next.flatMap { $0.isDated ? $0.on : nil },
          hasEnded: next != nil))
    }
    self.stays = stays
  }

  /// Onboarding to renewal; the end where the account left or gave notice.
  var steps: [JourneyStep] {
    var all = [Stage.onboarding, .success, .expansion, .renewal].map(step)
    if current == .churned || reading.customer.churnedOn != nil || reading.customer.cancellationNoticeOn != nil {
      all.append(step(.churned))
    }
    return all
  }

  private func step(_ stage: Stage) -> JourneyStep {
    var step = JourneyStep(stage.rawValue, name(of: stage), state(of: stage))
    step.take(stays[stage.rawValue] ?? [], today: reading.today)
    step.parts = parts(of: stage, step.state)
    step.gate = JourneyGate(definition(of: stage)?.exitCriteria ?? [], reading.gate)
    fill(&step, of: stage)
    if !hasBought { step.gate = nil }
    step.isFromBefore = step.visits > 0 && (step.state == .next || step.state == .notReached)
    return step
  }

  /// Days that other facts tell where no history does.
  private func fill(_ step: inout JourneyStep, of stage: Stage) {
    switch stage {
    case .onboarding, .success: break
    case .expansion, .renewal:
      let deals = reading.deals.filter { $0.part.rawValue == stage.rawValue }
      step.deals = deals.map(\.record)
      guard step.visits == 0, let begin = beginning(of: deals, stage) else { return }
      let last = deals.contains { $0.outcome == .open } ? nil : deals.compactMap(\.closedOn).max()
      let isOver = step.state == .passed
      step.take([.init(enteredOn: begin, leftOn: isOver ? last : nil, hasEnded: isOver)], today: reading.today)
    case .churned:
      guard let day = reading.customer.churnedOn else { return }
      step.take([.init(enteredOn: day, leftOn: nil, hasEnded: false)], today: reading.today)
    }
  }

  /// The first day of the deals that make a state what it is now: the open ones, else all of them.
  private func beginning(of deals: [DealJourney], _ stage: Stage) -> Day? {
    guard current == stage || state(of: stage) == .passed else { return nil }
    let open = deals.filter { $0.outcome == .open }
    return (open.isEmpty ? deals : open).compactMap { $0.createdOn ?? $0.steps.compactMap(\.enteredOn).min() }.min()
  }

  private func state(of stage: Stage) -> JourneyStep.State {
    let wasHere = stays[stage.rawValue] != nil || hasTraces(of: stage)
    guard hasBought else { return stage == .onboarding && isSaleWon ? .next : .notReached }
    if stage == current { return .current }
    guard let current else { return wasHere ? .passed : .unknown }
    if stage == .churned { return reading.customer.churnedOn.map { $0 <= reading.today } ?? false ? .passed : .next }
    if isNext(stage, after: current) { return .next }
    if wasHere { return .passed }
    guard order(stage) < order(current) else { return .notReached }
    // Not every account grows, but every one was brought in and looked after.
    return stage == .expansion || current == .churned && stage == .renewal ? .skipped : .unknown
  }

  /// What comes next: what an open deal is about, else the renewal; an onboarded account is looked after.
  private func isNext(_ stage: Stage, after current: Stage) -> Bool {
    switch (current, stage) {
    case (.onboarding, .success), (.expansion, .renewal): true
    case (.success, .expansion), (.renewal, .expansion): isOpen(.expansion)
    case (.success, .renewal): isOpen(.renewal) || !isOpen(.expansion)
    default: false
    }
  }

  private func isOpen(_ part: DealJourney.Part) -> Bool {
    reading.deals.contains { $0.part == part && $0.outcome == .open }
  }

  private var isSaleWon: Bool {
    reading.deals.contains { $0.part == .purchase && $0.outcome == .won && $0.type != .oneOff }
  }

  /// Whether milestones or deals show that the account was in a state.
  private func hasTraces(of stage: Stage) -> Bool {
    switch stage {
    case .onboarding: workflow(of: stage)?.stages.contains { milestone($0.id) != nil } ?? false
    case .expansion: reading.deals.contains { $0.part == .expansion && $0.outcome == .won }
    case .renewal: reading.deals.contains { $0.part == .renewal && $0.outcome != .open }
    case .success, .churned: false
    }
  }

  private func order(_ stage: Stage) -> Int { Stage.allCases.firstIndex(of: stage) ?? 0 }

  // MARK: Workflows

  /// The account workflow that is about this state alone.
  private func workflow(of stage: Stage) -> Workflow? {
    reading.workflows.first { $0.workflowID == stage.rawValue }
  }

  /// The state as a stage of an account workflow.
  private func definition(of stage: Stage) -> Workflow.Stage? {
    reading.workflows.lazy.compactMap { $0.stage(stage.rawValue) }.first
  }

  private func name(of stage: Stage) -> String { definition(of: stage)?.name ?? Slug.title(of: stage.rawValue) }

  private func milestone(_ id: String) -> Day? {
    reading.customer.milestone(id)?.on.flatMap { $0 <= reading.today ? $0 : nil }
  }

  /// The smaller steps of a state, by the milestones that were reached.
  private func parts(of stage: Stage, _ state: JourneyStep.State) -> [JourneyStep] {
    guard let workflow = workflow(of: stage) else { return [] }
    let next = workflow.stages.firstIndex { milestone($0.id) == nil }
    return workflow.stages.enumerated().map { index, stage in
      let day = milestone(stage.id)
      var part = JourneyStep(stage.id, stage.name, .notReached)
      switch state {
      case _ where day != nil: part.state = .passed
      case .current: part.state = index == next ? .next : .notReached
      case .passed, .unknown: part.state = .unknown
      default: break
      }
      part.enteredOn = day
      part.visits = day == nil ? 0 : 1
      part.proofs = day == nil ? [] : proofs(of: stage.id)
      if hasBought { part.gate = JourneyGate(stage.exitCriteria, reading.gate) }
      return part
    }
  }

  private func proofs(of milestone: String) -> [RepoPath] {
    let folder = RepoPath("customers/\(reading.customer.slug)")
    return (reading.customer.milestone(milestone)?.evidence ?? []).compactMap { folder.resolving($0) }
  }
}
