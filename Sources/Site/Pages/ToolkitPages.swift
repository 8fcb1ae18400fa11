/// A playbook.
package struct PlaybookPage: PageModel {
  package static let layout = "playbook"

  /// The top of the page.
  package var head: PageHead
  /// The sections, in order.
  package var toc: [Heading]
  /// Stages, roles, total time.
  package var facts: [Fact]
  /// What it is for.
  package var purpose: String?
  /// When to take it out.
  package var whenToUse: String?
  /// What must be true before.
  package var entry: [String]
  /// What must be true after.
  package var exit: [String]
  /// In order.
  package var steps: [PlaybookStep]
  /// "55 min in all".
  package var totalTime: String?
  /// To ask.
  package var questions: [String]
  /// That it goes well, or not.
  package var signals: [String]
  /// That others fell into.
  package var pitfalls: [String]
  /// How we know it works.
  package var measures: [String]
  /// Templates and documents used.
  package var assets: [Link]
  /// Deals that stand where this play is played.
  package var dealsNow: Panel
  /// An example.
  package var body: HTML?
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// One step of a playbook.
package struct PlaybookStep: Sendable {
  /// Counts from 1.
  package var number: Int
  /// What to do.
  package var stepTitle: String
  /// The role that does it: "AE".
  package var stepOwner: String?
  /// "5 min".
  package var timeBox: String?
  /// How to do it.
  package var instruction: String?
  /// The stage it belongs to.
  package var stage: String?
}

/// A text to copy.
package struct TemplatePage: PageModel {
  package static let layout = "template"

  /// The top of the page.
  package var head: PageHead
  /// Kind, stages, owner.
  package var facts: [Fact]
  /// The placeholders to fill in, as they stand in the text.
  package var variables: [String]
  /// As it will read.
  package var body: HTML
  /// As it is copied.
  package var source: String
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// A training lesson.
package struct LessonPage: PageModel {
  package static let layout = "lesson"

  /// The top of the page.
  package var head: PageHead
  /// Level, minutes, path.
  package var facts: [Fact]
  /// What to have read before.
  package var prerequisites: [Link]
  /// The lesson.
  package var body: HTML
  /// Its headings.
  package var toc: [Heading]
  /// "Onboarding, 3 lessons, 85 min".
  package var pathTitle: String
  /// The lessons of the path, in order.
  package var path: [PathStep]
  /// The lesson before.
  package var previous: Link?
  /// The lesson after.
  package var next: Link?
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// One lesson on a training path.
package struct PathStep: Sendable {
  /// Its place, counting from 1.
  package var order: Int
  /// The lesson's title.
  package var text: String
  /// The lesson.
  package var href: Href
  /// "25 min".
  package var minutes: String
  /// Whether it is the page at hand.
  package var isCurrent: Bool
}

/// A security document with answers to copy.
package struct SecurityPage: PageModel {
  package static let layout = "security"

  /// The top of the page.
  package var head: PageHead
  /// Frameworks, owner, expiry.
  package var facts: [Fact]
  /// Questions of buyers.
  package var answers: [Answer]
  /// The document.
  package var body: HTML?
  /// The headings of the document and the answers.
  package var toc: [Heading]
  /// Pages that point here.
  package var backlinks: [BacklinkGroup]
  /// Where the page comes from.
  package var provenance: Provenance
}

/// A question of a buyer and what we answer.
package struct Answer: Sendable {
  /// Unique in the page.
  package var anchor: String
  /// Their words.
  package var question: String
  /// To copy.
  package var reply: String
  /// Where it is proven.
  package var proof: String?
}
