/// The alerts, by state.
package struct PulsePage: PageModel {
  package static let layout = "pulse"

  /// The top of the page.
  package var head: PageHead
  /// Firing, acknowledged, resolved.
  package var groups: [AlertGroup]
  /// Who has which of those that are open.
  package var owners: DataTable
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
  /// Records and values that made it fire, where no words are quoted.
  package var records: [AlertRecord]
  /// What was done at once.
  package var actionsTaken: [String]
  /// What waits for its time.
  package var actionsWaiting: [String]
  /// Tasks and proposals that came of it.
  package var created: [Link]
  /// The playbook to follow.
  package var suggestedPlay: Link?
  /// How to acknowledge, judge, silence.
  package var commands: [CommandLine]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// A record that made a rule fire.
package struct AlertRecord: Sendable {
  /// Its page.
  package var record: Link
  /// "last two-way contact, 13 Oct 2026".
  package var remark: String?
  /// The commit whose version of it counted.
  package var commitText: String?
  /// Its page.
  package var commitPage: Href?
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
  /// What it could not judge today; missing for one that waits for something to happen.
  package var unknowns: RuleUnknowns?
  /// What it would have fired in the past; missing when nobody kept a back-test.
  package var backTest: RuleBackTest?
  /// How to keep a new one.
  package var testCommand: String
}

/// What a rule could not judge.
package struct RuleUnknowns: Sendable {
  /// How many and why, "Could not judge 4 of 16: no activity: no two-way contact ever (4)".
  package var unknownText: String
  /// The accounts or deals.
  package var unknownSubjects: [FactValue]
}

/// What a rule would have fired on the days of the past.
package struct RuleBackTest: Sendable {
  /// Every episode of it.
  package var page: Href
  /// How often, "From 4 May 2025 to 23 Nov 2026 it would have fired 12 times".
  package var sentence: String
  /// Whether the rule says something else by now.
  package var isOutdated: Bool
  /// One a month.
  package var bars: [MonthBar]
  /// All of them together.
  package var barsWidth: Int
  /// The same in words.
  package var reading: String
}

/// The episodes of a month.
package struct MonthBar: Sendable {
  /// From the left.
  package var offset: Int
  /// From the top.
  package var top: Int
  package var height: Int
  /// "2026-10: 3".
  package var monthText: String
  /// Whether it had none.
  package var isEmpty: Bool
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
