package import Diagnostics
package import WorkspaceModel

/// When customers took part in something with us, worked out once for all metrics that ask (domain 1.6).
package struct TwoWayContacts: Sendable {
  /// One interaction in which a customer took part.
  package struct Contact: Hashable, Sendable {
    package let record: RepoPath
    package let on: Day
    /// Contact ids; empty for a mail of which nobody noted the sender.
    package let people: Set<String>
    /// Slugs; empty when it is about the customer as a whole.
    package let deals: [String]
  }

  private let byCustomer: [String: [Contact]]

  /// The two-way contacts up to the clock's day.
  package init(_ workspace: Workspace, clock: MetricClock) {
    let externals = Set(workspace.contactLists.lazy.flatMap(\.contacts).map(\.id))
    var byCustomer: [String: [Contact]] = [:]
    for interaction in workspace.interactions where interaction.isTwoWay(isExternal: externals.contains) {
      guard let instant = interaction.occurredAt else { continue }
      let day = clock.day(of: instant)
      guard day <= clock.day else { continue }
      byCustomer[interaction.customer, default: []].append(
        Contact(
          record: interaction.source.path, on: day, people: externals.intersection(interaction.participants),
          deals: interaction.deals))
    }
    self.byCustomer = byCustomer.mapValues { contacts in
      contacts.sorted { $0.on == $1.on ? $0.record < $1.record : $0.on < $1.on }
    }
  }

  /// Those with a customer, oldest first.
  package func contacts(with customer: String) -> [Contact] { byCustomer[customer] ?? [] }

  /// Those that concern a deal, oldest first.
  package func contacts(about deal: String, of customer: String) -> [Contact] {
    contacts(with: customer).filter { $0.deals.isEmpty || $0.deals.contains(deal) }
  }

  /// Everybody at a customer who was in touch in the days up to and including one day.
  package func people(at customer: String, in days: Int, through day: Day) -> Set<String> {
    var people: Set<String> = []
    for contact in contacts(with: customer) where contact.on <= day && day.days(since: contact.on) <= days {
      people.formUnion(contact.people)
    }
    return people
  }
}
