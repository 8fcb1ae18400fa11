/// The alerts, by state.
package struct PulsePage: PageModel {
  package static let layout = "pulse"

  /// The top of the page.
  package var head: PageHead
  /// Firing, acknowledged, resolved.
  package var groups: [AlertGroup]
  /// The pulse reports.
  package var reports: Panel
}

/// The alerts of one state.
package struct AlertGroup: Sendable {
  /// "Firing".
  package var groupTitle: String
  /// Unique in the page.
  package var anchor: String
  /// How many.
  package var countText: String
  /// Most severe first.
  package var alerts: [AlertItem]
  /// What is missing, when there are no alerts.
  package var emptyTitle: String
  /// What that means, under 14 words.
  package var emptyHint: String
}

/// One alert with its evidence.
package struct AlertPage: PageModel {
  package static let layout = "alert"

  /// The top of the page.
  package var head: PageHead
  /// State, fired, acknowledged, verdict.
  package var factGroups: [FactGroup]
  /// Why it fired, in a sentence.
  package var reason: String
  /// The rule.
  package var rule: Link
  /// The values that fired it.
  package var readings: [AlertReading]
  /// Words that fired it.
  package var quotes: [Quote]
  /// What was done at once.
  package var actionsTaken: [String]
  /// The playbook to follow.
  package var suggestedPlay: Link?
  /// How to acknowledge, judge, silence.
  package var commands: [CommandLine]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// A value that took part in firing.
package struct AlertReading: Sendable {
  /// "Health score".
  package var name: String
  /// "36".
  package var value: String
  /// "below 40".
  package var threshold: String?
}

/// A command to copy.
package struct CommandLine: Sendable {
  /// What it does.
  package var purpose: String
  /// To paste into a terminal.
  package var line: String
}

/// The rules, in words.
package struct RulesPage: PageModel {
  package static let layout = "rules"

  /// The top of the page.
  package var head: PageHead
  /// The rules, by anchor.
  package var toc: [Heading]
  /// Most severe first.
  package var rules: [RuleItem]
  /// Silences in force.
  package var silences: DataTable
  /// Who hears of what.
  package var routes: DataTable
  /// Where the page comes from.
  package var provenance: Provenance
}

/// A trigger rule.
package struct RuleItem: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// Its title.
  package var title: String
  /// Severity.
  package var severity: Badge
  /// "When an interaction arrives that contains one of 4 phrases, …".
  package var sentence: String
  /// Phrases looked for.
  package var keywords: [String]
  /// Conditions, in the rule's language.
  package var conditions: [String]
  /// What it does.
  package var actions: [String]
  /// Owner, cooldown, review date.
  package var facts: [Fact]
  /// "Fired 3 times in 90 days, 2 useful".
  package var record: String
}

/// The connected systems.
package struct IntegrationsPage: PageModel {
  package static let layout = "integrations"

  /// The top of the page.
  package var head: PageHead
  /// In order.
  package var integrations: [IntegrationItem]
  package var provenance: Provenance?
}

/// One connected system.
package struct IntegrationItem: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// "Salesforce".
  package var title: String
  /// Ok, partial, failed, never.
  package var status: Badge
  /// When it last ran.
  package var lastSync: Day?
  /// "412 fetched, 9 written".
  package var syncResult: String?
  /// Stored here against what the source holds.
  package var completeness: Meter
  /// Owner, direction, schedule, secret's name.
  package var facts: [Fact]
  /// A remark.
  package var caution: String?
  /// Field by field.
  package var mappings: [FieldMapping]
  /// "6 fields mapped".
  package var mappingText: String
}

/// Where a field goes.
package struct FieldMapping: Sendable {
  /// Their name.
  package var theirs: String
  /// Ours.
  package var ours: String
}
