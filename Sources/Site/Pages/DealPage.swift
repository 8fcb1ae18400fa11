/// The record of a deal.
package struct DealPage: PageModel {
  package static let layout = "deal"

  /// The top of the page.
  package var head: PageHead
  /// The sections present, in order.
  package var tabs: [Tab]
  /// The stages of its own pipeline with their dates.
  package var trail: [JourneyItem]
  /// Where the deal lies in the journey of its customer; missing when the customer has no page.
  package var account: AccountStrip?
  /// The attribute panel.
  package var factGroups: [FactGroup]
  /// Missing is itself a finding.
  package var nextStep: NextStep?
  /// What the stage asks for before the deal moves on.
  package var exitCriteria: ExitCriteria?
  /// Where it is told what every stage asks for; missing when none asks for anything.
  package var allGates: Link?
  /// What to do, each with its reason and what helps; missing when there is nothing.
  package var actionPanel: Panel?
  /// The eight elements, in order.
  package var meddpicc: [MeddpiccElement]
  /// How many of the eight the customer has stated.
  package var completeness: Meter
  /// The buying committee.
  package var committee: CommitteeMap
  /// What we are up against.
  package var competitors: [CompetitorItem]
  /// The part of the playbook for this stage.
  package var play: Play?
  /// Open alerts about it or its customer.
  package var alerts: [AlertItem]
  /// The situation in words.
  package var story: HTML?
  /// Why it was won or lost.
  package var verdict: DealVerdict?
  /// Interactions about this deal, newest month first.
  package var timeline: [TimelineMonth]
  /// The page with every interaction of the customer; missing without any.
  package var allInteractions: Link?
  /// Insights drawn from them.
  package var insights: [InsightItem]
  /// Open ones first.
  package var tasks: [TaskItem]
  /// Newest first.
  package var fieldChanges: [FieldChange]
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// What happens next.
package struct NextStep: Sendable {
  /// What.
  package var action: String
  /// By when.
  package var due: Day?
  /// Whose it is.
  package var assignee: Person?
  /// Overdue, today.
  package var badges: [Badge]
}

/// The outcome of a closed deal.
package struct DealVerdict: Sendable {
  /// Won or lost.
  package var outcome: Badge
  /// "Product fit".
  package var reason: String?
  /// The reason in a sentence.
  package var explanation: String?
  /// When it ended.
  package var closed: Day
  /// When to ask again.
  package var revisit: Day?
}

/// The facts that must exist before a stage is left.
package struct ExitCriteria: Sendable {
  /// The stage at hand.
  package var stageName: String
  /// The workflow that asks for them.
  package var workflow: Link
  /// "2 of 4 met".
  package var countText: String
  /// In the workflow's order.
  package var criteria: [Criterion]
}

/// One exit criterion, checked.
package struct Criterion: Sendable {
  /// In words.
  package var text: String
  /// A class name: met, waived, unmet or unknown.
  package var state: String
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// The state in words.
  package var stateLabel: String
  /// The records that prove it, or where the proof would stand.
  package var proofs: [Link]
}

/// One element of MEDDPICC.
package struct MeddpiccElement: Sendable {
  /// "M", "E", "DC".
  package var letter: String
  /// "Economic buyer".
  package var name: String
  /// From 0 to 3, as a digit.
  package var score: String
  /// "Stated by one contact".
  package var scoreLabel: String
  /// What we know.
  package var finding: String?
  /// The records that say so.
  package var evidence: [Link]
  /// When we last knew.
  package var asOf: Day?
}

/// The buying committee by influence and stance.
package struct CommitteeMap: Sendable {
  /// "6 people, 1 champion, no procurement contact".
  package var summary: String
  /// The columns, from against to for.
  package var stances: [String]
  /// From high to low influence; empty when nobody is known.
  package var rows: [CommitteeRow]
  /// Roles nobody fills yet.
  package var missingRoles: [Badge]
}

/// One band of influence.
package struct CommitteeRow: Sendable {
  /// "High".
  package var influence: String
  /// One a stance, in column order.
  package var cells: [CommitteeCell]
}

/// The people of one influence and one stance.
package struct CommitteeCell: Sendable {
  /// The column's name, again.
  package var stance: String
  /// Whether nobody is here.
  package var isVacant: Bool
  /// In order of influence.
  package var members: [CommitteeMember]
}

/// Somebody on the committee.
package struct CommitteeMember: Sendable {
  /// The full name.
  package var name: String
  /// Their entry among the customer's contacts.
  package var page: Href
  /// "Champion".
  package var role: String
  /// "3 days ago", or "No two-way contact".
  package var lastContact: String
  /// Whether they are our main contact.
  package var isPrimary: Bool
  /// A class name for the stance: positive, neutral or negative.
  package var tone: String
}

/// A competitor in a deal.
package struct CompetitorItem: Sendable {
  /// The name.
  package var name: String
  /// The battlecard.
  package var battlecard: Href?
  /// The 30-second answer.
  package var answer: String?
  /// Freshness of the card, record against them.
  package var badges: [Badge]
}

/// The steps of a playbook for one stage.
package struct Play: Sendable {
  /// The playbook's title.
  package var playTitle: String
  /// The playbook.
  package var page: Href
  /// What it is for.
  package var purpose: String
  /// Those for this stage.
  package var playSteps: [PlaybookStep]
}

/// A change to a field that the file or its history records.
package struct FieldChange: Sendable {
  /// "Close date".
  package var field: String
  /// The value before; a dash when there was none.
  package var before: String
  /// The value after.
  package var after: String
  /// When it took effect.
  package var on: Day
  /// "Pushed 72 days", "Cut 12 %".
  package var effect: Badge?
}
