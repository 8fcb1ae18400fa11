/// What a file of the workspace is, told from where it lies.
package enum RecordKind: String, CaseIterable, Sendable, Codable {
  case settings, redirects, people, access
  case customer, contacts, deal, interaction, insight, task, usage, billing
  case battlecard, playbook, template, training, security
  case workflow, contextTemplate = "context-template"
  case agents, claudeAgent = "claude-agent", toolsMap = "tools-map", integration
  case triggers, approvals, retention, controls, processing
  case report, alert, dailyPlan = "daily-plan", forecast
  case assistantSettings = "assistant-settings"
  case page, data, asset

  /// How a sentence calls one of them.
  package var noun: String {
    switch self {
    case .contextTemplate: "context template"
    case .claudeAgent: "Claude agent"
    case .redirects: "ledger of redirects"
    case .toolsMap: "tools map"
    case .dailyPlan: "daily plan"
    case .assistantSettings: "list for assistants"
    case .data: "data file"
    default: rawValue
    }
  }
}
