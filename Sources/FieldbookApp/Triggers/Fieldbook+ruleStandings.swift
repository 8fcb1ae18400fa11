internal import Automation
internal import Diagnostics
internal import PipelineMetrics
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// What the rules that are looked at every day find among the records that an audience may see, worked out when asked.
  ///
  /// They get nothing else to look at, so that no count tells of what is hidden.
  func ruleStandings(_ visible: VisibleWorkspace) -> @Sendable () -> [String: RuleStanding] {
    let zone = WorkspaceZone(workspace.settings.timeZone)
    let clock = MetricClock(clock.asOf) { zone.offsetMinutes(at: $0.seconds) }
    return {
      let calendar = WorkCalendar { zone, seconds in WorkspaceZone(zone).offsetMinutes(at: seconds) }
      // Nothing has arrived: rules that wait for something have nothing to look at.
      let arrivals = Arrivals(visible.timeline, at: clock.now, firstNew: visible.timeline.commits.count)
      var input = TriggerInput(
        visible.workspace, visible.timeline, clock: clock, calendar: calendar, arrivals: arrivals)
      input.plansActions = false
      var standings: [String: RuleStanding] = [:]
      for tally in TriggerRun.decisions(input).tallies {
        standings[tally.rule] = RuleStanding(
          looked: tally.looked,
          unknown: tally.unknown.map { RuleStanding.Unknown(subject: $0.subject, reason: $0.reason) })
      }
      return standings
    }
  }
}
