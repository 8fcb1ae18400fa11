/// The record of an account.
package struct CustomerPage: PageModel {
  package static let layout = "customer"

  /// The top of the page.
  package var head: PageHead
  /// The sections present, in order.
  package var tabs: [Tab]
  /// The attribute panel.
  package var factGroups: [FactGroup]
  /// Missing for prospects.
  package var healthScore: HealthScore?
  /// What to do, each with its reason; missing when there is nothing.
  package var actionPanel: Panel?
  /// Firing for this account or one of its deals.
  package var alerts: [AlertItem]
  /// The profile's text.
  package var story: HTML?
  /// From the first lead to renewal; missing for who goes none.
  package var journey: JourneySection?
  /// The people of the open deals by influence and stance; missing without an open deal.
  package var peopleMap: CommitteeMap?
  /// What history knows of the account's files in the last days.
  package var changed: Panel
  /// The cards against those who compete for the account; missing when nobody does.
  package var rivals: Panel?
  /// Newest month first, as many as a page holds.
  package var timeline: [TimelineMonth]
  /// The page with every interaction; missing without any.
  package var allInteractions: Link?
  /// "38 interactions since May 2025, 21 of them two-way".
  package var timelineSummary: String
  /// The open ones, next close first.
  package var deals: [DealCard]
  /// Won and lost ones, newest first; missing when there are none.
  package var closedDeals: Panel?
  /// Sorted by weight in the open deals.
  package var contacts: [ContactItem]
  /// The page with every detail of the contacts.
  package var allContacts: Link
  /// Accepted ones first.
  package var insights: [InsightItem]
  /// Open ones first.
  package var tasks: [TaskItem]
  /// One chart a metric.
  package var usage: [Sparkline]
  /// The page of the invoices.
  package var billing: Link?
  /// The other files in the account's folder.
  package var documents: Panel
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// How the account does, with its parts.
package struct HealthScore: Sendable {
  /// "36 of 100", or "Insufficient data".
  package var score: String
  /// Whether too little is known for a score.
  package var isInsufficient: Bool
  /// Critical, at risk, fair, healthy; missing without a score.
  package var band: Badge?
  /// "Known for 85 % of the weight".
  package var coverage: String
  /// "Below 40: notice given on 1 Oct 2026".
  package var caps: [String]
  /// One bar a component.
  package var components: [Meter]
  /// How it moved; missing when too little is known of the past.
  package var trend: HealthLine?
  /// Where the parts are.
  package var explanation: Link
}

/// A health score over half a year or a quarter, in a box of 240 × 48 from 0 to 100.
package struct HealthLine: Sendable {
  /// `x,y` pairs, y growing downwards.
  package var points: String
  /// The last pair's x, as digits.
  package var lastX: String
  /// The last pair's y, as digits.
  package var lastY: String
  /// All points in a sentence.
  package var reading: String
  /// "−6 since 27 May 2026, by usage, engagement".
  package var caption: String
}

/// Somebody at the customer.
package struct ContactItem: Sendable {
  /// Two letters.
  package var initials: String
  /// The full name.
  package var name: String
  /// The anchor, equal to the contact's id.
  package var anchor: String
  /// "Head of Facilities, Operations".
  package var position: String?
  /// Champion, blocker and so on, from the deals.
  package var roles: [Badge]
  /// "In favour, influence 4 of 5".
  package var standing: String?
  /// The first address.
  package var email: String?
  /// Missing when the audience may not see it.
  package var phone: String?
  /// The last two-way contact.
  package var lastContact: Day?
  /// Whether they work elsewhere now.
  package var hasLeft: Bool
  /// Whether they must not be written to.
  package var isDoNotContact: Bool
}

/// A series as a small line.
package struct Sparkline: Sendable {
  /// "Active users".
  package var metric: String
  /// The last value: "41 of 60".
  package var latest: String
  /// "−18 % in 28 days".
  package var change: String?
  /// A class name for the change: neutral, positive, negative or warning.
  package var changeTone: String
  /// `x,y` pairs in a box of 240 × 48, y growing downwards.
  package var points: String
  /// The last pair's x, as digits.
  package var lastX: String
  /// The last pair's y, as digits.
  package var lastY: String
  /// The whole series in a sentence.
  package var reading: String
}
