/// What a record tells of its own past, and which commits brought that.
struct StatedLedger {
  /// Where a fact came in.
  struct Arrival {
    var commit: Int
    var since: Int?
  }
  /// What makes two facts the same, whatever stands beside them.
  struct Fact: Hashable {
    var field: String
    var new: FieldValue?
    var on: Day?

    init(_ change: StatedChange) {
      (field, new, on) = (change.field, change.new, change.on)
    }
  }

  /// The facts of the newest version that could be read.
  private(set) var changes: [StatedChange] = []
  private var arrivals: [Fact: Arrival] = [:]

  /// Takes what a version states in place of what the one before stated.
  mutating func note(_ changes: [StatedChange], commit: Int, since: Int?) {
    var known: [Fact: Arrival] = [:]
    for change in changes {
      let fact = Fact(change)
      known[fact] = arrivals[fact] ?? Arrival(commit: commit, since: since)
    }
    arrivals = known
    self.changes = changes
  }

  /// Where a fact came in.
  func arrival(of change: StatedChange) -> Arrival? { arrivals[Fact(change)] }
}

extension RecordChronicle {
  /// All changes in the order of time, and the facts that the record states.
  func finished() -> RecordEvents {
    var seen: Set<StatedLedger.Fact> = []
    let facts = ledger.changes.filter { seen.insert(StatedLedger.Fact($0)).inserted }.compactMap(event)
    return RecordEvents(changes: events.compactMap { $0 }, facts: facts)
  }

  private func event(_ change: StatedChange) -> FieldEvent? {
    guard let arrival = ledger.arrival(of: change) else { return nil }
    let recordedAt = commits[arrival.commit].recordedAt
    var event = FieldEvent(
      record: record.path, field: change.field, old: change.old, new: change.new,
      effectiveOn: change.on ?? recordedAt.day, recordedAt: recordedAt, commit: arrival.commit, kind: .stated)
    event.since = arrival.since
    event.isDated = change.on != nil
    return event
  }
}
