internal import Diagnostics
internal import Search
internal import WorkspaceModel

extension SearchCatalog {
  /// One of us.
  func person(_ member: TeamMember) -> SearchEntry? {
    guard let href = reading.addresses.person(member.id) else { return nil }
    return SearchEntry(
      title: member.name, kind: "Colleague", address: href.path, group: "people",
      keywords: [member.id, member.email, member.team, member.role.map { SalesWords.role($0.rawValue) }]
        .compactMap(\.self),
      sections: [SearchSections.lead([member.jobTitle])].compactMap(\.self), importance: 1.5)
  }

  /// How the team works, and everything that is no record of a kind of its own.
  func setup() -> [SearchEntry] {
    let workspace = reading.workspace
    var entries = workspace.workflows.compactMap(workflow)
    entries += AgentEntry.all(workspace).map(agent)
    entries += workspace.integrations.compactMap(integration)
    entries += workspace.reports.compactMap(report)
    entries += workspace.alerts.compactMap(alert)
    let layout = SectionLayout(reading)
    for page in workspace.pages where !layout.isIntro(page) {
      guard var entry = entry(page, kind: "Page") else { continue }
      entry.facets = owned(by: page.owner)
      entries.append(entry)
    }
    var others: [any WorkspaceRecord] = workspace.contextTemplates
    others += workspace.dailyPlans
    others += workspace.forecasts
    others += workspace.registers
    others += workspace.plainFiles
    others += workspace.tables
    for record in others {
      guard var entry = entry(record), !Self.isSectionPage(entry.address) else { continue }
      if let table = record as? WorkspaceModel.DataTable, let customer = table.customer {
        entry.owner = reading.customerName(customer)
      }
      entry.importance = 0.7
      entries.append(entry)
    }
    return entries
  }

  /// The pages of the menu and the folders.
  func sections() -> [SearchEntry] {
    let layout = SectionLayout(reading)
    let shelf = DocumentShelf(reading)
    let folders = shelf.folders.map { ($0, shelf.title(of: $0)) }
    let named = layout.names.map { ($0.key, $0.value) }.filter { $0.0 != "/contacts/" }
    let changes = reading.changes.isEmpty ? [] : [("/changes/", "Changes")]
    return (named + folders + changes).sorted { $0.0 < $1.0 }.map { address, title in
      let intro = layout.intro(address)
      return SearchEntry(
        title: title, kind: "Section", address: address, group: "sections",
        aliases: intro.map { $0.title == title ? [] : [$0.title] } ?? [],
        sections: [SearchSections.lead([intro?.source.summary])].compactMap(\.self)
          + (intro.map { body($0.source) } ?? []), importance: 1.5)
    }
  }

  private static func isSectionPage(_ address: String) -> Bool { PageAddress.reserved.contains(address) }

  private func workflow(_ workflow: Workflow) -> SearchEntry? {
    guard var entry = entry(workflow) else { return nil }
    entry.facets = owned(by: workflow.owner)
    let stages = workflow.stages.flatMap { [$0.name] + $0.exitCriteria.map(\.text) }
    entry.sections += [SearchSections.lead(stages)].compactMap(\.self)
    return entry
  }

  private func agent(_ agent: AgentEntry) -> SearchEntry {
    SearchEntry(
      title: agent.name, kind: "Agent", address: "/agents/\(agent.name)/", group: "agents",
      facets: owned(by: agent.definition?.owner),
      sections: [
        SearchSections.lead([agent.purpose, agent.useWhen]),
        SearchSections.part("What comes back", "output", [agent.definition?.output]),
        SearchSections.part("Instructions", "instructions", [agent.definition?.instructions]),
      ].compactMap(\.self))
  }

  private func integration(_ integration: Integration) -> SearchEntry? {
    guard var entry = entry(integration) else { return nil }
    entry.facets = owned(by: integration.owner)
    entry.sections = [SearchSections.lead([integration.note, integration.schedule])].compactMap(\.self)
    return entry
  }

  private func report(_ report: ReportDefinition) -> SearchEntry? {
    guard var entry = entry(report) else { return nil }
    entry.facets = owned(by: report.owner)
    // The text is a template; what it shows are its sections.
    entry.sections =
      [SearchSections.lead([report.source.summary] + report.sections.flatMap { [$0.title, $0.shows] })].compactMap(
        \.self)
    entry.importance = 1.2
    return entry
  }

  private func alert(_ alert: Alert) -> SearchEntry? {
    let customer = alert.subject?.split(separator: "/").first.map { reading.customerName(String($0)) } ?? ""
    let subject = alert.subject.flatMap { reading.index.deals[$0]?.name } ?? customer
    let rule = alert.rule.map { Slug.title(of: $0) } ?? "Unknown rule"
    guard var entry = entry(alert, title: subject.isEmpty ? rule : "\(rule): \(subject)") else { return nil }
    entry.owner = customer
    entry.sections += [SearchSections.lead(alert.evidence.map(\.quote))].compactMap(\.self)
    entry.importance = 0.8
    entry.age = age(alert.firedAt?.day)
    return entry
  }
}
