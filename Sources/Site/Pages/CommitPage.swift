/// One commit: who, why, and every record it touched.
package struct CommitPage: PageModel {
  package static let layout = "commit"

  /// The top of the page.
  package var head: PageHead
  /// The message without its first paragraph.
  package var details: String?
  /// Time, trailers, hash.
  package var facts: [Fact]
  /// What a merge brought in.
  package var side: SideBranch?
  /// Records by kind, for a commit that touches very many.
  package var counts: DataTable?
  /// By customer, then by kind.
  package var groups: [ChangeGroup]
  /// "200 of 2,412 records are shown".
  package var cutNote: String?
  /// The commit before.
  package var previous: Link?
  /// The commit after.
  package var next: Link?
}

/// The branch that a merge brought in.
package struct SideBranch: Sendable {
  /// "3 commits".
  package var countText: String
  /// Newest first.
  package var commits: [SideItem]
}

/// A commit of a side branch.
package struct SideItem: Sendable {
  /// As people say it.
  package var commitShort: String
  /// First line of the message.
  package var subject: String
  /// Who wrote it.
  package var author: Person
}

/// Changed records of one customer or of one kind.
package struct ChangeGroup: Sendable {
  /// "Norrvik Foods", "Battlecards".
  package var groupTitle: String
  /// The customer's page.
  package var groupPage: Href?
  /// Unique in the page.
  package var anchor: String
  /// "3 records".
  package var countText: String
  /// Deals first.
  package var records: [RecordChange]
}
