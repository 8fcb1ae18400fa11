internal import Diagnostics
internal import WorkspaceModel

extension SalesReading {
  /// The records that history says changed last, with a page of their own.
  func changedPanel() -> Panel {
    let recent = site.visible.facts.filter { path, facts in
      today.days(since: facts.changedAt.day) <= 7 && site.index.records[path] != nil && site.addresses.href(path) != nil
    }.sorted { left, right in
      left.value.changedAt.seconds != right.value.changedAt.seconds
        ? left.value.changedAt.seconds > right.value.changedAt.seconds : left.key < right.key
    }
    let items = recent.prefix(12).compactMap { path, facts -> ListItem? in
      guard let record = site.index.records[path], let page = site.addresses.href(path) else { return nil }
      let noun = sentenceCase(record.source.kind.noun)
      return ListItem(
        icon: icon(record), title: (record as? Deal).map(standaloneTitle) ?? site.qualifiedTitle(record), page: page,
        detail: "\(noun), by \(facts.changedBy)",
        on: Day(facts.changedAt.day, relativeTo: today))
    }
    return Panel(
      panelTitle: "Changed in the last 7 days", anchor: "changed", countText: Format.count(recent.count, "record"),
      items: items,
      more: site.changes.isEmpty ? nil : Link(text: "All changes", href: Href("/changes/")),
      emptyTitle: "No recent changes",
      emptyHint: site.visible.facts.isEmpty ? "The history of the files is not known." : "No record changed for a week."
    )
  }

  /// The symbol of a record, by its kind.
  func icon(_ record: any WorkspaceRecord) -> String {
    switch record.source.kind {
    case .customer: "customers"
    case .contacts, .people: "people"
    case .deal: "deal"
    case .interaction: SalesWords.icon((record as? Interaction)?.kind)
    case .insight: "insight"
    case .task: "task"
    case .battlecard: "battlecard"
    case .playbook: "playbook"
    case .template, .contextTemplate: "template"
    case .training: "training"
    case .security: "security"
    case .workflow: "workflow"
    case .alert: "alert"
    case .report, .forecast: "report"
    case .agents, .claudeAgent, .toolsMap: "agent"
    case .integration: "integration"
    case .triggers: "rule"
    case .access, .approvals: "access"
    case .retention, .controls, .processing: "compliance"
    case .usage: "signal"
    case .settings, .redirects, .billing, .dailyPlan, .assistantSettings, .page, .data, .asset: "document"
    }
  }
}
