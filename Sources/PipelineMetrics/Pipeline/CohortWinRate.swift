internal import WorkspaceModel

/// How many of the deals created in a period were won, of those that are resolved (domain 2.1).
package struct CohortWinRate: Sendable {
  /// won / resolved.
  package let rate: Metric
  /// Still open / created; a young cohort shows its fast outcomes only.
  package let unresolved: Metric

  /// The deals created in a period, by their final outcomes up to the clock's day.
  package init(_ lives: DealLives, createdDuring period: MetricPeriod, scope: MetricScope = .all) {
    var (resolved, all) = (Evidence(), Evidence())
    let scoped = lives.lives(in: scope)
    for life in scoped {
      guard let created = life.createdOn else {
        if lives.credits(scope, life.owners.last) { all.leaveOut(life.record, "created on an unknown day") }
        continue
      }
      guard period.contains(created), created <= lives.clock.day,
        lives.credits(scope, life.owners.value(on: created))
      else { continue }
      if life.isClosedUndated {
        all.leaveOut(life.record, "closed on an unknown day")
        continue
      }
      guard let outcome = life.closings(through: lives.clock.day, mode: .final).last else {
        all.use(life.record, "open", commits: [life.newestCommit])
        continue
      }
      all.use(life.record, "resolved", commits: outcome.commits)
      resolved.use(life.record, outcome.isWon ? "won" : "lost", commits: outcome.commits)
    }
    let none = lives.reasonForNone ?? (scoped.isEmpty ? "no deals in scope" : "no deal created in \(period.name)")
    rate = resolved.metric(
      MetricDefinition(
        "cohort_win_rate", "Cohort win rate", "won / resolved of deals created in \(period.name), by final outcome"),
      .share,
      Ratio(resolved.inputs.count { $0.part == "won" }, of: resolved.inputs.count).map(MetricValue.ratio)
        ?? .unknown(all.inputs.isEmpty ? none : "none of them is resolved"), unknown: all.leftOut.count)
    unresolved = all.metric(
      MetricDefinition("cohort_unresolved", "Unresolved", "open / all deals created in \(period.name)"), .share,
      Ratio(all.inputs.count { $0.part == "open" }, of: all.inputs.count).map(MetricValue.ratio) ?? .unknown(none))
  }
}
