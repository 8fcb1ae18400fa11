/// A report's definition.
package struct ReportPage: PageModel {
  package static let layout = "report"

  /// The top of the page.
  package var head: PageHead
  /// Level, cadence, role, period.
  package var facts: [Fact]
  /// In order.
  package var sections: [ReportSection]
  /// The text as it was computed for the moment that the site shows; nil where it is another's to read.
  package var latest: HTML?
  /// The Mustache source, where no text is shown.
  package var template: String?
  /// The same about each person or team; missing when there is none.
  package var live: Panel?
  /// Saved editions, newest first.
  package var editions: Panel
  /// How to print it in a terminal.
  package var command: CommandLine
  /// Where the page comes from.
  package var provenance: Provenance
}

/// One section of a report.
package struct ReportSection: Sendable {
  /// Counts from 1.
  package var number: Int
  /// Its heading.
  package var title: String
  /// Its name in the template.
  package var identifier: String
  /// What it is computed from.
  package var computedFrom: String
  /// What it shows.
  package var shows: String
}

/// The stages of deals or accounts.
package struct WorkflowPage: PageModel {
  package static let layout = "workflow"

  /// The top of the page.
  package var head: PageHead
  /// Applies to, owner.
  package var facts: [Fact]
  /// In order.
  package var stages: [WorkflowStage]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// One stage of a workflow.
package struct WorkflowStage: Sendable {
  /// Counts from 1.
  package var number: Int
  /// Unique in the page.
  package var anchor: String
  /// "Technical validation".
  package var stageName: String
  /// "40 %".
  package var odds: String?
  /// The forecast category.
  package var category: String?
  /// "Stale after 30 days".
  package var staleAfter: String?
  /// The playbook for it.
  package var play: Link?
  /// The records in it now: "7 deals".
  package var population: Link?
  /// What must exist before it is left.
  package var criteria: [WorkflowCriterion]
}

/// One exit criterion.
package struct WorkflowCriterion: Sendable {
  /// In words.
  package var text: String
  /// In the rule language.
  package var needs: String?
}

/// Who sees what.
package struct AccessPage: PageModel {
  package static let layout = "access"

  /// The top of the page.
  package var head: PageHead
  /// The default first.
  package var audiences: [AudienceItem]
  /// Who has to agree to changes where.
  package var approvals: DataTable
  /// Where the page comes from.
  package var provenance: Provenance
}

/// One audience.
package struct AudienceItem: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// "Everyone at Larkspur".
  package var title: String
  /// Its id in `access.yaml`.
  package var identifier: String
  /// Default, this build.
  package var badges: [Badge]
  /// "Everyone", "3 people".
  package var membership: String
  /// By name, where they are listed.
  package var members: [Person]
  /// Patterns.
  package var sees: [String]
  /// Patterns taken away again.
  package var hides: [String]
  /// Fields that are never printed.
  package var hiddenFields: [String]
}

/// The findings of the check.
package struct HealthPage: PageModel {
  package static let layout = "health"

  /// The top of the page.
  package var head: PageHead
  /// Errors, warnings, notes.
  package var groups: [FindingGroup]
  /// Freshness by kind of page.
  package var freshness: DataTable
  /// How soon alerts arrive.
  package var delays: DataTable
}

/// The findings of one severity.
package struct FindingGroup: Sendable {
  /// "Errors".
  package var groupTitle: String
  /// Unique in the page.
  package var anchor: String
  /// How many.
  package var countText: String
  /// A class name: urgent, warning or info.
  package var tone: String
  /// Sorted by place.
  package var findings: [Finding]
  /// What is missing, when there are none.
  package var emptyTitle: String
}

/// One finding.
package struct Finding: Sendable {
  /// What is wrong.
  package var message: String
  /// The id of the check.
  package var checkName: String
  /// What the check wants and why.
  package var checkPage: Href?
  /// Who answers for the record.
  package var owner: Link?
  /// When the file last changed.
  package var changed: Day?
  /// A command that mends it.
  package var fixCommand: String?
  /// `customers/acme/profile.md:12:7`.
  package var place: String
  /// The page made of that file.
  package var page: Href?
  /// The line, as it stands.
  package var excerpt: String?
  /// Why it matters.
  package var reason: String?
  /// How to mend it.
  package var help: String?
}
