/// The record of a call, a mail, a meeting.
package struct InteractionPage: PageModel {
  package static let layout = "interaction"

  /// The top of the page.
  package var head: PageHead
  /// The attribute panel.
  package var factGroups: [FactGroup]
  /// The customer's people, then ours.
  package var sides: [ParticipantSide]
  /// What came out of it, in a sentence.
  package var outcome: String?
  /// The notes.
  package var body: HTML?
  /// Insights that quote it.
  package var insights: [InsightItem]
  /// The rest of the thread, oldest first.
  package var thread: Panel?
  /// The one before at this customer.
  package var previous: Link?
  /// The one after.
  package var next: Link?
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// Those who took part for one company.
package struct ParticipantSide: Sendable {
  /// "Norrvik Foods", "Larkspur Energy".
  package var company: String
  /// In the record's order.
  package var people: [Person]
}

/// The record of an insight.
package struct InsightPage: PageModel {
  package static let layout = "insight"

  /// The top of the page.
  package var head: PageHead
  /// The attribute panel.
  package var factGroups: [FactGroup]
  /// How sure the author is.
  package var confidence: Meter
  /// The evidence; without any it is an opinion.
  package var quotes: [Quote]
  /// The reasoning.
  package var body: HTML?
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// The record of a task.
package struct TaskPage: PageModel {
  package static let layout = "task"

  /// The top of the page.
  package var head: PageHead
  /// The attribute panel.
  package var factGroups: [FactGroup]
  /// The details.
  package var body: HTML?
  /// The records it is about.
  package var about: [ListItem]
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}
