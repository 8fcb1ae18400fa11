internal import WorkspaceModel

/// How often deals jumped over stages or fell back (domain 2.1: skip and regression rate).
package struct StageMoves: Sendable {
  /// Jumps of more than one stage forward / all transitions.
  package let skips: Metric
  /// Steps backward / all transitions; a re-opened deal is not one.
  package let regressions: Metric

  /// The transitions of a period between open stages, and into a win.
  package init(_ lives: DealLives, during period: MetricPeriod, scope: MetricScope = .all) {
    var evidence = Evidence()
    let scoped = lives.lives(in: scope)
    for life in scoped {
      for (before, after) in zip(life.visits, life.visits.dropFirst()) where before.isOpen {
        guard after.isOpen || after.stage == "closed_won" else { continue }
        guard let on = after.enteredOn else {
          evidence.leaveOut(life.record, "moved on an unknown day")
          continue
        }
        guard period.contains(on), on <= lives.clock.day, lives.credits(scope, life.owners.value(on: on)) else {
          continue
        }
        guard let from = before.place, let to = after.place else {
          evidence.leaveOut(life.record, "moved between stages that the workflow lacks")
          continue
        }
        evidence.use(life.record, to < from ? "back" : to - from > 1 ? "skip" : "step", commits: [after.commit])
      }
    }
    let reason =
      lives.reasonForNone ?? (scoped.isEmpty ? "no deals in scope" : "no deal moved in \(period.name)")
    func metric(_ id: String, _ title: String, _ sentence: String, _ part: String) -> Metric {
      evidence.metric(
        MetricDefinition(id, title, "\(sentence) / all transitions in \(period.name)"), .share,
        Ratio(evidence.inputs.count { $0.part == part }, of: evidence.inputs.count).map(MetricValue.ratio)
          ?? .unknown(reason))
    }
    skips = metric("skip_rate", "Skips", "transitions of more than one stage forward", "skip")
    regressions = metric("regression_rate", "Regressions", "transitions to an earlier stage", "back")
  }
}
