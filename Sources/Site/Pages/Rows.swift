/// A row of a list: what it is, where it is, why it is listed.
package struct ListItem: Sendable {
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// The words that lead to the page.
  package var title: String
  /// The page.
  package var page: Href
  /// The reason or the context, in one line.
  package var detail: String?
  /// State.
  package var badges: [Badge]
  /// An amount or an age, at the end.
  package var figure: String?
  /// The day that matters.
  package var on: Day?
  /// Who has to act, or acted.
  package var person: Person?
  /// What to open for it: a play, a battlecard.
  package var help: Link?

  /// Leaves out what a row does not have.
  package init(
    icon: String, title: String, page: Href, detail: String? = nil, badges: [Badge] = [], figure: String? = nil,
    on: Day? = nil, person: Person? = nil, help: Link? = nil
  ) {
    self.help = help
    self.icon = icon
    self.title = title
    self.page = page
    self.detail = detail
    self.badges = badges
    self.figure = figure
    self.on = on
    self.person = person
  }
}

/// A titled list with its own empty state.
package struct Panel: Sendable {
  /// The heading.
  package var panelTitle: String
  /// The anchor, unique in the page.
  package var anchor: String
  /// How many there are in all.
  package var countText: String
  /// At most as many as fit.
  package var items: [ListItem]
  /// The page that lists all of them.
  package var more: Link?
  /// What is missing, when there are no items.
  package var emptyTitle: String
  /// What to do about it, under 14 words.
  package var emptyHint: String
}

/// The interactions of one month.
package struct TimelineMonth: Sendable {
  /// "October 2026".
  package var month: String
  /// "6 entries".
  package var countText: String
  /// Newest first.
  package var entries: [TimelineEntry]
  /// Whether the month is unfolded from the start.
  package var isOpen: Bool
}

/// One interaction on a timeline.
package struct TimelineEntry: Sendable {
  /// A symbol of `assets/css/icons.css`.
  package var icon: String
  /// "Call", "E-mail in".
  package var kindLabel: String
  /// When it took place.
  package var on: Day
  /// The subject.
  package var subject: String
  /// Its page.
  package var page: Href
  /// What came out of it.
  package var outcome: String?
  /// "Maja Lind, John Smith".
  package var participants: String?
  /// "45 min".
  package var duration: String?
  /// Whether an outsider took part, so that it counts as contact.
  package var isTwoWay: Bool
  /// No-show, severity, score.
  package var badges: [Badge]
}

/// A deal as a card: in a customer's record and on the board.
package struct DealCard: Sendable {
  /// The deal's name.
  package var name: String
  /// Its page.
  package var page: Href
  /// The customer, where the card stands outside the customer's record.
  package var customerName: String?
  /// "84 kEUR ARR", or "Unknown".
  package var amount: String
  /// Whether the amount is missing.
  package var isAmountUnknown: Bool
  /// Expected close, or when it was closed.
  package var closing: Day?
  /// "Negotiation".
  package var stageName: String
  /// "24 days in stage".
  package var stageAge: String?
  /// Overdue, stale, single-threaded, won, lost.
  package var badges: [Badge]
  /// What happens next.
  package var nextAction: String?
  /// Who owns it.
  package var owner: Person
  /// The stages as a path; empty on the board.
  package var steps: [StageStep]
}

/// A stage on the thin path of a deal's card.
package struct StageStep: Sendable {
  /// A class name: passed, current, next, skipped, not-reached, unknown, won or lost.
  package var state: String
}

/// An insight with the words that carry it.
package struct InsightItem: Sendable {
  /// The claim, in a sentence.
  package var statement: String
  /// Its page.
  package var page: Href
  /// Pain, need, objection and so on.
  package var kind: Badge
  /// Proposed, accepted, rejected, superseded.
  package var status: Badge
  /// "80 % sure".
  package var confidence: String
  /// Who wrote it down.
  package var author: String
  /// Whether a model wrote it down.
  package var isFromModel: Bool
  /// The evidence; without any it is an opinion.
  package var quotes: [Quote]
}

/// Something to do.
package struct TaskItem: Sendable {
  /// What.
  package var title: String
  /// Its page.
  package var page: Href
  /// The record it is about.
  package var about: Link?
  /// Whose it is.
  package var assignee: Person?
  /// By when.
  package var due: Day?
  /// Overdue, high, from a rule.
  package var badges: [Badge]
  /// Whether it is closed.
  package var isDone: Bool
  /// Open, done or cancelled, for those who cannot see the mark.
  package var stateLabel: String
}

/// A rule that fired.
package struct AlertItem: Sendable {
  /// The rule, in words.
  package var title: String
  /// Its page.
  package var page: Href
  /// The account or deal it fired for.
  package var subject: Link
  /// Severity.
  package var severity: Badge
  /// Firing, acknowledged, resolved.
  package var state: Badge
  /// The values that fired it: "health 36, below 40".
  package var reason: String
  /// When it fired.
  package var fired: Day
  /// Who answers for it.
  package var assignee: Person?
}
