extension FieldEvent {
  /// The order of a timeline: commits, then records and fields, and for one field what took effect first.
  static func ordered(_ events: [FieldEvent]) -> [FieldEvent] {
    events.sorted { left, right in
      if left.commit != right.commit { return left.commit < right.commit }
      if left.record != right.record { return left.record < right.record }
      if left.field != right.field { return left.field < right.field }
      return left.effectiveOn < right.effectiveOn
    }
  }
}
