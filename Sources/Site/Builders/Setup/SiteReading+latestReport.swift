internal import Diagnostics
internal import Intelligence
internal import Markdown
internal import PipelineMetrics
internal import WorkspaceModel

/// What a report says at the moment that a site shows.
struct LatestReport {
  var text: HTML
  /// As of, commit, scope, freshness, what is unknown.
  var facts: [Fact]
  /// What its template asks for in vain.
  var notices: [Notice]
}

extension SiteReading {
  /// What all reports read, put in order once for all their pages.
  var reportSources: ReportSources { ReportSources(visible, clock: metricClock, lives: metrics.lives) }

  /// The text of a report for whom the site is built; nil for one that is another person's, or that nothing computes.
  func latest(_ definition: ReportDefinition, on href: Href, _ sources: ReportSources) -> LatestReport? {
    var person: String?
    if case .person(let id) = visible.audience { person = id }
    if definition.level == .personal, !isReader(person, of: definition) { return nil }
    return liveReport(
      definition, person: definition.level == .team ? nil : person, team: nil, on: href, sources)
  }

  /// The text of a report about a person, a team or everybody, as `fieldbook report` prints it; nil when nothing
  /// computes it.
  func liveReport(
    _ definition: ReportDefinition, person: String?, team: String?, on href: Href, _ sources: ReportSources
  ) -> LatestReport? {
    guard let report = ReportCatalog.report(definition.report) else { return nil }
    let name = definition.period ?? "last_7_days"
    let request = ReportRequest(
      definition.report, person: person, team: team, cadence: definition.cadence,
      period: ReportPeriods.period(name, on: sources.clock.day, settings: workspace.settings), clock: sources.clock,
      commit: revision)
    let data = report.generate(request, sources)
    let (markdown, findings) = ReportTemplate(definition).markdown(data, in: definition.source.path.parent)
    guard
      case .document(let document) = MarkdownRenderer.render(
        Array(markdown.utf8), options: MarkdownOptions(demoteHeadings: true))
    else { return nil }
    var bytes: [UInt8] = []
    let target = linkTarget(in: definition.source.path, root: PageDepth.root(of: href.path))
    document.html.write(into: &bytes) { link in
      // Only files that a text of the workspace names are copied: what has no page stays words.
      if case .asset = resolver.resolve(link, in: definition.source.path) { return .none }
      return target(link)
    }
    return LatestReport(
      text: HTML(bytes: bytes),
      facts: [
        textFact("As of", data.asOf), textFact("Commit", data.commit), textFact("Scope", data.scope),
        textFact("Freshness", data.freshness), textFact("Unknown", data.unknown),
      ],
      notices: findings.map { finding in
        Notice(kind: "error", icon: "alert", noticeTitle: finding.summary, explanation: finding.explanation ?? "")
      })
  }

  /// Whether a personal report is about the person that the site is built for.
  private func isReader(_ person: String?, of definition: ReportDefinition) -> Bool {
    guard let person, let role = index.people[person]?.role else { return false }
    return definition.forRole.map { $0 == role.rawValue } ?? true
  }
}
