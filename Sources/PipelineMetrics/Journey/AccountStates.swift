internal import Diagnostics
internal import WorkspaceModel

/// Finds which state an account was in when: its profile first, commits where that is silent.
struct AccountStates {
  private static let field = "account_stage"

  private let events: [RepoPath: [FieldEvent]]
  private let timeline: Timeline
  private let clock: MetricClock

  init(_ workspace: Workspace, _ timeline: Timeline, _ clock: MetricClock) {
    self.timeline = timeline
    self.clock = clock
    var events: [RepoPath: [FieldEvent]] = [:]
    for event in timeline.events where event.field == Self.field { events[event.record, default: []].append(event) }
    self.events = events
  }

  /// The states of one account over time.
  func track(of customer: Customer) -> Track<String> {
    var source = TrackSource<String>()
    var before: String?
    for visit in customer.accountHistory {
      source.own.append(.init(old: before, new: visit.stage.rawValue, on: visit.enteredOn))
      before = visit.stage.rawValue
    }
    source.told = (events[customer.source.path] ?? []).map { event in
      .init(
        old: event.old.flatMap(DealFacts.text), new: event.new.flatMap(DealFacts.text), on: event.effectiveOn,
        isDated: event.isDated || event.kind != .baseline,
        commit: timeline.commits.indices.contains(event.commit) ? timeline.commits[event.commit].id : nil)
    }.enumerated().sorted { left, right in
      (left.element.on?.number ?? 0, left.offset) < (right.element.on?.number ?? 0, right.offset)
    }.map(\.element)
    let newest = timeline[customer.source.path]?.versions.first.flatMap { version in
      timeline.commits.indices.contains(version.commit) ? timeline.commits[version.commit].recordedAt : nil
    }
    return source.track(
      present: customer.accountStage?.rawValue, since: newest.map { clock.day(of: $0) } ?? clock.day, isStage: true)
  }
}
