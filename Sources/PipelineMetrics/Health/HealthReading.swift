internal import Diagnostics
package import WorkspaceModel

/// Scores customers by what the workspace knows of them; made once for all of them.
package struct HealthReading: Sendable {
  let settings: HealthSettings
  let clock: MetricClock
  /// Who was in touch when, worked out once for whoever asks.
  package let contacts: TwoWayContacts
  private let customers: [String: Customer]
  private let people: [String: [String: Contact]]
  private let peopleFiles: [String: RepoPath]
  private let committees: [String: [(deal: RepoPath, member: CommitteeMember)]]
  private let tickets: [String: [Interaction]]
  private let hasTickets: Bool
  private let usage: [String: [UsagePoint]]
  private let invoices: [String: [Invoice]]

  /// Sorts what a score needs by customer.
  package init(_ workspace: Workspace, clock: MetricClock) {
    settings = workspace.settings.health
    self.clock = clock
    contacts = TwoWayContacts(workspace, clock: clock)
    customers = Dictionary(workspace.customers.map { ($0.slug, $0) }) { first, _ in first }
    people = Dictionary(
      workspace.contactLists.map { list in
        (list.customer, Dictionary(list.contacts.map { ($0.id, $0) }) { first, _ in first })
      }
    ) { first, _ in first }
    peopleFiles = Dictionary(workspace.contactLists.map { ($0.customer, $0.source.path) }) { first, _ in first }
    var committees: [String: [(deal: RepoPath, member: CommitteeMember)]] = [:]
    for deal in workspace.deals {
      for member in deal.committee { committees[deal.customer, default: []].append((deal.source.path, member)) }
    }
    self.committees = committees
    tickets = Dictionary(
      grouping: workspace.interactions.lazy.filter { $0.kind == .supportTicket || $0.ticket != nil }, by: \.customer)
    hasTickets = !tickets.isEmpty
    usage = workspace.usage
    invoices = workspace.invoices
  }

  /// The score of a customer at the end of a day that is not after the clock's; nil when there is no such customer.
  ///
  /// Of an earlier day only what bears dates is known. Roles in purchases count as they are noted today.
  package func score(of slug: String, on day: Day? = nil) -> CustomerHealth? {
    guard let customer = customers[slug] else { return nil }
    let day = min(day ?? clock.day, clock.day)
    let facts = facts(of: customer, on: day)
    return CustomerHealth(
      record: customer.source.path, day: day, components: facts.components(settings), flags: facts.flags)
  }

  /// The scores of several days by the components that are known on all of them, so that they can be compared.
  package func trend(of slug: String, on days: [Day]) -> HealthTrend? {
    let scores = days.sorted().compactMap { score(of: slug, on: $0) }
    return scores.isEmpty ? nil : HealthTrend(scores)
  }

  private func facts(of customer: Customer, on day: Day) -> HealthFacts {
    let slug = customer.slug
    return HealthFacts(
      customer: customer, day: day, isToday: day == clock.day, contacts: contacts, people: people[slug] ?? [:],
      peopleFile: peopleFiles[slug], committee: committees[slug] ?? [], tickets: tickets[slug] ?? [],
      hasTickets: hasTickets, usage: usage[slug] ?? [], invoices: invoices[slug], settings: settings,
      dayOf: { [clock] in clock.day(of: $0) })
  }
}
