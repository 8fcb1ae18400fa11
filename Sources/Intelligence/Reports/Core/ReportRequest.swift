package import PipelineMetrics
package import WorkspaceModel

/// Which report, about whom, for which days, and what time it is.
package struct ReportRequest: Sendable {
  /// As definitions name it: "ae", "vp_sales".
  package var report: String
  /// Person id; nil for everybody.
  package var person: String?
  /// Team name; nil for all teams.
  package var team: String?
  /// How often it comes, which decides between today and the whole period.
  package var cadence: ReportDefinition.Cadence?
  package var period: MetricPeriod
  package var clock: MetricClock
  /// Short name of the commit that is read; nil for the files on disk.
  package var commit: String?
  /// Whether targets and their attainment are told.
  package var includesGoals: Bool
  /// Whether it is about the person alone, without those who report to them.
  package var isAlone = false

  /// A report about everybody for the last seven days, unless narrowed.
  package init(
    _ report: String, person: String? = nil, team: String? = nil, cadence: ReportDefinition.Cadence? = nil,
    period: MetricPeriod? = nil, clock: MetricClock, commit: String? = nil, includesGoals: Bool = false
  ) {
    self.report = report
    self.person = person
    self.team = team
    self.cadence = cadence
    self.period = period ?? .last(7, through: clock.day)
    self.clock = clock
    self.commit = commit
    self.includesGoals = includesGoals
  }
}
