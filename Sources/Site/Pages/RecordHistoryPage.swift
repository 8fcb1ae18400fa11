/// Everything that history knows of one record.
package struct RecordHistoryPage: PageModel {
  package static let layout = "record-history"

  /// The top of the page.
  package var head: PageHead
  /// The newest versions by day, newest first.
  package var days: [VersionDay]
  /// The versions before those, without their differences.
  package var older: DataTable?
  /// How it ends: "Added on 14 Apr 2026", or that history is cut off.
  package var ending: String
}

/// The versions of one day.
package struct VersionDay: Sendable {
  /// "Friday, 20 Nov 2026".
  package var on: Day
  /// Newest first.
  package var versions: [VersionItem]
}

/// One version: who, when, why and what.
package struct VersionItem: Sendable {
  /// As people say the commit, and the anchor in the page.
  package var commitShort: String
  /// The page of the commit.
  package var page: Href
  /// First paragraph of the message.
  package var subject: String
  /// The rest of it.
  package var details: String?
  /// Who wrote it.
  package var author: Person
  /// "with Ida Holm, merged by Anna Berg".
  package var others: String?
  /// Time of day.
  package var at: Day
  /// Import, form only, clock suspect.
  package var marks: [Badge]
  /// Approved-by and the like.
  package var trailers: [TrailerLine]
  /// What happened to the record.
  package var body: ChangeBody
}

/// A line at the end of a message.
package struct TrailerLine: Sendable {
  /// "Approved by".
  package var key: String
  /// "Dana Whitfield".
  package var entry: String
}
