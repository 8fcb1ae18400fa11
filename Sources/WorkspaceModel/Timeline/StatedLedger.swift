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
  /// All events in the order of time, with the facts that the record states.
  ///
  /// A fact and a change to the same value are one: the fact gives the day, the commit the rest. Of several the nearest
  /// in time belong together. Facts that no commit shows are events of their own.
  func finished() -> [FieldEvent] {
    var events = events.compactMap { $0 }
    var byValue: [StatedLedger.Fact: [Int]] = [:]
    for (index, event) in events.enumerated() where event.kind != .removed {
      byValue[key(event.field, event.new), default: []].append(index)
    }
    var seen: Set<StatedLedger.Fact> = []
    var unmatched: [StatedChange] = []
    // The latest fact chooses first: the earliest ones are those from before there were commits.
    for change in ledger.changes.reversed() where seen.insert(StatedLedger.Fact(change)).inserted {
      let key = key(change.field, change.new)
      guard let candidates = byValue[key], let match = nearest(candidates, to: change.on, in: events) else {
        unmatched.append(change)
        continue
      }
      byValue[key]?.removeAll { $0 == match }
      if let day = change.on {
        events[match].effectiveOn = day
        events[match].isDated = true
      }
    }
    events += unmatched.compactMap(event)
    return FieldEvent.ordered(events)
  }

  private func key(_ field: String, _ value: FieldValue?) -> StatedLedger.Fact {
    StatedLedger.Fact(StatedChange(field: field, old: nil, new: value, on: nil))
  }

  private func nearest(_ candidates: [Int], to day: Day?, in events: [FieldEvent]) -> Int? {
    guard let day else { return candidates.last }
    return candidates.reversed().min { left, right in
      abs(events[left].effectiveOn.days(since: day)) < abs(events[right].effectiveOn.days(since: day))
    }
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
