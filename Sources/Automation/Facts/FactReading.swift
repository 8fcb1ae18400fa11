package import Diagnostics
package import PipelineMetrics
package import WorkspaceModel

/// Looks facts up, each customer's score and contacts worked out once; made for one evaluation and used by one task.
package final class FactReading {
  /// A record that a value came from, with what it says.
  package struct Source: Hashable, Sendable {
    package var path: RepoPath
    package var note: String
  }

  let workspace: Workspace
  let clock: MetricClock
  let calendar: WorkCalendar
  let health: HealthReading
  let twoWay: TwoWayContacts
  let customers: [String: Customer]
  let deals: [String: Deal]
  let dealsByCustomer: [String: [Deal]]
  let contacts: [String: Contact]
  let contactsByCustomer: [String: Set<String>]
  let people: [String: TeamMember]
  let tickets: [String: [Interaction]]
  private let interactionPlaces: [String: [Int]]
  private var scores: [String: CustomerHealth?] = [:]
  private var contactsAbout: [String: [TwoWayContacts.Contact]] = [:]

  /// Sorts what facts need by customer.
  package init(_ workspace: Workspace, clock: MetricClock, calendar: WorkCalendar) {
    self.workspace = workspace
    self.clock = clock
    self.calendar = calendar
    health = HealthReading(workspace, clock: clock)
    twoWay = health.contacts
    customers = Dictionary(workspace.customers.map { ($0.slug, $0) }) { first, _ in first }
    deals = Dictionary(workspace.deals.map { ("\($0.customer)/\($0.slug)", $0) }) { first, _ in first }
    dealsByCustomer = Dictionary(grouping: workspace.deals, by: \.customer)
    contacts = Dictionary(workspace.contacts.map { ($0.id, $0) }) { first, _ in first }
    contactsByCustomer = Dictionary(grouping: workspace.contacts, by: \.customer).mapValues { Set($0.map(\.id)) }
    people = Dictionary(workspace.people.map { ($0.id, $0) }) { first, _ in first }
    var tickets: [String: [Interaction]] = [:]
    var places: [String: [Int]] = [:]
    for (place, interaction) in workspace.interactions.enumerated() {
      places[interaction.customer, default: []].append(place)
      if interaction.ticket != nil || interaction.kind == .supportTicket {
        tickets[interaction.customer, default: []].append(interaction)
      }
    }
    self.tickets = tickets
    interactionPlaces = places
  }

  /// The interactions of a customer, in the order of paths.
  func interactions(of customer: String) -> [Interaction] {
    (interactionPlaces[customer] ?? []).map { workspace.interactions[$0] }
  }

  func score(of customer: String) -> CustomerHealth? {
    if let known = scores[customer] { return known }
    let score = health.score(of: customer)
    scores[customer] = score
    return score
  }

  func contacts(about subject: RuleSubject) -> [TwoWayContacts.Contact] {
    let key = subject.account + "/" + (subject.deal ?? "")
    if let known = contactsAbout[key] { return known }
    let found =
      subject.deal.map { twoWay.contacts(about: $0, of: subject.account) }
      ?? twoWay.contacts(with: subject.account)
    contactsAbout[key] = found
    return found
  }

  /// What a fact is for a subject; `interaction` is the one that a rule is looked at for.
  package func value(of fact: String, for subject: RuleSubject, interaction: Interaction? = nil) -> RuleValue {
    var name = fact
    if name == "no_activity", subject.deal != nil { name = "deal.no_activity" }
    name = ConditionFacts.shortNames[name] ?? name
    if name == "today" { return .day(clock.day) }
    let (record, field) = Self.halves(name)
    switch record {
    case "account": return account(field, subject)
    case "deal": return deal(field, subject)
    case "interaction": return self.interaction(field, subject, interaction)
    case "contact": return contact(field, subject, interaction)
    case "usage": return usage(field, subject)
    case "invoice": return invoice(field, subject)
    case "task": return task(field, subject)
    default: return .unknown("rules do not look at \(record)s")
    }
  }

  private static func halves(_ name: String) -> (record: String, field: String) {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return (name, "") }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }

  /// The records behind a fact, with what each says.
  package func sources(of fact: String, for subject: RuleSubject, interaction: Interaction? = nil) -> [Source] {
    var name = fact
    if name == "no_activity", subject.deal != nil { name = "deal.no_activity" }
    name = ConditionFacts.shortNames[name] ?? name
    let value = value(of: fact, for: subject, interaction: interaction)
    switch name {
    case "account.health_score", "deal.health_score":
      guard let score = score(of: subject.account) else { return [] }
      var sources: [Source] = []
      for component in score.components where component.weight > .zero && component.score != nil {
        // The newest record of each part stands for it.
        if let path = component.sources.last {
          sources.append(Source(path: path, note: "\(component.kind.rawValue): \(component.reason)"))
        }
      }
      return sources
    case "account.no_activity", "deal.no_activity":
      guard
        let newest = contacts(about: name == "deal.no_activity" ? subject : RuleSubject(account: subject.account)).last
      else { return [] }
      return [Source(path: newest.record, note: "last two-way contact, \(newest.on.iso)")]
    case "account.open_severe_tickets", "account.open_tickets":
      return openTickets(subject.account, severeOnly: name == "account.open_severe_tickets").map {
        Source(path: $0.source.path, note: "open ticket")
      }
    default:
      guard let path = record(of: name, subject, interaction) else { return [] }
      return [Source(path: path, note: "\(fact): \(value.words)")]
    }
  }

  private func record(of name: String, _ subject: RuleSubject, _ interaction: Interaction?) -> RepoPath? {
    switch Self.halves(name).record {
    case "account": return customers[subject.account]?.source.path
    case "deal": return subject.deal.flatMap { deals["\(subject.account)/\($0)"] }?.source.path
    case "interaction": return interaction?.source.path
    case "contact": return workspace.contactLists.first { $0.customer == subject.account }?.source.path
    case "usage": return RepoPath("customers/\(subject.account)/usage.csv")
    case "invoice": return RepoPath("customers/\(subject.account)/billing.csv")
    default: return nil
    }
  }

  /// Tickets that do not say they are closed; one that does not say how bad it is counts as severe.
  func openTickets(_ customer: String, severeOnly: Bool) -> [Interaction] {
    (tickets[customer] ?? []).filter { ticket in
      guard ticket.ticket?.status != .closed, ticket.occurredAt.map({ $0 <= clock.now }) ?? true else { return false }
      return !severeOnly || ticket.ticket?.severity != .normal
    }
  }
}
