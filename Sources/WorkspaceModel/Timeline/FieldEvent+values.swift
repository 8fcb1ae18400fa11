extension Sequence where Element == FieldEvent {
  /// The values that the fields of one record had by what was official at a moment, from its events in order.
  ///
  /// Only kinds whose first values are events are told of in full, see ``TimelineEvents/Rules/valuedKinds``.
  package func values(recordedBy instant: Instant) -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    // Facts of the past came in late; what holds now stands in the fields themselves.
    for event in self where event.recordedAt.seconds <= instant.seconds && event.kind != .stated {
      if event.kind == .removed { values = [:] } else { values[event.field] = event.new }
    }
    return values
  }

  /// The value that a field of one record had by what was official at a moment.
  package func value(of field: String, recordedBy instant: Instant) -> FieldValue? {
    values(recordedBy: instant)[field]
  }

  /// The value of a field of one record that was in effect at the end of a day, by all that is known today.
  package func value(of field: String, effectiveBy day: Day) -> FieldValue? {
    var latest: FieldEvent?
    for event in self where event.effectiveOn <= day && (event.field == field || event.kind == .removed) {
      // Of two on one day the one that became official later counts.
      if latest.map({ event.effectiveOn >= $0.effectiveOn }) ?? true { latest = event }
    }
    return latest?.field == field ? latest?.new : nil
  }
}
