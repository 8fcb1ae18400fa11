internal import Diagnostics
internal import Intelligence
internal import WorkspaceModel

extension SiteReading {
  /// Pages about how the team works: people, workflows, agents, rules, integrations, reports, alerts, registers, access
  /// and health.
  func setupPlan(_ sources: Once<ReportSources>) -> [PlannedPage] {
    let shelf = SetupShelf(self)
    var plan = peoplePlan(shelf)
    plan += workflowPlan()
    plan += agentPlan()
    plan += rulePlan(shelf)
    plan += integrationPlan()
    plan += reportPlan(shelf, sources)
    plan += pulsePlan(shelf)
    plan += compliancePlan(shelf)
    plan += accessPlan(shelf)
    plan += healthPlan()
    return plan
  }

  private func accessPlan(_ shelf: SetupShelf) -> [PlannedPage] {
    guard shelf.documents.layout.has("/access/") else { return [] }
    let file = workspace.plainFiles.first { $0.source.kind == .access }
    return [PlannedPage("/access/", .access, source: file?.source.path) { $0.accessPage() }]
  }

  private func healthPlan() -> [PlannedPage] {
    [
      PlannedPage("/health/", .health) { $0.healthPage() },
      PlannedPage("/health/adoption/", .health) { $0.adoptionPage() },
      PlannedPage("/health/checks/", .health) { $0.checksPage() },
    ]
  }

  /// Where a page made of several files, or of none, comes from.
  func provenanceOrNone(_ source: RecordSource?) -> Provenance {
    if let source { return provenance(source) }
    return Provenance(
      sourcePath: "", sourceHref: nil, editHref: nil, historyHref: nil, changeVerb: "Changed", changedOn: nil,
      changedBy: nil, commitShort: nil, commitPage: nil, reviewed: nil, isUnknown: true)
  }
}
