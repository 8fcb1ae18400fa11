/// The top of every page: where we are, what this is, how it stands.
package struct PageHead: Sendable {
  /// The only first-level heading.
  package var title: String
  /// The kind of page, above the title: "Deal", "Battlecard".
  package var kicker: String?
  /// A symbol of `assets/css/icons.css`.
  package var headIcon: String?
  /// One sentence below the title.
  package var lede: String?
  /// From the front page down, without the page itself.
  package var crumbs: [Crumb]
  /// State, tier, stage, freshness.
  package var badges: [Badge]
  /// Who answers for it, each with their part as job title.
  package var people: [Person]
  /// At most five.
  package var figures: [KeyFigure]
  /// What a reader can do next: edit, print, open as Markdown.
  package var actions: [Link]
  /// What must be known before reading on.
  package var notices: [Notice]

  /// Leaves out what a page does not have.
  package init(
    title: String, kicker: String? = nil, headIcon: String? = nil, lede: String? = nil, crumbs: [Crumb] = [],
    badges: [Badge] = [], people: [Person] = [], figures: [KeyFigure] = [], actions: [Link] = [],
    notices: [Notice] = []
  ) {
    self.title = title
    self.kicker = kicker
    self.headIcon = headIcon
    self.lede = lede
    self.crumbs = crumbs
    self.badges = badges
    self.people = people
    self.figures = figures
    self.actions = actions
    self.notices = notices
  }
}

/// Where a page comes from, at its foot.
package struct Provenance: Sendable {
  /// The file within the workspace.
  package var sourcePath: String
  /// The file at this commit, on the Git host.
  package var sourceHref: Href?
  /// The file in the Git host's editor.
  package var editHref: Href?
  /// The changes of this file.
  package var historyHref: Href?
  /// "Changed", or "Added" while nothing else happened to it.
  package var changeVerb = "Changed"
  /// The last commit that changed the file.
  package var changedOn: Day?
  /// Who made it.
  package var changedBy: String?
  /// Its abbreviated id.
  package var commitShort: String?
  /// The page of that commit.
  package var commitPage: Href?
  /// When somebody last vouched for the content.
  package var reviewed: Day?
  /// Whether the history of the file lies beyond what this clone holds.
  package var isUnknown: Bool
}

/// The pages that point here with one kind of link.
package struct BacklinkGroup: Sendable {
  /// The relation, in words: "Deals that name this competitor".
  package var relation: String
  /// How many.
  package var count: Int
  /// Sorted by title.
  package var links: [Link]
}

/// A page of the same folder.
package struct Sibling: Sendable {
  /// Its title.
  package var text: String
  /// Its page.
  package var href: Href
  /// Whether it is the page at hand.
  package var isCurrent: Bool
}
