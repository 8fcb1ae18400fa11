internal import Diagnostics
internal import WorkspaceModel

/// The fields of deals that sums are made of, as they stood at any commit.
struct DealLedger: Sendable {
  private struct Step {
    let commit: Int
    let old: FieldValue?
    let new: FieldValue?
  }

  private static let fields: Set<String> = ["stage", "amount", "close_on", "owner", "outcome"]
  private var steps: [RepoPath: [String: [Step]]] = [:]

  init(_ timeline: Timeline) {
    let deals = Set(timeline.records.lazy.filter { $0.kind == .deal }.map(\.path))
    guard !deals.isEmpty else { return }
    for event in timeline.events where Self.fields.contains(event.field) && deals.contains(event.record) {
      let step = Step(commit: event.commit, old: event.old, new: event.new)
      // What the file tells of its own past is not how it stood afterwards.
      if event.kind == .stated, steps[event.record]?[event.field]?.last?.commit == event.commit { continue }
      steps[event.record, default: [:]][event.field, default: []].append(step)
    }
  }

  /// The value after a commit; `now` stands in where history tells of no change.
  func value(_ field: String, of path: RepoPath, after commit: Int, now: FieldValue?) -> FieldValue? {
    guard let known = steps[path]?[field], let first = known.first else { return now }
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle].commit <= commit { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first.old : known[low - 1].new
  }
}
