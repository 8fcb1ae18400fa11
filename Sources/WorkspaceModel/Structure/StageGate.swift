internal import Diagnostics

/// Tells whether the exit criteria of a stage are met by what the records say.
package struct StageGate: Sendable {
  /// Three-valued: what the records do not say is neither met nor missed.
  package enum State: String, Sendable { case met, unmet, unknown, waived }

  private let deal: Deal
  private let twoWayCount: Int
  private let customer: Customer?

  /// A gate for one deal; `interactions` are those of its customer.
  package init(_ deal: Deal, customer: Customer?, interactions: [Interaction], contacts: Set<String>) {
    self.deal = deal
    self.customer = customer
    twoWayCount = interactions.count { interaction in
      (interaction.deals.isEmpty || interaction.deals.contains(deal.slug))
        && interaction.isTwoWay(isExternal: contacts.contains)
    }
  }

  /// The state of a criterion; a recorded waiver silences it.
  package func state(of criterion: Workflow.Criterion) -> State {
    if deal.waivers.contains(where: { $0.criterion == criterion.id }) { return .waived }
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

  /// Whether a condition is written in the language of gates.
  package static func understands(_ needs: String) -> Bool {
    let words = needs.split(separator: " ").map(String.init)
    guard words.count == 3 else { return false }
    let parts = words[0].split(separator: ".").map(String.init)
    if words[1] == ">=", Int(words[2]) != nil {
      switch parts.first {
      case "meddpicc": return parts.count == 3 && parts[2] == "score" && isElement(parts[1])
      case "committee", "competitors": return parts.count == 2 && parts[1] == "count"
      case "interactions": return parts.count == 2 && parts[1] == "two_way"
      default: return false
      }
    }
    guard words[1] == "is", words[2] == "known" else { return false }
    switch parts.first {
    case "meddpicc": return parts.count == 2 && isElement(parts[1])
    case "committee": return parts.count == 2 && CommitteeMember.Role(rawValue: parts[1]) != nil
    case "next_step": return parts.count == 1 || parts == ["next_step", "due"]
    case "account": return parts == ["account", "source"]
    case "amount", "close_on", "closed_on", "competitors", "outcome", "owner", "reason_code", "stage_entered_on",
      "term_months":
      return parts.count == 1
    default: return false
    }
  }

  private static func isElement(_ name: String) -> Bool { MeddpiccElement.Name(rawValue: name) != nil }

  private func number(_ path: String) -> Int? {
    let parts = path.split(separator: ".").map(String.init)
    switch parts.first {
    case "meddpicc" where parts.count == 3 && parts[2] == "score":
      return deal.meddpicc.first { $0.name.rawValue == parts[1] }?.score ?? 0
    case "committee" where parts.count == 2 && parts[1] == "count": return deal.committee.count
    case "interactions" where parts.count == 2 && parts[1] == "two_way": return twoWayCount
    case "competitors" where parts.count == 2 && parts[1] == "count": return deal.competitors.count
    default: return nil
    }
  }

  private func isKnown(_ path: String) -> Bool? {
    let parts = path.split(separator: ".").map(String.init)
    switch parts.first {
    case "committee" where parts.count == 2: return deal.committee.contains { $0.role?.rawValue == parts[1] }
    case "next_step": return parts.last == "due" ? deal.nextStep?.due != nil : deal.nextStep != nil
    case "amount": return deal.amount != nil
    case "close_on": return deal.closeOn != nil
    case "closed_on": return deal.closedOn != nil
    case "term_months": return deal.termMonths != nil
    case "stage_entered_on": return deal.stageEnteredOn != nil
    case "owner": return deal.owner != nil
    case "competitors": return !deal.competitors.isEmpty
    case "outcome": return deal.outcome != nil
    case "reason_code": return deal.reasonCode != nil
    case "meddpicc" where parts.count >= 2: return deal.meddpicc.contains { $0.name.rawValue == parts[1] }
    case "account" where parts.last == "source": return customer.map { $0.origin != nil }
    default: return nil
    }
  }
}
