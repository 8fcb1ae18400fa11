internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The steps of a deal's own pipeline.
  func trail(_ journey: DealJourney) -> [JourneyItem] {
    let place = (site.index.records[journey.record] as? Deal).map { GatePlace($0) }
    return journey.steps.map { step in
      var item = item(step, place, isReopened: journey.reopenedOn != nil)
      if journey.outcome == .open || step.id != journey.steps.last?.id { return item }
      let isWon = journey.outcome == .won
      item.stepState = isWon ? "won" : "lost"
      item.stepIcon = isWon ? "check" : "cross"
      item.stepLabel = isWon ? "Won" : "Lost"
      item.isHere = true
      return item
    }
  }

  /// The same as a thin line for cards.
  func steps(_ deal: Deal) -> [StageStep] {
    guard let journey = site.metrics.journeys.journey(of: deal) else { return [] }
    return trail(journey).map { StageStep(state: $0.stepState) }
  }

  /// One step with its days and what it asks for.
  func item(_ step: JourneyStep, _ place: GatePlace?, isReopened: Bool = false) -> JourneyItem {
    JourneyItem(
      stepName: step.name, stepState: JourneyWords.style(step.state), stepIcon: JourneyWords.icon(step.state),
      stepLabel: JourneyWords.label(step, isReopened: isReopened), isHere: step.state == .current,
      since: step.enteredOn.map { Day($0) }, until: step.leftOn.map { Day($0) }, stepStay: JourneyWords.stay(step),
      gate: gateMark(step, place), milestones: [], stepFacts: [])
  }

  /// What the stage asks for before it may be left; nil when it asks for nothing.
  func exitCriteria(_ deal: Deal, _ journey: DealJourney) -> ExitCriteria? {
    guard let step = journey.current, let gate = step.gate else { return nil }
    let workflow = site.workspace.workflow(for: deal)
    return ExitCriteria(
      stageName: step.name, workflow: link(workflow) ?? Link(text: workflow.title, href: Href("/pipeline/")),
      countText: JourneyWords.count([gate]),
      criteria: gate.conditions.map { criterion($0, beside: deal.source.path) })
  }

  /// Where a deal lies in the journey of its customer; nil when the customer has no page.
  func accountStrip(_ deal: Deal, _ journey: DealJourney) -> AccountStrip? {
    guard let href = site.addresses.customer(deal.customer),
      let customer = site.metrics.journeys.journey(of: deal.customer)
    else { return nil }
    let stops = [saleStop(customer, journey)] + customer.account.map { stop($0, journey) }
    return AccountStrip(
      stripJourney: Link(text: site.customerName(deal.customer), href: Href(href.path, fragment: "journey")),
      stops: stops)
  }

  /// The sale as one part.
  private func saleStop(_ customer: CustomerJourney, _ journey: DealJourney) -> AccountStop {
    var step = customer.buying.last ?? JourneyStep.none
    let now = customer.buying.first { $0.state == .current }
    if now != nil { step.state = .current }
    let label = now.map { "Now in \($0.name)" } ?? stopLabel(step)
    return AccountStop(
      stopName: "Sale", stopState: JourneyWords.style(step.state), stopIcon: JourneyWords.icon(step.state),
      stopLabel: customer.purchase?.outcome == .lost ? "Lost" : label, isThisDeal: journey.part == .purchase)
  }

  private func stop(_ step: JourneyStep, _ journey: DealJourney) -> AccountStop {
    AccountStop(
      stopName: step.name, stopState: JourneyWords.style(step.state), stopIcon: JourneyWords.icon(step.state),
      stopLabel: stopLabel(step), isThisDeal: journey.part.rawValue == step.id)
  }

  private func stopLabel(_ step: JourneyStep) -> String {
    let label = JourneyWords.label(step)
    switch step.state {
    case .passed: return (step.leftOn ?? step.enteredOn).map { "\(label), \(Format.day($0))" } ?? label
    case .current: return step.enteredOn.map { "\(label), since \(Format.day($0))" } ?? label
    default: return label
    }
  }
}
