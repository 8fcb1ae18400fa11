internal import Diagnostics
internal import History
package import Intelligence
internal import PipelineMetrics
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// The workspace with all that a report tells of, which for most does not include what checks find.
  package func prepared(for report: String) async -> Fieldbook {
    let definition = ReportCatalog.definition(report, in: workspace)
    let readsFindings = definition.flatMap { ReportCatalog.report($0.report) }?.readsFindings ?? false
    return readsFindings ? await checked() : self
  }

  /// Computes a report of what the chosen audience may see.
  package func report(_ wanted: ReportOptions) throws(FieldbookError) -> ComputedReport {
    var timings = timings
    let visible = try timings.measure("apply access rules") { () throws(FieldbookError) in try self.visible() }
    return try report(wanted, in: visible, timings)
  }

  /// Computes a report from sources that others share.
  package func report(_ wanted: ReportOptions, from sources: ReportSources) throws(FieldbookError) -> ComputedReport {
    try report(wanted, in: sources.visible, timings, from: sources)
  }

  /// Computes a report of what somebody may see.
  func report(
    _ wanted: ReportOptions, in visible: VisibleWorkspace, _ timings: Timings, from sources: ReportSources? = nil
  ) throws(FieldbookError) -> ComputedReport {
    var timings = timings
    let workspace = visible.workspace
    guard let definition = ReportCatalog.definition(wanted.name, in: workspace) else {
      let nearest = ReportCatalog.nearest(to: wanted.name, in: workspace)
      let names = ReportCatalog.names(in: workspace)
      throw .usage(
        "there is no report '\(wanted.name)'",
        help: nearest.map { "did you mean '\($0)'?" }
          ?? (names.isEmpty ? "define one under reporting" : "choose one of: \(names.joined(separator: ", "))"))
    }
    guard let report = ReportCatalog.report(definition.report) else {
      let nearest = NearestWord.to(definition.report, among: ReportCatalog.all.map(\.id))
      throw .usage(
        "\(definition.source.path) asks for the report '\(definition.report)', which nothing computes",
        help: nearest.map { "did you mean '\($0)'?" }
          ?? "choose one of: \(ReportCatalog.all.map(\.id).joined(separator: ", "))")
    }
    try check(user: wanted.user, team: wanted.team, workspace)
    let zone = WorkspaceZone(workspace.settings.timeZone)
    let clock = MetricClock(self.clock.asOf) { zone.offsetMinutes(at: $0.seconds) }
    let name = wanted.period ?? definition.period ?? "last_7_days"
    guard let period = ReportPeriods.period(name, on: clock.day, settings: workspace.settings) else {
      throw .usage(
        "there is no period '\(name)'",
        help: ReportPeriods.nearest(to: name).map { "did you mean '\($0)'?" }
          ?? "such as \(ReportPeriods.names.joined(separator: ", ")), 2026-Q4 or 2026-11")
    }
    let request = ReportRequest(
      definition.report, person: wanted.user, team: wanted.team, cadence: definition.cadence, period: period,
      clock: clock, commit: snapshot.revision?.short, includesGoals: wanted.includesGoals)
    let data = timings.measure("work out numbers") {
      sources.map { report.generate(request, $0) } ?? report.generate(request, visible)
    }
    let template = ReportTemplate(definition)
    return ComputedReport(
      definition: definition, data: data, findings: template.markdown(data).findings, template: template,
      figures: { [clock = self.clock] in LiveFigures($0, workspace, visible.timeline, clock) }, day: clock.day,
      timings: timings, period: period)
  }

  /// Refuses somebody whom, and a team which, nobody knows.
  func check(user: String?, team: String? = nil, _ workspace: Workspace) throws(FieldbookError) {
    if let user, !workspace.people.contains(where: { $0.id == user }) {
      let ids = workspace.people.map(\.id)
      throw .usage(
        "nobody has the id '\(user)'",
        help: NearestWord.to(user, among: ids).map { "did you mean '\($0)'?" } ?? "ids are first name, dot, last name")
    }
    let teams = Set(workspace.people.compactMap(\.team)).sorted()
    if let team, !teams.contains(team) {
      throw .usage(
        "there is no team '\(team)'",
        help: NearestWord.to(team, among: teams).map { "did you mean '\($0)'?" }
          ?? "choose one of: \(teams.joined(separator: ", "))")
    }
  }
}
