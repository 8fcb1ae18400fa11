internal import Diagnostics
internal import WorkspaceModel

/// The toolkit joined with what the deals say, worked out once for all its pages.
struct ToolkitShelf: Sendable {
  let documents: DocumentShelf
  /// Open deals that stand where a play is played, by playbook slug.
  let dealsAt: [String: [Deal]]
  /// Lessons of a path in order; those without a path under nil.
  let lessonsOn: [TrainingLesson.Path?: [TrainingLesson]]
  /// Lessons by slug.
  let lessons: [String: TrainingLesson]
  /// Place of a stage among all stages of all workflows, new business first.
  private let stageRank: [String: Int]
  private let stageNames: [String: String]

  init(_ reading: SiteReading) {
    let workspace = reading.workspace
    documents = DocumentShelf(reading)
    var known: [Workflow] = workspace.workflows
    if known.isEmpty { known = [.standard] }
    known.sort { left, right in
      let first = (left.subject == .deal ? 0 : 1, left.workflowID == "new-business" ? 0 : 1)
      let second = (right.subject == .deal ? 0 : 1, right.workflowID == "new-business" ? 0 : 1)
      return first != second ? first < second : left.source.path < right.source.path
    }
    var rank: [String: Int] = [:]
    var names: [String: String] = [:]
    for stage in known.flatMap(\.stages) where rank[stage.id] == nil {
      rank[stage.id] = rank.count
      names[stage.id] = stage.name
    }
    var byStage: [String: [String]] = [:]
    for playbook in workspace.playbooks {
      for stage in Set(playbook.stages) { byStage[stage, default: []].append(playbook.slug) }
    }
    var dealsAt: [String: [Deal]] = [:]
    for deal in workspace.deals where deal.isOpen {
      guard let stage = deal.stage else { continue }
      let plays = workspace.workflow(for: deal).stage(stage)?.play.map { [$0] } ?? byStage[stage] ?? []
      for play in plays { dealsAt[play, default: []].append(deal) }
    }
    self.dealsAt = dealsAt.mapValues { deals in
      deals.sorted { left, right in
        let (first, second) = (left.closeOn?.number ?? Int.max, right.closeOn?.number ?? Int.max)
        return first != second ? first < second : left.source.path < right.source.path
      }
    }
    lessonsOn = Dictionary(grouping: workspace.lessons, by: \.path).mapValues { list in
      list.sorted { ($0.order ?? Int.max, $0.title, $0.source.path) < ($1.order ?? Int.max, $1.title, $1.source.path) }
    }
    lessons = Dictionary(workspace.lessons.map { ($0.slug, $0) }) { first, _ in first }
    stageRank = rank
    stageNames = names
  }

  /// "Technical validation" for a stage id of any workflow.
  func stageName(_ id: String) -> String { stageNames[id] ?? Slug.title(of: id) }

  /// The earliest of some stages; unknown ones come after all others.
  func firstStage(_ ids: [String]) -> String? {
    ids.min { (rank($0), $0) < (rank($1), $1) }
  }

  /// Place of a stage on the way of a deal.
  func rank(_ id: String) -> Int { stageRank[id] ?? Int.max }

  /// Minutes of some lessons together; nil when one is unknown.
  static func minutes(_ lessons: [TrainingLesson]) -> Int? {
    var sum = 0
    for lesson in lessons {
      guard let minutes = lesson.minutes else { return nil }
      sum += minutes
    }
    return sum
  }

  /// "Onboarding, 3 lessons, 85 min".
  static func summary(of lessons: [TrainingLesson]) -> String {
    let time = minutes(lessons).map { "\(Format.grouped($0)) min" } ?? "minutes unknown"
    return "\(Format.count(lessons.count, "lesson")), \(time)"
  }

  /// The name of a training path.
  static func name(of path: TrainingLesson.Path?) -> String {
    path.map { Slug.title(of: $0.rawValue) } ?? "Outside the paths"
  }
}
