package import Diagnostics

/// The history of a workspace as values: its commits, what each record went through, and every change of a field.
///
/// Nothing above it touches Git. What an audience may see of it is decided by ``AccessPolicy``.
package struct Timeline: Sendable {
  /// Commits that changed the workspace, oldest first, in official order.
  package var commits: [TimelineCommit]
  /// Records that are or once were, in the order of paths.
  package var records: [RecordHistory]
  /// In the order of commits, then of paths and fields.
  package var events: [FieldEvent]
  /// What records state of their own past, in their order; ``events`` has each of them already, alone or as the day of
  /// a change.
  var facts: [FieldEvent] = []
  /// Whether history ends at the boundary of a shallow clone.
  package var isCutOff: Bool

  /// A timeline by its parts.
  package init(
    commits: [TimelineCommit] = [], records: [RecordHistory] = [], events: [FieldEvent] = [], isCutOff: Bool = false
  ) {
    self.commits = commits
    self.records = records
    self.events = events
    self.isCutOff = isCutOff
  }

  /// The same history without the records and fields that nobody asks for; commits keep their places.
  ///
  /// Of a record either all or nothing is kept, with others that lay at its path, so that it can be moved to any moment.
  package func narrowed(to isWanted: (RecordHistory) -> Bool, fields: (String) -> Bool) -> Timeline {
    let paths = Set(records.lazy.filter(isWanted).map(\.path))
    var (last, isKept) = (RepoPath.root, paths.contains(.root))
    func keeps(_ event: FieldEvent) -> Bool {
      // Events of one record mostly stand together.
      if event.record != last { (last, isKept) = (event.record, paths.contains(event.record)) }
      return isKept && fields(event.field)
    }
    var narrow = Timeline(
      commits: commits, records: records.filter { paths.contains($0.path) }, events: events.filter(keeps),
      isCutOff: isCutOff)
    narrow.facts = facts.filter(keeps)
    return narrow
  }

  /// What is known of the record that lies, or lay last, at a path.
  package subscript(path: RepoPath) -> RecordHistory? {
    var (low, high) = (0, records.count)
    while low < high {
      let middle = (low + high) / 2
      if records[middle].path < path { low = middle + 1 } else { high = middle }
    }
    // A record that is gone may have left its path to another one: the present one stands first.
    return low < records.count && records[low].path == path ? records[low] : nil
  }
}
