package import WorkspaceModel

/// For which day a metric is told, and by what knowledge: the two clocks of domain 2.2.
package struct MetricClock: Sendable {
  /// States are those at the end of this day; what takes effect later has not happened.
  package let day: Day
  /// Ages in minutes are counted up to here.
  package let now: Instant
  /// Only what was official by then is known; nil for all that is known today.
  package let knownAt: Instant?
  private let offset: @Sendable (Instant) -> Int

  /// A clock that stands at a moment; `offset` tells the workspace's minutes east of UTC at a moment.
  package init(
    _ now: Instant, knownAt: Instant? = nil,
    offset: @escaping @Sendable (Instant) -> Int = { $0.offsetMinutes }
  ) {
    day = now.day(offsetMinutes: offset(now))
    self.now = now
    self.knownAt = knownAt
    self.offset = offset
  }

  /// A clock that stands at the end of a day, counted at UTC unless an offset is told.
  package init(endOf day: Day, knownAt: Instant? = nil, offsetMinutes: Int = 0) {
    let end = (day.number + 1) * 86_400 - 1 - offsetMinutes * 60
    self.init(Instant(seconds: end, offsetMinutes: offsetMinutes), knownAt: knownAt) { _ in offsetMinutes }
  }

  /// The same clock at the end of another day.
  package func atEnd(of day: Day) -> MetricClock {
    let end = (day.number + 1) * 86_400 - 1
    let minutes = offset(Instant(seconds: end, offsetMinutes: now.offsetMinutes))
    return MetricClock(Instant(seconds: end - minutes * 60, offsetMinutes: minutes), knownAt: knownAt, offset: offset)
  }

  /// The clock that stood at the end of a day and knew nothing of what came after.
  package func asKnown(atEndOf day: Day) -> MetricClock {
    asKnown(at: atEnd(of: day).now)
  }

  /// The clock that stood at a moment and knew nothing of what came after.
  package func asKnown(at moment: Instant) -> MetricClock {
    MetricClock(moment, knownAt: moment, offset: offset)
  }

  /// The workspace's day of a moment.
  package func day(of instant: Instant) -> Day { instant.day(offsetMinutes: offset(instant)) }
}
