package import Diagnostics
package import PipelineMetrics
package import WorkspaceModel

/// What answers tell of single records, by the same rules as packs.
extension PackSources {
  private func reading(_ customer: String) -> PackReading? {
    reports.customers[customer].map { PackReading(sources: self, options: PackOptions(.compact), customer: $0) }
  }

  /// How a customer does today.
  package func health(of customer: String) -> CustomerHealth? { reports.health.score(of: customer) }

  /// How a deal stands today.
  package func standing(_ deal: Deal) -> DealStanding? { reading(deal.customer)?.standing(deal) }

  /// The exit criteria of its stage that a deal does not meet, in words.
  package func missing(_ deal: Deal) -> String? { reading(deal.customer)?.missing(deal) }

  /// What an open deal asks of us today.
  package func reasons(_ deal: Deal) -> [AttentionReason] {
    deal.isOpen ? reading(deal.customer)?.attention(deal).reasons ?? [] : []
  }

  /// What a customer asks of us today.
  package func reasons(ofCustomer slug: String) -> [AttentionReason] { reading(slug)?.attention.reasons ?? [] }

  /// What an alert fired for, in words.
  package func because(_ alert: Alert) -> String {
    let values = alert.values.map { "\(ReportWords.words($0.name)) \($0.value)" }
    return values.isEmpty ? alert.evidence.first?.quote ?? "no values noted" : values.joined(separator: ", ")
  }

  /// Deals of a customer, in the order of paths.
  package func deals(of customer: String) -> [Deal] { dealsOf[customer] ?? [] }

  /// The customer of a slug.
  package func customer(_ slug: String) -> Customer? { reports.customers[slug] }

  /// What happened with a customer, oldest first.
  package func interactions(of customer: String) -> [Interaction] { reports.interactions[customer] ?? [] }

  /// The newest day on which the customer took part in something.
  package func lastTwoWay(_ customer: String) -> Day? { reports.contacts.contacts(with: customer).last?.on }

  /// The workspace's day of a moment.
  package func day(of instant: Instant) -> Day { reports.clock.day(of: instant) }

  /// The day that all of it is told for.
  package var today: Day { reports.clock.day }

  /// What the changes of one version of a record say in a line.
  package func summary(_ events: [FieldEvent], of record: RepoPath) -> String {
    reports.words.summary(events.map(FieldChange.init), in: record)
  }
}
