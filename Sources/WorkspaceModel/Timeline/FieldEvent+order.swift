extension FieldEvent {
  /// The order of a timeline: commits, then records and fields, and for one field what took effect first.
  static func ordered(_ events: [FieldEvent]) -> [FieldEvent] {
    // Events are large: places are sorted in their stead, and paths are compared once.
    let paths = Set(events.lazy.map(\.record)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
    let places = events.indices.map { place in
      Place(commit: events[place].commit, record: ranks[events[place].record] ?? 0, index: place)
    }
    return places.sorted { left, right in
      if left.commit != right.commit { return left.commit < right.commit }
      if left.record != right.record { return left.record < right.record }
      let (one, other) = (events[left.index], events[right.index])
      if one.field != other.field { return one.field < other.field }
      if one.effectiveOn != other.effectiveOn { return one.effectiveOn < other.effectiveOn }
      return left.index < right.index
    }.map { events[$0.index] }
  }

  /// What decides most comparisons of an event with another one.
  private struct Place {
    var commit: Int
    var record: Int
    var index: Int
  }
}
