internal import Diagnostics

extension Timeline {
  /// A value that a field of a record came to have.
  private struct Outcome: Hashable {
    var record: RepoPath
    var field: String
    var new: FieldValue?

    init(_ event: FieldEvent) {
      (record, field, new) = (event.record, event.field, event.new)
    }
  }

  /// Brings facts and changes together, and all into order.
  ///
  /// A fact and a change to the same value are one: the fact gives the day, the commit the rest. Of several the nearest
  /// in time belong together. Facts that no commit shows become events of their own.
  mutating func tellFacts() {
    let wanted = Set(facts.map(Outcome.init))
    var byValue: [Outcome: [Int]] = [:]
    if !wanted.isEmpty {
      let fields = Set(facts.map(\.field))
      for index in events.indices where events[index].kind != .removed && fields.contains(events[index].field) {
        let outcome = Outcome(events[index])
        if wanted.contains(outcome) { byValue[outcome, default: []].append(index) }
      }
    }
    var alone: [FieldEvent] = []
    // The latest fact chooses first: the earliest ones are those from before there were commits.
    for fact in facts.reversed() {
      guard let candidates = byValue[Outcome(fact)], let match = nearest(candidates, to: fact) else {
        alone.append(fact)
        continue
      }
      byValue[Outcome(fact)]?.removeAll { $0 == match }
      guard fact.isDated else { continue }
      events[match].own = FieldEvent.OwnDay(day: events[match].effectiveOn, isDated: events[match].isDated)
      events[match].effectiveOn = fact.effectiveOn
      events[match].isDated = true
    }
    events = FieldEvent.ordered(events + alone)
  }

  /// Leaves only what commits changed, each on its own day.
  mutating func untellFacts() {
    events.removeAll { $0.kind == .stated }
    for index in events.indices {
      guard let own = events[index].own else { continue }
      events[index].effectiveOn = own.day
      events[index].isDated = own.isDated
      events[index].own = nil
    }
  }

  private func nearest(_ candidates: [Int], to fact: FieldEvent) -> Int? {
    guard fact.isDated else { return candidates.last }
    return candidates.reversed().min { left, right in
      abs(events[left].effectiveOn.days(since: fact.effectiveOn))
        < abs(events[right].effectiveOn.days(since: fact.effectiveOn))
    }
  }
}
