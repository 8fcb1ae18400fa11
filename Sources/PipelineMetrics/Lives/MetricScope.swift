package import WorkspaceModel

/// Which deals a metric is about; what is nil does not narrow.
package struct MetricScope: Hashable, Sendable {
  /// Person ids of owners.
  package var people: Set<String>?
  /// Team names of owners.
  package var teams: Set<String>?
  package var segments: Set<Customer.Segment>?
  /// Customer slugs.
  package var customers: Set<String>?
  /// Workflow ids.
  package var pipelines: Set<String>?
  package var types: Set<Deal.DealType>?
  /// Battlecard slugs; a deal belongs to each that it names.
  package var competitors: Set<String>?
  /// Deals without an amount belong to every kind.
  package var amountKind: Money.Kind?

  /// A scope that is narrowed as told.
  package init(
    people: Set<String>? = nil, teams: Set<String>? = nil, segments: Set<Customer.Segment>? = nil,
    customers: Set<String>? = nil, pipelines: Set<String>? = nil, types: Set<Deal.DealType>? = nil,
    competitors: Set<String>? = nil, amountKind: Money.Kind? = nil
  ) {
    self.people = people
    self.teams = teams
    self.segments = segments
    self.customers = customers
    self.pipelines = pipelines
    self.types = types
    self.competitors = competitors
    self.amountKind = amountKind
  }

  /// Whether it says nothing of the deals themselves.
  var concernsOwnersOnly: Bool {
    segments == nil && customers == nil && pipelines == nil && types == nil && competitors == nil
      && amountKind == nil
  }

  /// Everything.
  package static let all = MetricScope()
}
