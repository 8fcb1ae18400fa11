/// One of us, with what they carry.
package struct PersonPage: PageModel {
  package static let layout = "person"

  /// The top of the page.
  package var head: PageHead
  /// Team, manager, since when.
  package var factGroups: [FactGroup]
  /// The plans of today and of the next working day, where the reader may see them.
  package var plans: [PlanItem]
  /// Targets, this period first.
  package var quotas: [QuotaItem]
  /// Accounts they own or look after.
  package var accounts: DataTable
  /// Open deals.
  package var deals: DataTable
  /// Open tasks, most urgent first.
  package var tasks: [TaskItem]
  /// Those who report to them.
  package var reports: [Person]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// A personal plan for one day.
package struct PlanItem: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// "Today", "Tomorrow".
  package var dayName: String
  /// The day itself.
  package var on: Day
  /// Its title, with its page.
  package var plan: Link
  /// "2 of 5 done"; nil for a plan without boxes to tick.
  package var progress: String?
  /// Its text; nil when it has none or none that could be rendered.
  package var body: HTML?
}

/// A target and how far they are.
package struct QuotaItem: Sendable {
  /// "Q4 2026".
  package var period: String
  /// "Bookings".
  package var measure: String
  /// "210 kEUR ARR".
  package var goal: String
  /// How far.
  package var attainment: Meter
}

/// An assistant agent.
package struct AgentPage: PageModel {
  package static let layout = "agent"

  /// The top of the page.
  package var head: PageHead
  /// Model, turns, context tier, category.
  package var facts: [Fact]
  /// Completes "Use when".
  package var useWhen: String
  /// What comes back.
  package var output: String
  /// What it may call.
  package var tools: [AgentTool]
  /// What it is told.
  package var instructions: String
  /// The file generated for the assistant.
  package var generatedFile: String
  /// What it handed in lately.
  package var runs: Panel
  /// Where the page comes from.
  package var provenance: Provenance
}

/// A tool of an agent.
package struct AgentTool: Sendable {
  /// Our name for it.
  package var name: String
  /// The name the assistant calls it by.
  package var mappedTo: String
}
