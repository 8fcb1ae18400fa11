internal import WorkspaceModel

/// Finds out who is meant by "the AE" or "the manager".
struct Recipients {
  let facts: FactReading

  /// The person of a role for a subject; somebody who has left is stood in for by their manager.
  func person(_ role: String, _ subject: RuleSubject, _ rule: Rule) -> String? {
    let customer = facts.customers[subject.account]
    let deal = subject.deal.flatMap { facts.deals["\(subject.account)/\($0)"] }
    let ae = deal?.owner ?? customer?.owner("ae")
    let csm = customer?.owner("csm")
    let found: String? =
      switch role {
      case "ae": ae ?? csm
      case "csm": csm ?? ae
      case "sdr": customer?.owner("sdr") ?? ae
      case "se": customer?.owner("se") ?? ae
      case "manager":
        (ae ?? csm ?? rule.owner).flatMap { facts.people[$0]?.manager } ?? customer?.owner("manager")
      default: deal?.owner ?? ae ?? csm
      }
    if rule.person != nil { return rule.person }
    return standIn(found) ?? standIn(rule.owner)
  }

  /// The person, or the nearest of those above who may read something.
  func reader(_ id: String, where mayRead: (String) -> Bool) -> String? {
    var next: String? = id
    for _ in 0..<5 {
      guard let person = next else { return nil }
      if mayRead(person) { return person }
      next = facts.people[person]?.manager
    }
    return nil
  }

  private func standIn(_ id: String?) -> String? {
    var next = id
    for _ in 0..<5 {
      guard let id = next, Slug.isValid(id) else { return nil }
      guard let person = facts.people[id] else { return id }
      if person.status != .left { return id }
      next = person.manager
    }
    return nil
  }

  /// The roles that an action speaks to.
  static func role(_ action: String) -> String? {
    switch action {
    case "notify_ae": "ae"
    case "notify_csm", "alert_csm": "csm"
    case "notify_manager": "manager"
    case "notify_sdr": "sdr"
    case "notify_se": "se"
    case "notify_owner", "digest", "digest_daily", "digest_weekly": "owner"
    default: nil
    }
  }

  /// The roles that a route speaks to besides, and which digest it goes into.
  static func route(_ to: String) -> (roles: [String], digest: String?) {
    switch to {
    case "digest", "digest_daily": (["owner"], "daily")
    case "digest_weekly": (["owner"], "weekly")
    default: (to.split(separator: "_").map(String.init).filter { $0 != "and" }, nil)
    }
  }
}
