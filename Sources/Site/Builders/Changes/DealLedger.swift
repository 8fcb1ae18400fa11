internal import Diagnostics
internal import WorkspaceModel

/// The fields of deals that sums are made of, as they stood at any commit.
struct DealLedger: Sendable {
  private struct Step {
    let commit: Int
    let old: FieldValue?
    let new: FieldValue?
  }

  private static let fields: Set<String> = ["stage", "amount"]
  /// Steps by place in ``Timeline/records`` and by field, oldest first.
  private var steps: [Int: [String: [Step]]] = [:]

  /// Reads the events of each commit's touches, oldest commit first.
  init(_ timeline: Timeline, touches: [[ChangesIndex.Touch]]) {
    for touch in touches.joined() where timeline.records[touch.record].kind == .deal {
      let events = timeline.events[touch.events]
      for event in events where Self.fields.contains(event.field) {
        // What the file tells of its own past is not how it stood afterwards.
        if event.kind == .stated, events.contains(where: { $0.field == event.field && $0.kind != .stated }) { continue }
        steps[touch.record, default: [:]][event.field, default: []].append(
          Step(commit: event.commit, old: event.old, new: event.new))
      }
    }
  }

  /// The value after a commit; `now` stands in where history tells of no change.
  func value(_ field: String, of record: Int, after commit: Int, now: FieldValue?) -> FieldValue? {
    guard let known = steps[record]?[field], let first = known.first else { return now }
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle].commit <= commit { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first.old : known[low - 1].new
  }
}

extension SiteReading {
  /// The amount of a deal as it stood after a commit.
  func amount(ofDeal place: Int, after commit: Int) -> Money? {
    let now = (index.records[changes.timeline.records[place].path] as? Deal)?.amount.map(FieldValue.money)
    guard case .money(let money)? = changes.ledger.value("amount", of: place, after: commit, now: now) else {
      return nil
    }
    return money
  }
}
