package import Diagnostics
package import WorkspaceModel

/// What a customer paid a year at the start and at the end of a period.
package struct AccountRevenue: Hashable, Sendable {
  package let record: RepoPath
  /// Above zero: only customers active at the start take part.
  package let start: Money
  /// Zero when the customer is gone.
  package let end: Money
  /// Hashes of the commits that changed it, where history is known.
  package let commits: [String]

  /// A customer by both amounts.
  package init(_ record: RepoPath, start: Money, end: Money, commits: [String] = []) {
    self.record = record
    self.start = start
    self.end = end
    self.commits = commits
  }
}

extension AccountRevenue {
  /// The customers of a scope active at the start of a period, and those of whom it cannot be told, with the reason.
  ///
  /// A profile states its `arr` of now; what it was before, only commits tell. A customer whose profile is younger than
  /// the period's start and whose contract is older is left out rather than taken for unchanged.
  package static func all(
    _ workspace: Workspace, _ timeline: Timeline, clock: MetricClock, during period: MetricPeriod,
    scope: MetricScope = .all
  ) -> (known: [AccountRevenue], leftOut: [LeftOut]) {
    let end = min(clock.day, period.end.adding(days: -1))
    var changes: [RepoPath: [FieldEvent]] = [:]
    for place in timeline.events.indices where timeline.events[place].field == "arr" {
      changes[timeline.events[place].record, default: []].append(timeline.events[place])
    }
    var known: [AccountRevenue] = []
    var leftOut: [LeftOut] = []
    for customer in workspace.customers {
      if let wanted = scope.customers, !wanted.contains(customer.slug) { continue }
      if let wanted = scope.segments, !(customer.segment.map(wanted.contains) ?? false) { continue }
      if customer.churnedOn.map({ $0 <= period.eve }) ?? false { continue }
      if customer.contractStart.map({ $0 > period.eve }) ?? false { continue }
      let path = customer.source.path
      let track = track(changes[path] ?? [], timeline, present: customer.arr)
      guard customer.lifecycle != .prospect || track.initial != nil else { continue }
      let isKnownThen = timeline[path]?.versions.last.map { version in
        timeline.commits.indices.contains(version.commit)
          && timeline.commits[version.commit].recordedAt.day <= period.eve
      }
      guard isKnownThen ?? false || track.changes.first.map({ $0.on <= period.eve }) ?? false else {
        leftOut.append(LeftOut(record: path, reason: "no history of arr on \(period.eve.iso)"))
        continue
      }
      guard let start = track.value(on: period.eve) else {
        leftOut.append(LeftOut(record: path, reason: "no arr on \(period.eve.iso)"))
        continue
      }
      guard start.amount > .zero else { continue }
      let isGone = customer.churnedOn.map { $0 <= end } ?? false
      let none = Money(.zero, currency: start.currency, kind: start.kind)
      guard let last = isGone ? none : track.value(on: end), last.unit == start.unit else {
        leftOut.append(LeftOut(record: path, reason: "no arr in \(start.currency) on \(end.iso)"))
        continue
      }
      let commits = track.changes.filter { $0.on > period.eve && $0.on <= end }.compactMap(\.commit)
      known.append(AccountRevenue(path, start: start, end: last, commits: commits))
    }
    return (known, leftOut)
  }

  private static func track(_ events: [FieldEvent], _ timeline: Timeline, present: Money?) -> Track<Money> {
    var source = TrackSource<Money>()
    source.told = events.map { event in
      .init(
        old: event.old.flatMap(DealFacts.money), new: event.new.flatMap(DealFacts.money), on: event.effectiveOn,
        commit: timeline.commits.indices.contains(event.commit) ? timeline.commits[event.commit].id : nil)
    }
    let newest = timeline.commits.last?.recordedAt.day
    return source.track(present: present, since: newest ?? Day(number: 0))
  }
}
