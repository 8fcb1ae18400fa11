internal import Diagnostics

extension FieldEvent {
  /// The order of a timeline: commits, then records and fields, and for one field what took effect first.
  static func ordered(_ events: [FieldEvent]) -> [FieldEvent] {
    // Places are sorted in the stead of events, and paths are compared once.
    var numbers: [RepoPath: Int] = [:]
    var paths: [RepoPath] = []
    var last: (path: RepoPath, number: Int)?
    var places = events.indices.map { place in
      let path = events[place].record
      if last?.path != path {
        let number = numbers[path] ?? paths.count
        if number == paths.count {
          numbers[path] = number
          paths.append(path)
        }
        last = (path, number)
      }
      return Place(commit: events[place].commit, record: last?.number ?? 0, index: place)
    }
    var ranks = [Int](repeating: 0, count: paths.count)
    for (rank, number) in paths.indices.sorted(by: { paths[$0] < paths[$1] }).enumerated() { ranks[number] = rank }
    for place in places.indices { places[place].record = ranks[places[place].record] }
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
