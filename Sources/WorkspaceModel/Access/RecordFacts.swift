/// What history says of one file: who changed it last, when it came, how often it changed.
package struct RecordFacts: Sendable, Hashable {
  /// Hash of the last commit that changed the file.
  package var commit: String
  package var changedAt: Instant
  package var changedBy: String
  /// When the file was added; nil when that lies behind the boundary of a shallow clone.
  package var createdAt: Instant?
  /// Commits that touched it, as far as is known.
  package var changes: Int

  /// Facts by their parts.
  package init(commit: String, changedAt: Instant, changedBy: String, createdAt: Instant?, changes: Int) {
    self.commit = commit
    self.changedAt = changedAt
    self.changedBy = changedBy
    self.createdAt = createdAt
    self.changes = changes
  }
}
