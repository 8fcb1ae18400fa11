internal import Diagnostics
internal import WorkspaceModel

/// Finds for each deal what its life is written from.
struct DealLivesReading {
  private let workspace: Workspace
  private let timeline: Timeline
  private let clock: MetricClock
  private let rules: StageRules
  private let events: [RepoPath: [FieldEvent]]
  private let workflows: [String: Workflow]

  /// Fields that are followed over time, and those of which the past only knows the values.
  private static let remembered: Set<String> = [
    "", "stage", "amount", "close_on", "owner", "forecast_category", "probability", "created_on", "closed_on",
    "stage_entered_on", "outcome", "type", "pipeline", "competitors", "reason_code", "source",
  ]

  init(_ workspace: Workspace, _ timeline: Timeline, clock: MetricClock) {
    self.workspace = workspace
    self.timeline = timeline
    self.clock = clock
    rules = StageRules(workspace.workflows)
    events = Self.grouped(timeline)
    workflows = Dictionary(workspace.workflows.map { ($0.workflowID, $0) }) { first, _ in first }
  }

  /// The part of a history that lives are written from, at any moment: of all that is or ever was a deal.
  static func narrowed(_ timeline: Timeline) -> Timeline {
    timeline.narrowed(
      to: { record in
        record.kind == .deal || record.versions.contains { KindOfPath.kind(of: $0.path) == .deal }
      }, fields: isRemembered)
  }

  private static func isRemembered(_ field: String) -> Bool {
    remembered.contains(field) || field.utf8.starts(with: "credit.".utf8)
  }

  /// The events of each deal that matter, in their order; those of one record mostly stand together.
  private static func grouped(_ timeline: Timeline) -> [RepoPath: [FieldEvent]] {
    var places: [RepoPath: Int] = [:]
    for record in timeline.records where record.kind == .deal && places[record.path] == nil {
      places[record.path] = places.count
    }
    var groups = [[FieldEvent]](repeating: [], count: places.count)
    var last: (path: RepoPath, place: Int?)?
    for index in timeline.events.indices {
      // By place, and the record first: most events are of no deal, and none of those needs to be copied.
      let path = timeline.events[index].record
      if last?.path != path { last = (path, places[path]) }
      guard let place = last?.place, isRemembered(timeline.events[index].field) else { continue }
      groups[place].append(timeline.events[index])
    }
    return places.mapValues { groups[$0] }
  }

  /// All lives in the order of paths.
  func lives(isPresent: Bool) -> [DealLife] {
    var lives: [DealLife] = []
    var seen: Set<RepoPath> = []
    if isPresent {
      for deal in workspace.deals where seen.insert(deal.source.path).inserted {
        lives.append(life(DealFacts(deal), timeline[deal.source.path]))
      }
    }
    // Those that are gone, and of the past all of them.
    for record in timeline.records where record.kind == .deal && !(isPresent && record.isPresent) {
      guard seen.insert(record.path).inserted else { continue }
      let known = (events[record.path] ?? []).filter { $0.kind != .removed }
      let values = known.values(recordedBy: Instant(seconds: .max))
      lives.append(life(DealFacts(record.path, values: values), record))
    }
    return lives.sorted { $0.record < $1.record }
  }

  private func life(_ facts: DealFacts, _ record: RecordHistory?) -> DealLife {
    let newest = record?.versions.first.flatMap { version in
      timeline.commits.indices.contains(version.commit) ? timeline.commits[version.commit] : nil
    }
    let biography = DealBiography(
      facts, events: events[facts.record] ?? [], commits: timeline.commits, workflow: workflow(of: facts),
      rules: rules, newestCommit: newest?.id, lastKnown: newest.map { clock.day(of: $0.recordedAt) } ?? clock.day)
    return biography.life()
  }

  /// As ``Workspace/workflow(for:)`` has it.
  private func workflow(of facts: DealFacts) -> Workflow {
    if let named = (facts.pipeline ?? facts.type?.rawValue).flatMap({ workflows[$0] }) { return named }
    return workflows["new-business"].flatMap { $0.subject == .deal ? $0 : nil } ?? .standard
  }
}
