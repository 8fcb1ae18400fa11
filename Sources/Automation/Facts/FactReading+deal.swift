internal import PipelineMetrics
internal import WorkspaceModel

extension FactReading {
  /// A field of the deal.
  func deal(_ field: String, _ subject: RuleSubject) -> RuleValue {
    guard let slug = subject.deal else { return field.isEmpty ? .absent : .unknown("it is about no deal") }
    guard let deal = deals["\(subject.account)/\(slug)"] else {
      return field.isEmpty ? .absent : .unknown("no such deal")
    }
    func text(_ value: String?) -> RuleValue { value.map(RuleValue.text) ?? .absent }
    func day(_ value: Day?) -> RuleValue { value.map(RuleValue.day) ?? .absent }
    switch field {
    case "": return .present
    case "amount": return deal.amount.map(RuleValue.money) ?? .absent
    case "close_on": return day(deal.closeOn)
    case "competitor": return .list(deal.competitors)
    case "created_on": return day(deal.createdOn)
    case "currency": return text(deal.amount?.currency)
    case "days_in_stage": return daysInStage(deal)
    case "days_to_close": return deal.closeOn.map { .number(Fraction($0.days(since: clock.day))) } ?? .absent
    case "exit_criteria_missing": return missingCriteria(deal)
    case "forecast", "forecast_category":
      let implied = deal.stage.flatMap { workspace.workflow(for: deal).stage($0)?.category }
      return text((deal.forecastCategory ?? implied)?.rawValue)
    case "health_score": return healthScore(deal.customer)
    case "id": return .text(deal.id)
    case "is_open": return deal.stage == nil ? .absent : .flag(deal.isOpen)
    case "name": return .text(deal.name)
    case "next_step": return text(deal.nextStep?.text)
    case "next_step.due": return day(deal.nextStep?.due)
    case "next_step.owner": return text(deal.nextStep?.owner)
    case "no_activity": return recency(subject)
    case "owner": return text(deal.owner)
    case "pipeline": return text(deal.pipeline)
    case "probability": return deal.probability.map { .number(Fraction($0)) } ?? .absent
    case "slug": return .text(deal.slug)
    case "source": return text(deal.origin)
    case "stage": return text(deal.stage)
    case "type": return text(deal.type?.rawValue)
    default: return .unknown("rules do not look at deal.\(field)")
    }
  }

  private func daysInStage(_ deal: Deal) -> RuleValue {
    let entered = deal.stageEnteredOn ?? deal.stageHistory.last { $0.stage == deal.stage }?.enteredOn
    return entered.map { .number(Fraction(clock.day.days(since: $0))) } ?? .absent
  }

  /// Criteria of the stages that the deal has left which are not met.
  private func missingCriteria(_ deal: Deal) -> RuleValue {
    let workflow = workspace.workflow(for: deal)
    guard let place = workflow.stages.firstIndex(where: { $0.id == deal.stage }) else {
      return .unknown("unknown stage")
    }
    let gate = StageGate(
      deal, customer: customers[deal.customer], interactions: interactions(of: deal.customer),
      contacts: contactsByCustomer[deal.customer] ?? [])
    let criteria = workflow.stages[..<place].flatMap(\.exitCriteria)
    return .number(Fraction(criteria.count { gate.state(of: $0) == .unmet }))
  }

  /// A field of the interaction that the rule is looked at for, or of the newest one.
  func interaction(_ field: String, _ subject: RuleSubject, _ current: Interaction?) -> RuleValue {
    let found =
      current
      ?? interactions(of: subject.account).filter { $0.occurredAt.map { $0 <= clock.now } ?? false }
      .max { ($0.occurredAt ?? clock.now, $1.source.path) < ($1.occurredAt ?? clock.now, $0.source.path) }
    guard let found else { return .absent }
    switch field {
    case "": return .present
    case "kind", "channel": return found.kind.map { .text($0.rawValue) } ?? .absent
    case "direction": return found.direction.map { .text($0.rawValue) } ?? .absent
    case "occurred_at": return found.occurredAt.map { .day(clock.day(of: $0)) } ?? .absent
    default: return .unknown("no interaction tells its \(field)")
    }
  }

  /// A field of the first person of the customer who took part.
  func contact(_ field: String, _ subject: RuleSubject, _ interaction: Interaction?) -> RuleValue {
    guard let interaction, let person = interaction.participants.lazy.compactMap({ self.contacts[$0] }).first else {
      return .absent
    }
    switch field {
    case "": return .present
    case "department": return person.department.map(RuleValue.text) ?? .absent
    case "do_not_contact": return person.doNotContact.map(RuleValue.flag) ?? .absent
    case "id": return .text(person.id)
    case "left_on": return person.leftOn.map(RuleValue.day) ?? .absent
    case "seniority": return person.seniority.map { .text($0.rawValue) } ?? .absent
    case "status": return person.status.map { .text($0.rawValue) } ?? .absent
    case "title": return person.jobTitle.map(RuleValue.text) ?? .absent
    case "role":
      let deal = subject.deal.flatMap { deals["\(subject.account)/\($0)"] }
      return deal?.committee.first { $0.contact == person.id }?.role.map { .text($0.rawValue) } ?? .absent
    default: return .absent
    }
  }
}
