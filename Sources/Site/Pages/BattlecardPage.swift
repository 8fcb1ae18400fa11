/// A battlecard; prints on one page.
package struct BattlecardPage: PageModel {
  package static let layout = "battlecard"

  /// The top of the page.
  package var head: PageHead
  /// Two or three sentences to say aloud.
  package var answer: String?
  /// Reasons.
  package var weWin: [String]
  /// Honest reasons.
  package var theyWin: [String]
  /// The comparison, row by row.
  package var claims: [Claim]
  /// "2 of 9 claims have expired".
  package var claimsSummary: String
  /// Prices heard of, newest first.
  package var prices: [PriceSeen]
  /// What they say and what we say.
  package var objections: [Objection]
  /// Questions that bring out the difference.
  package var questions: [String]
  /// What not to say.
  package var landmines: [String]
  /// Deals that show it.
  package var proof: [ProofItem]
  /// Newest first.
  package var moves: [CompetitorMove]
  /// Open deals in which they compete.
  package var openDeals: Panel
  /// Background.
  package var body: HTML?
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// One row of the comparison.
package struct Claim: Sendable {
  /// What is compared.
  package var topic: String
  /// What we offer; empty when only the figure says it.
  package var ours: String
  /// What the data say of it, when the claim is bound to a metric.
  package var live: LiveValue?
  /// What they offer.
  package var theirs: String
  /// Where we know it from.
  package var source: String
  /// When it was last checked.
  package var verified: Day?
  /// Fresh, expires soon, expired.
  package var freshness: Badge
  /// Whether it must not be relied on any more.
  package var isExpired: Bool
}

/// A figure within a sentence or a cell, as it is today.
package struct LiveValue: Sendable {
  /// "62 % (n = 13)".
  package var figure: String
  /// What it means, in a sentence.
  package var meaning: String
  /// What it was made from; nil when there is no such page.
  package var proof: Href?
  /// Whether there is no value.
  package var isUnknown: Bool
}

/// A price somebody saw.
package struct PriceSeen: Sendable {
  /// "40-site retail quote".
  package var offer: String
  /// "19,200 EUR ACV".
  package var amount: String
  /// When.
  package var seen: Day
  /// Where, in words.
  package var source: String
  /// Where, as a page.
  package var sourcePage: Href?
}

/// An objection and its reply.
package struct Objection: Sendable {
  /// Their words.
  package var says: String
  /// Ours.
  package var reply: String
}

/// A deal that proves a point.
package struct ProofItem: Sendable {
  /// The deal.
  package var deal: Link
  /// Won, lost, open.
  package var outcome: Badge
  /// What it proves.
  package var lesson: String
}

/// Something the competitor did.
package struct CompetitorMove: Sendable {
  /// When.
  package var on: Day
  /// What.
  package var text: String
  /// Where we know it from.
  package var moveSource: String?
}
