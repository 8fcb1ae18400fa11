/// Changes of the workspace by day: the newest ones, or those of one week.
package struct ChangesPage: PageModel {
  package static let layout = "changes"

  /// The top of the page.
  package var head: PageHead
  /// What it came to, in terms of sales.
  package var week: MoveSummary?
  /// Who, what and whom the list can be narrowed to.
  package var filters: [ChangeFilter]
  /// "100 newest of 2,412 changes".
  package var countText: String
  /// Newest first.
  package var days: [ChangeDay]
  /// Comparisons with now.
  package var comparisons: [Link]
  /// The weeks that have a page, newest first.
  package var weeks: [WeekLink]
  /// The week before.
  package var previous: Link?
  /// The week after.
  package var next: Link?
  /// The feed of the workspace.
  package var feed: Href
}

/// A choice that narrows the list.
package struct ChangeFilter: Sendable {
  /// Its name in the address: person, kind or customer.
  package var key: String
  /// "Anyone", shown while nothing is chosen.
  package var label: String
  /// In order.
  package var options: [ChangeOption]
}

/// One value of a choice.
package struct ChangeOption: Sendable {
  /// As it stands in the address.
  package var token: String
  /// As it reads.
  package var text: String
}

/// A week in the list of weeks.
package struct WeekLink: Sendable {
  /// "16–22 Nov".
  package var text: String
  /// Its page.
  package var href: Href
  /// How many changes.
  package var commitCount: String
  /// Whether it is the page at hand.
  package var isCurrent: Bool
}

/// What moved in a stretch of time.
package struct MoveSummary: Sendable {
  /// "What moved this week".
  package var summaryTitle: String
  /// "16–22 Nov 2026".
  package var span: String
  /// The page of that stretch, where it is another one.
  package var spanPage: Href?
  /// At most four.
  package var tallies: [Tally]
  /// Won, lost, forward, back, amounts, dates, new, battlecards.
  package var groups: [MoveGroup]
  /// Said when nothing moved.
  package var quiet: String?
}

/// A count that leads the summary.
package struct Tally: Sendable {
  /// "Won".
  package var label: String
  /// "2 deals", "+12 kEUR".
  package var tally: String
  /// A class name: neutral, positive, negative or warning.
  package var tone: String
  /// "151 kEUR".
  package var tallyNote: String?
}

/// Records that went the same way.
package struct MoveGroup: Sendable {
  /// "Moved back".
  package var groupTitle: String
  /// A class name: neutral, info, positive, negative or warning.
  package var tone: String
  /// "3".
  package var countText: String
  /// The heaviest first.
  package var moves: [Move]
  /// "and 14 more".
  package var restText: String?
}

/// One record and which way it went.
package struct Move: Sendable {
  /// The record.
  package var recordTitle: String
  /// Its page.
  package var recordPage: Href?
  /// The field that moved.
  package var moved: ChangedField?
  /// An amount, at the end.
  package var figure: String?
}

/// The changes of one day.
package struct ChangeDay: Sendable {
  /// "Friday, 20 Nov 2026".
  package var on: Day
  /// "6 changes".
  package var countText: String
  /// Newest first.
  package var commits: [CommitItem]
}

/// A commit in a list.
package struct CommitItem: Sendable {
  /// As people say it, and the anchor in the page.
  package var commitShort: String
  /// Its page.
  package var page: Href
  /// First paragraph of the message.
  package var subject: String
  /// Who wrote it.
  package var author: Person
  /// "with Ida Holm, merged by Anna Berg".
  package var others: String?
  /// Time of day.
  package var at: Day
  /// Import, form only, clock suspect.
  package var marks: [Badge]
  /// "3 records".
  package var touched: String
  /// Whether only the head is shown, because the commit says little about sales.
  package var isFolded: Bool
  /// The records that matter most.
  package var lines: [CommitLine]
  /// "and 12 more records".
  package var moreLines: String?
  /// Tokens of ``ChangeOption`` that fit, separated by spaces.
  package var personTokens: String
  /// Likewise.
  package var kindTokens: String
  /// Likewise.
  package var customerTokens: String
}

/// A record of a commit in a list.
package struct CommitLine: Sendable {
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// "Deal", for those who cannot see the symbol.
  package var kindLabel: String
  /// The record's title.
  package var recordTitle: String
  /// Its page, as long as it has one.
  package var recordPage: Href?
  /// Added, removed, moved.
  package var verbs: [Badge]
  /// The fields that matter most.
  package var fieldRows: [ChangedField]
  /// "text rewritten, 4 more fields".
  package var restText: String?
}
