package import WorkspaceModel

/// How often and how far open deals were put off (domain 2.1: push_count, push_days).
package struct Pushes: Sendable {
  /// Moves of the close date to a later calendar month.
  package let count: Metric
  /// Days by which those moves put deals off, all together.
  package let days: Metric

  /// The pushes of a period, up to the clock's day.
  package init(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) {
    var evidence = Evidence()
    var days = 0
    let scoped = lives.lives(in: scope)
    for life in scoped {
      for push in life.pushes where period.contains(push.on) && push.on <= lives.clock.day {
        guard lives.credits(scope, life.owners.value(on: push.on)) else { continue }
        let distance = push.to.days(since: push.from)
        days += distance
        evidence.use(
          life.record, "\(push.from.iso) to \(push.to.iso)", days: distance,
          commits: [push.commit ?? life.newestCommit])
      }
    }
    let reason = lives.reasonForNone ?? (scoped.isEmpty ? "no deals in scope" : nil)
    let words = "moves of close_on to a later calendar month in \(period.name), while open"
    count = evidence.metric(
      MetricDefinition("push_count", "Pushes", words), .deals,
      reason.map(MetricValue.unknown) ?? .count(evidence.inputs.count))
    self.days = evidence.metric(
      MetricDefinition("push_days", "Days pushed", "days by which the \(words) put deals off"), .days,
      reason.map(MetricValue.unknown) ?? .number(Fraction(days)))
  }
}

/// A move of a close date to a later calendar month.
package struct Push: Hashable, Sendable {
  package let on: Day
  package let from: Day
  package let to: Day
  /// Hash of the commit that brought it, where history is known.
  package let commit: String?
}

extension DealLife {
  /// The pushes of its life, in the order of time.
  package var pushes: [Push] {
    guard !closeDays.changes.isEmpty else { return [] }
    var before = closeDays.initial
    return closeDays.changes.compactMap { change in
      defer { before = change.value }
      guard let from = before, let to = change.value, from < to, state(on: change.on).isOpen else { return nil }
      guard (from.parts.year, from.parts.month) < (to.parts.year, to.parts.month) else { return nil }
      return Push(on: change.on, from: from, to: to, commit: change.commit)
    }
  }
}
