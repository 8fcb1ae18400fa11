internal import Diagnostics

/// Tells whether the exit criteria of a stage are met by what the records say.
package struct StageGate: Sendable {
  /// Three-valued: what the records do not say is neither met nor missed.
  package enum State: String, Sendable { case met, unmet, unknown, waived }

  /// Nil for the gate of an account, which has no deal to ask.
  let deal: Deal?
  let customer: Customer?
  /// Those in which the customer took part, in the order given.
  let twoWay: [Interaction]
  /// Milestones after it are plans; nil for all counting.
  private let today: Day?

  /// A gate for one deal; `interactions` are those of its customer.
  package init(_ deal: Deal, customer: Customer?, interactions: [Interaction], contacts: Set<String>) {
    self.deal = deal
    self.customer = customer
    today = nil
    twoWay = interactions.filter { interaction in
      (interaction.deals.isEmpty || interaction.deals.contains(deal.slug))
        && interaction.isTwoWay(isExternal: contacts.contains)
    }
  }

  /// A gate for what an account goes through after a sale, on a day.
  package init(account customer: Customer, interactions: [Interaction], contacts: Set<String>, today: Day) {
    deal = nil
    self.customer = customer
    self.today = today
    twoWay = interactions.filter { $0.isTwoWay(isExternal: contacts.contains) }
  }

  /// The state of a criterion; a recorded waiver silences it.
  package func state(of criterion: Workflow.Criterion) -> State {
    if waiver(of: criterion) != nil { return .waived }
    guard let needs = criterion.needs, Self.understands(needs) else { return .unknown }
    let words = needs.split(separator: " ").map(String.init)
    if words.count == 3, words[1] == ">=", let wanted = Int(words[2]) {
      guard let value = number(words[0]) else { return .unknown }
      return value >= wanted ? .met : .unmet
    }
    if words.count == 3, words[1] == "is", words[2] == "known" {
      return isKnown(words[0]).map { $0 ? .met : .unmet } ?? .unknown
    }
    return .unknown
  }

  /// Who let a criterion pass, and why; nil when nobody did.
  package func waiver(of criterion: Workflow.Criterion) -> Deal.Waiver? {
    deal?.waivers.first { $0.criterion == criterion.id }
  }

  private func number(_ path: String) -> Int? {
    let parts = path.split(separator: ".").map(String.init)
    switch parts.first {
    case "meddpicc" where parts.count == 3 && parts[2] == "score":
      return deal.map { $0.meddpicc.first { $0.name.rawValue == parts[1] }?.score ?? 0 }
    case "committee" where parts.count == 2 && parts[1] == "count": return deal?.committee.count
    case "interactions" where parts.count == 2 && parts[1] == "two_way": return twoWay.count
    case "competitors" where parts.count == 2 && parts[1] == "count": return deal?.competitors.count
    case "success" where parts.last == "criteria_agreed": return customer?.success?.criteriaAgreed
    case "success" where parts.last == "criteria_met": return customer?.success?.criteriaMet
    default: return nil
    }
  }

  private func isKnown(_ path: String) -> Bool? {
    let parts = path.split(separator: ".").map(String.init)
    switch parts.first {
    case "account" where parts.count == 2: return customer.map { Self.isKnown(parts[1], of: $0) }
    case "milestones" where parts.count == 2:
      guard let customer else { return nil }
      guard let day = customer.milestone(parts[1])?.on else { return false }
      return today.map { day <= $0 } ?? true
    default: return deal.flatMap { isKnown(parts, of: $0) }
    }
  }

  private func isKnown(_ parts: [String], of deal: Deal) -> Bool? {
    switch parts.first {
    case "committee" where parts.count == 2: deal.committee.contains { $0.role?.rawValue == parts[1] }
    case "next_step": parts.last == "due" ? deal.nextStep?.due != nil : deal.nextStep != nil
    case "amount": deal.amount != nil
    case "close_on": deal.closeOn != nil
    case "closed_on": deal.closedOn != nil
    case "term_months": deal.termMonths != nil
    case "stage_entered_on": deal.stageEnteredOn != nil
    case "owner": deal.owner != nil
    case "competitors": !deal.competitors.isEmpty
    case "outcome": deal.outcome != nil
    case "reason_code": deal.reasonCode != nil
    case "meddpicc" where parts.count >= 2: deal.meddpicc.contains { $0.name.rawValue == parts[1] }
    default: nil
    }
  }

  private static func isKnown(_ field: String, of customer: Customer) -> Bool {
    switch field {
    case "source": customer.origin != nil
    case "arr": customer.arr != nil
    case "contract_start": customer.contractStart != nil
    case "contract_end": customer.contractEnd != nil
    case "renewal_on": customer.renewalOn != nil
    case "churned_on": customer.churnedOn != nil
    case "churn_reason": customer.churnReason != nil
    case "csm": customer.owner("csm") != nil
    default: false
    }
  }
}
