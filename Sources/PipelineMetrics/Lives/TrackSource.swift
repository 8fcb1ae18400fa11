internal import WorkspaceModel

/// Brings together what a record says of its own past and what its commits tell.
struct TrackSource<Value: Hashable & Sendable> {
  /// One change from either of them.
  struct Told {
    var old: Value?
    var new: Value?
    /// Nil when the record gives no day.
    var on: Day?
    var isDated = true
    var commit: String?
  }

  /// From the record, in its order.
  var own: [Told] = []
  /// From commits, in the order of days.
  var told: [Told] = []

  /// The field over time: the record first, commits where it is silent.
  ///
  /// What a record tells covers the days from its first to its last change; between two of them commits count only when
  /// the one does not begin with what the other ended with. `present` is what the field is now, by all that is known,
  /// since `day`. The first value held from the beginning, as far as anybody knows; not so for a stage, since a deal was
  /// somewhere before.
  func track(present: Value?, since day: Day, isStage: Bool = false) -> Track<Value> {
    let own = placed
    guard let first = own.first, let last = own.last, let begin = first.on, let end = last.on else {
      return finished(told, present: present, since: day, isStage)
    }
    var all = told.filter { $0.on.map { $0 < begin } ?? false }
    for (index, change) in own.enumerated() {
      if index > 0, let from = own[index - 1].on, let to = change.on, own[index - 1].new != change.old {
        all += told.filter { told in told.on.map { from < $0 && $0 < to } ?? false }
      }
      var change = change
      change.commit = told.first { $0.new == change.new && $0.on == change.on }?.commit
      all.append(change)
    }
    all += told.filter { $0.on.map { $0 > end } ?? false }
    return finished(all, present: present, since: day, isStage)
  }

  /// The record's own changes, each with a day: an undated one lies where the one before it does.
  private var placed: [Told] {
    var all = own
    // Days that stand in no order are put in order; equal ones stay as they stand.
    if all.allSatisfy({ $0.on != nil }) {
      all = all.enumerated().sorted { left, right in
        (left.element.on?.number ?? 0, left.offset) < (right.element.on?.number ?? 0, right.offset)
      }.map(\.element)
    }
    var standing = all.lazy.compactMap(\.on).first
    guard standing != nil else { return [] }
    for index in all.indices {
      if let on = all[index].on, let day = standing {
        all[index].on = max(on, day)
        standing = max(on, day)
      } else {
        all[index].on = standing
        all[index].isDated = false
      }
    }
    return all
  }

  private func finished(_ all: [Told], present: Value?, since day: Day, _ isStage: Bool) -> Track<Value> {
    guard let first = all.first else { return Track(present) }
    var track = Track(isStage ? first.old : first.old ?? first.new)
    for change in all {
      guard let on = change.on else { continue }
      track.append(.init(value: change.new, on: on, isDated: change.isDated, commit: change.commit))
    }
    track.append(.init(value: present, on: day, isDated: false, commit: nil))
    return track
  }
}
