internal import Diagnostics
package import WorkspaceModel

/// The journeys of all customers and deals on one day, worked out once.
package struct JourneyBook: Sendable {
  private let customers: [String: CustomerJourney]
  private let byDeal: [RepoPath: DealJourney]

  /// Reads visible records, their lives and their history.
  package init(_ workspace: Workspace, _ timeline: Timeline, _ lives: DealLives) {
    let today = lives.clock.day
    let contacts = Set(workspace.contactLists.lazy.flatMap(\.contacts).map(\.id))
    let interactions = Dictionary(grouping: workspace.interactions) { $0.customer }
    let profiles = Dictionary(workspace.customers.map { ($0.slug, $0) }) { first, _ in first }
    let byRecord = Dictionary(lives.lives.map { ($0.record, $0) }) { first, _ in first }
    var deals: [String: [DealJourney]] = [:]
    var byDeal: [RepoPath: DealJourney] = [:]
    for deal in workspace.deals {
      guard let life = byRecord[deal.source.path] else { continue }
      let gate = StageGate(
        deal, customer: profiles[deal.customer], interactions: interactions[deal.customer] ?? [], contacts: contacts)
      let journey = DealJourney(life, gate: gate, today: today)
      byDeal[deal.source.path] = journey
      deals[deal.customer, default: []].append(journey)
    }
    self.byDeal = byDeal
    let states = AccountStates(workspace, timeline, lives.clock)
    let sales =
      workspace.workflows.first { $0.subject == .deal && $0.workflowID == CustomerJourneyReading.fallback } ?? .standard
    let workflows = workspace.workflows.filter { $0.subject == .account }
    var customers: [String: CustomerJourney] = [:]
    for customer in workspace.customers where customers[customer.slug] == nil {
      let reading = CustomerJourneyReading(
        customer: customer, deals: (deals[customer.slug] ?? []).sorted { $0.record < $1.record },
        states: states.track(of: customer), sales: sales, workflows: workflows,
        gate: StageGate(
          account: customer, interactions: interactions[customer.slug] ?? [], contacts: contacts, today: today),
        today: today)
      customers[customer.slug] = reading.journey()
    }
    self.customers = customers
  }

  /// The journey of a customer; nil when there is no such customer.
  package func journey(of customer: String) -> CustomerJourney? { customers[customer] }

  /// The way of a deal; nil when there is no such deal on that day.
  package func journey(of deal: Deal) -> DealJourney? { byDeal[deal.source.path] }
}
