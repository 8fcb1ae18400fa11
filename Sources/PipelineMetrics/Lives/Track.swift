package import WorkspaceModel

/// What one field of a deal was over time.
package struct Track<Value: Hashable & Sendable>: Sendable {
  /// One change of the field.
  package struct Change: Hashable, Sendable {
    /// Nil when there is none any more.
    package var value: Value?
    /// The day from which it holds; where that is unknown, the day it was put at.
    package var on: Day
    /// Whether a date, or a commit that is no import, says that it was this day.
    package var isDated = true
    /// Hash of the commit that brought it, where history is known.
    package var commit: String?
  }

  /// What held before the first change.
  package private(set) var initial: Value?
  /// In the order of days; neighbours always differ.
  package private(set) var changes: [Change] = []

  /// A field that never changed.
  package init(_ initial: Value?) {
    self.initial = initial
  }

  /// Adds a change that is no earlier than those before it; what changes nothing is dropped.
  package mutating func append(_ change: Change) {
    guard change.value != last else { return }
    var change = change
    if let before = changes.last?.on, change.on < before { change.on = before }
    changes.append(change)
  }

  /// What it came to in the end.
  package var last: Value? { changes.isEmpty ? initial : changes[changes.count - 1].value }

  /// What held at the end of a day.
  package func value(on day: Day) -> Value? {
    var value = initial
    for change in changes {
      if change.on > day { break }
      value = change.value
    }
    return value
  }

  /// The commit that brought what held at the end of a day.
  package func commit(on day: Day) -> String? { changes.last { $0.on <= day }?.commit }

  /// Corrects the day of the newest change by what the record says of it now.
  mutating func dateLast(_ day: Day) {
    guard let index = changes.indices.last else { return }
    changes[index].on = index > 0 ? max(day, changes[index - 1].on) : day
    changes[index].isDated = true
  }
}
