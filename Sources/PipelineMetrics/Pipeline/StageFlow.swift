internal import Diagnostics
package import WorkspaceModel

/// What became of visits to a stage, and how long they took (domain 2.1: stage conversion and duration).
package struct StageFlow: Sendable {
  package let stage: String
  /// Advanced / ended.
  package let conversion: Metric
  /// The middle of exit − entry.
  package let median: Metric
  package let mean: Metric
  /// Visits that have not ended by the clock's day: censored, not failed.
  package let unfinished: Int

  /// The open stages of a workflow in order, by the visits that ended in a period.
  package static func flows(
    _ lives: DealLives, of workflow: Workflow, during period: MetricPeriod, scope: MetricScope = .all
  ) -> [StageFlow] {
    var scope = scope
    scope.pipelines = [workflow.workflowID]
    var gathered: [String: Gathering] = [:]
    for life in lives.lives(in: scope) {
      for (index, visit) in life.visits.enumerated() where visit.isOpen {
        guard let stage = visit.stage else { continue }
        let next = index + 1 < life.visits.count ? life.visits[index + 1] : nil
        let owner = life.owners.value(on: visit.leftOn ?? lives.clock.day)
        guard lives.credits(scope, owner) else { continue }
        gathered[stage, default: Gathering()].take(visit, next, of: life, period, today: lives.clock.day)
      }
    }
    return workflow.stages.filter { !StageVisit.isClosed($0.id) && $0.category != .closed }.map { stage in
      StageFlow(stage.id, gathered[stage.id] ?? Gathering(), period, none: lives.reasonForNone)
    }
  }

  private struct Gathering {
    var ended = Evidence()
    var timed = Evidence()
    var days: [Int] = []
    var unfinished = 0

    mutating func take(
      _ visit: StageVisit, _ next: StageVisit?, of life: DealLife, _ period: MetricPeriod, today: Day
    ) {
      if let entered = visit.enteredOn, entered > today { return }
      guard visit.hasEnded, visit.leftOn.map({ $0 <= today }) ?? true else {
        unfinished += 1
        return
      }
      guard let left = visit.leftOn else {
        ended.leaveOut(life.record, "left on an unknown day")
        return
      }
      guard period.contains(left) else { return }
      let hasAdvanced =
        next?.stage == "closed_won" || next?.isOpen == true && (next?.place ?? -1) > (visit.place ?? .max)
      ended.use(life.record, hasAdvanced ? "advanced" : "ended", commits: [next?.commit])
      guard let entered = visit.enteredOn else {
        timed.leaveOut(life.record, "entered on an unknown day")
        return
      }
      let stay = left.days(since: entered)
      days.append(stay)
      timed.use(life.record, "visit", days: stay, commits: [visit.commit, next?.commit])
    }
  }

  private init(_ stage: String, _ gathered: Gathering, _ period: MetricPeriod, none: String?) {
    self.stage = stage
    unfinished = gathered.unfinished
    let reason = none ?? "no visit ended in \(period.name)"
    let ended = gathered.ended
    conversion = ended.metric(
      MetricDefinition(
        "stage_conversion", "Conversion of \(stage)",
        "advanced / ended of the visits to \(stage) that ended in \(period.name); unfinished visits do not count"),
      .share,
      Ratio(ended.inputs.count { $0.part == "advanced" }, of: ended.inputs.count).map(MetricValue.ratio)
        ?? .unknown(reason))
    let days = Distribution(gathered.days)
    func duration(_ word: String, _ figure: Fraction?) -> Metric {
      gathered.timed.metric(
        MetricDefinition(
          "stage_duration_\(word)", "Days in \(stage), \(word)",
          "\(word) of exit − entry of the visits to \(stage) that ended in \(period.name); a skipped stage has no visit"
        ),
        .days, Distribution.value(figure, orUnknown: reason))
    }
    median = duration("median", days.median)
    mean = duration("mean", days.mean)
  }
}
