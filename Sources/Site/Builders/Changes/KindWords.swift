internal import WorkspaceModel

/// How kinds of records are called in lists of changes, and in which order they stand.
enum KindWords {
  /// "Deal", "Battlecard".
  static func label(_ kind: RecordKind) -> String {
    switch kind {
    case .usage: "Usage"
    case .people: "People"
    default: Slug.title(of: kind.noun)
    }
  }

  /// "Deals", "Training".
  static func plural(_ kind: RecordKind) -> String {
    switch kind {
    case .people, .access, .settings, .contacts, .usage, .billing, .training, .retention, .controls, .processing,
      .triggers, .approvals:
      Slug.title(of: kind.noun)
    case .security: "Security answers"
    case .agents: "Agents"
    default: Slug.title(of: kind.noun) + "s"
    }
  }

  /// Place in a list: what sells first, what merely works last.
  static func rank(_ kind: RecordKind) -> Int { order.firstIndex(of: kind) ?? order.count }

  private static let order: [RecordKind] = [
    .deal, .customer, .battlecard, .insight, .interaction, .task, .contacts, .playbook, .template, .security,
    .training, .alert, .report, .workflow, .triggers, .agents, .integration, .people, .access, .approvals,
  ]

  /// A symbol of `assets/css/icons.css`.
  static func icon(_ kind: RecordKind) -> String {
    switch kind {
    case .customer: "customers"
    case .contacts, .people: "people"
    case .deal: "deal"
    case .interaction: "chat"
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
