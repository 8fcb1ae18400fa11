/// A page of cards: battlecards, playbooks by stage, templates, a training path, agents, reports, any folder.
package struct IndexPage: PageModel {
  package static let layout = "index"

  /// The top of the page.
  package var head: PageHead
  /// The folder's own text.
  package var intro: HTML?
  /// In order.
  package var groups: [CardGroup]
  /// The folder's `index.md`.
  package var provenance: Provenance?
}

/// A titled set of cards.
package struct CardGroup: Sendable {
  /// Missing when there is only one group.
  package var groupTitle: String?
  /// Unique in the page.
  package var anchor: String
  /// "7 cards", "3 lessons, 85 min".
  package var countText: String
  /// One sentence.
  package var groupSummary: String?
  /// In order.
  package var cards: [Card]
  /// Whether the order matters, so that the cards are numbered.
  package var isOrdered: Bool
  /// What is missing, when there are no cards.
  package var emptyTitle: String
  /// What to do about it, under 14 words.
  package var emptyHint: String
}

/// A page in a listing.
package struct Card: Sendable {
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// The page's title.
  package var title: String
  /// The page.
  package var page: Href
  /// What it is about.
  package var summary: String?
  /// Stale, status, severity.
  package var badges: [Badge]
  /// Small facts: "Reviewed 5 Oct", "25 min", "3 open deals".
  package var details: [String]
  /// Who answers for it.
  package var owner: Person?
}

/// Text with its neighbours: any Markdown file that is no record.
package struct DocumentPage: PageModel {
  package static let layout = "document"

  /// The top of the page.
  package var head: PageHead
  /// The text.
  package var body: HTML
  /// Its headings.
  package var toc: [Heading]
  /// "In Processes".
  package var siblingsTitle: String
  /// The pages of the folder, the page at hand among them.
  package var siblings: [Sibling]
  /// The one before in the folder.
  package var previous: Link?
  /// The one after.
  package var next: Link?
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// What is shown for an address that leads nowhere.
package struct NotFoundPage: PageModel {
  package static let layout = "not-found"

  /// The top of the page.
  package var head: PageHead
  /// The sections of the site.
  package var suggestions: [ListItem]
}
