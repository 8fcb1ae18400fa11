/// The values that filters of metrics can have in a workspace, collected once.
package struct MetricNames: Sendable {
  private let values: [MetricFilter: Set<String>]
  /// Stage ids by workflow id.
  private let stages: [String: [String]]

  /// Whatever records are called and whatever deals name.
  package init(_ workspace: Workspace) {
    var deals: [MetricFilter: Set<String>] = [:]
    var used: [String: Workflow] = [:]
    for deal in workspace.deals {
      deals[.competitor, default: []].formUnion(deal.competitors)
      if let owner = deal.owner { deals[.owner, default: []].insert(owner) }
      deals[.customer, default: []].insert(deal.customer)
      let workflow = workspace.workflow(for: deal)
      used[workflow.workflowID] = workflow
    }
    for workflow in workspace.workflows where workflow.subject == .deal { used[workflow.workflowID] = workflow }
    if used.isEmpty { used[Workflow.standard.workflowID] = .standard }
    stages = used.mapValues { $0.stages.map(\.id) }
    values = [
      .competitor: Set(workspace.battlecards.map(\.slug)).union(deals[.competitor] ?? []),
      .segment: Set(Customer.Segment.allCases.map(\.rawValue)),
      .owner: Set(workspace.people.map(\.id)).union(deals[.owner] ?? []),
      .team: Set(workspace.people.compactMap(\.team)),
      .customer: Set(workspace.customers.map(\.slug)).union(deals[.customer] ?? []),
      .pipeline: Set(used.keys), .stage: Set(used.values.flatMap { $0.stages.map(\.id) }),
    ]
  }

  /// The values of a filter.
  package func known(_ filter: MetricFilter) -> Set<String> { values[filter] ?? [] }

  /// The values of a filter beside the other conditions of a query.
  package func known(_ filter: MetricFilter, of query: MetricQuery) -> Set<String> {
    guard filter == .stage, let pipeline = query[.pipeline] else { return known(filter) }
    return Set(stages[pipeline] ?? [])
  }

  /// The pipelines that a query of a stage can mean, in the order of their ids.
  package func pipelines(having stage: String, of query: MetricQuery) -> [String] {
    let wanted = query[.pipeline]
    return stages.keys.filter { id in wanted.map { $0 == id } ?? true && stages[id]?.contains(stage) ?? false }.sorted()
  }
}
