package import PipelineMetrics
package import WorkspaceModel

/// All that a run looks at; the same input always gives the same decisions.
package struct TriggerInput {
  package var workspace: Workspace
  package var timeline: Timeline
  package var clock: MetricClock
  package var calendar: WorkCalendar
  package var arrivals: Arrivals
  /// What was decided before; the workspace's alert files unless something else is tried out.
  package var episodes: [Episode]
  /// New episodes of one rule above which it stops.
  package var fanOut = 50
  /// Rules to look at; nil for all.
  package var only: Set<String>?
  /// Whether actions are planned; trying rules out needs none.
  package var plansActions = true

  /// The input of a run at a moment.
  package init(
    _ workspace: Workspace, _ timeline: Timeline, clock: MetricClock, calendar: WorkCalendar, arrivals: Arrivals? = nil
  ) {
    self.workspace = workspace
    self.timeline = timeline
    self.clock = clock
    self.calendar = calendar
    self.arrivals = arrivals ?? Arrivals(timeline, at: clock.now)
    episodes = workspace.alerts.compactMap(Episode.init)
  }
}
