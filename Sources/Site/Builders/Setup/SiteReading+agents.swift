internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The catalogue of agents, and a page for each.
  func agentPlan() -> [PlannedPage] {
    let entries = AgentEntry.all(workspace)
    guard !entries.isEmpty else { return [] }
    let map = workspace.plainFiles.first { $0.source.kind == .toolsMap }
    let tools = Dictionary(
      (map?.source.fields?["tools"]?.entries ?? []).map { ($0.key, $0.value.text ?? "Unknown") }
    ) { first, _ in first }
    var plan = [PlannedPage("/agents/", .agents, source: map?.source.path) { $0.agentIndex(entries) }]
    for entry in entries {
      plan.append(
        PlannedPage("/agents/\(entry.name)/", .agents, source: entry.claudeSource?.path) { $0.agentPage(entry, tools) })
    }
    return plan
  }

  private func agentIndex(_ entries: [AgentEntry]) -> IndexPage {
    let grouped = Dictionary(grouping: entries) { $0.definition?.category ?? "" }
    let known = ["customer-intelligence", "sales-support", "automation", "analytics"]
    let others = grouped.keys.filter { !known.contains($0) && !$0.isEmpty }.sorted() + (grouped[""] == nil ? [] : [""])
    let groups = (known.filter { grouped[$0] != nil } + others).map { category in
      let agents = grouped[category] ?? []
      return CardGroup(
        groupTitle: category.isEmpty ? "Without a category" : Slug.title(of: category),
        anchor: category.isEmpty ? "other" : category, countText: Format.count(agents.count, "agent"),
        groupSummary: nil, cards: agents.map(agentCard), isOrdered: false, emptyTitle: "No agents yet",
        emptyHint: "Define one under workspace-setup/agents.")
    }
    return IndexPage(
      head: PageHead(
        title: "Agents", kicker: "Workspace", headIcon: "agent",
        lede: "Assistants with one purpose each, and when to use which."),
      intro: nil, groups: groups, provenance: nil)
  }

  private func agentCard(_ entry: AgentEntry) -> Card {
    var details: [String] = []
    if let model = entry.definition?.model { details.append(model) }
    details.append(Format.count(entry.definition?.tools.count ?? 0, "tool"))
    if entry.claude == nil { details.append("no assistant file yet") }
    return Card(
      icon: "agent", title: entry.name, page: Href("/agents/\(entry.name)/"), summary: entry.purpose, badges: [],
      details: details, owner: entry.definition?.owner.map { person($0) })
  }

  private func agentPage(_ entry: AgentEntry, _ tools: [String: String]) -> AgentPage {
    let agent = entry.definition
    let source = entry.ownSource ?? entry.claudeSource
    var facts = [
      textFact("Category", agent?.category.map { Slug.title(of: $0) }), textFact("Model", agent?.model),
      textFact("Most turns", agent?.maxTurns.map(String.init)),
    ]
    if let tier = agent?.tier { facts.append(textFact("Begins with", "\(Slug.title(of: tier)) context")) }
    facts.append(peopleFact("Owner", agent?.owner.map { [$0] } ?? []))
    return AgentPage(
      head: PageHead(
        title: entry.name, kicker: "Agent", headIcon: "agent", lede: entry.purpose,
        crumbs: [Crumb(text: "Agents", href: Href("/agents/"))], people: answerers(agent?.owner),
        actions: source.flatMap { provenance($0).editHref }.map { [Link(text: "Edit", href: $0)] } ?? []),
      facts: facts, useWhen: entry.useWhen ?? "somebody asks for it by name", output: agent?.output ?? "Unknown",
      tools: (agent?.tools ?? []).map { tool in
        AgentTool(name: tool, mappedTo: entry.own == nil ? tool : tools[tool] ?? "Unknown")
      },
      instructions: agent?.instructions ?? entry.claudeSource.map { Self.bodyText($0) } ?? "",
      generatedFile: entry.generatedFile, runs: runs(entry.name), provenance: provenanceOrNone(source))
  }

  /// What an agent handed in, newest first.
  private func runs(_ agent: String) -> Panel {
    let found = workspace.insights.filter { $0.agent == agent }.sorted { left, right in
      let (one, two) = (left.createdOn?.number ?? .min, right.createdOn?.number ?? .min)
      return one == two ? left.source.path < right.source.path : one > two
    }
    let items = found.prefix(8).compactMap { insight -> ListItem? in
      guard let page = addresses.href(insight.source.path) else { return nil }
      let detail = [customerName(insight.customer), insight.author].compactMap(\.self).joined(separator: " · ")
      return ListItem(
        icon: "signal", title: insight.statement, page: page, detail: detail,
        badges: insight.status.map { [Badge(text: Slug.title(of: $0.rawValue), tone: "neutral")] } ?? [],
        on: insight.createdOn.map { Day($0) })
    }
    return Panel(
      panelTitle: "Last runs", anchor: "runs", countText: String(found.count), items: items, more: nil,
      emptyTitle: "Nothing handed in yet", emptyHint: "Findings of fieldbook agents run appear here.")
  }
}
