/// What the workflows say of stage ids over time: which were renamed, and which comes before which.
///
/// Labels are never compared. An id that is no stage any more reads as what it became, whenever it was written; one that
/// was taken up again for another stage reads so only in versions from before the renaming.
package struct StageRules: Sendable {
  private struct Pipeline: Sendable {
    var order: [String: Int] = [:]
    var renamings: [String: [Workflow.StageRenaming]] = [:]
  }

  private var pipelines: [String: Pipeline] = [:]
  private static let fallback = "new-business"
  private static let closed: Set<String> = ["closed_won", "closed_lost"]

  /// The rules of these workflows; the standard one stands in for "new-business" when that is missing.
  package init(_ workflows: [Workflow]) {
    for workflow in workflows + [.standard] where workflow.subject == .deal {
      guard pipelines[workflow.workflowID] == nil else { continue }
      pipelines[workflow.workflowID] = Pipeline(
        order: Dictionary(workflow.stages.enumerated().map { ($1.id, $0) }) { first, _ in first },
        renamings: Dictionary(grouping: workflow.renamings, by: \.from))
    }
  }

  /// The id that a stage goes by today, for a deal of a pipeline as it was on a day.
  package func current(_ stage: String, in pipeline: String?, on day: Day) -> String {
    let pipeline = named(pipeline)
    var stage = stage
    // Renamed twice is renamed on; a circle of renamings ends where it began.
    var seen: Set<String> = []
    while seen.insert(stage).inserted {
      let isInUse = pipeline.order[stage] != nil
      let renaming = pipeline.renamings[stage]?.first { renaming in
        isInUse ? renaming.validFrom.map { day < $0 } ?? false : true
      }
      guard let renaming else { return stage }
      stage = renaming.to
    }
    return stage
  }

  /// Whether a stage comes before another one; false when the workflow lacks one of them.
  func isBackward(from old: String, to new: String, in pipeline: String?) -> Bool {
    let order = named(pipeline).order
    guard let before = order[old], let after = order[new] else { return false }
    return after < before
  }

  /// Whether a deal in this stage is won or lost.
  static func isClosed(_ stage: String) -> Bool { closed.contains(stage) }

  private func named(_ pipeline: String?) -> Pipeline {
    pipeline.flatMap { pipelines[$0] } ?? pipelines[Self.fallback] ?? Pipeline()
  }
}
