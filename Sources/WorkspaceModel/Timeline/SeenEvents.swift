internal import Diagnostics

/// Decides which events an audience may see.
struct SeenEvents {
  private let records: [SeenRecord]
  private let hidden: HiddenFields
  private var places: [RepoPath: [Int]] = [:]
  /// Commits that changed a hidden field of a visible record: their messages may name the value.
  private(set) var telling: Set<Int> = []

  init(_ records: [SeenRecord], hidden: HiddenFields) {
    self.records = records
    self.hidden = hidden
    for (index, record) in records.enumerated() { places[record.history.path, default: []].append(index) }
  }

  /// Whether every version that the event speaks of is visible, and its field too.
  mutating func isVisible(_ event: FieldEvent) -> Bool {
    guard let candidates = places[event.record] else { return false }
    var isFound = false
    // Of several records that lay at one path only one is meant, and nobody can tell which: all must be visible.
    for index in candidates {
      let record = records[index]
      if candidates.count > 1, !record.hasVersion(at: event.commit) { continue }
      guard record.isVisible(from: event.since ?? event.commit, through: event.commit) else { return false }
      if hidden.contain(event.field, of: record.kinds) {
        if event.kind != .created, event.kind != .baseline { telling.insert(event.commit) }
        return false
      }
      isFound = true
    }
    return isFound
  }
}
