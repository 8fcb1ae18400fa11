internal import Checks
internal import Diagnostics
internal import History
internal import Markdown
internal import PipelineMetrics
internal import Site
internal import WorkspaceModel

/// What files mean and what is wrong with them: parsed, rendered, checked.
struct Examined: Sendable {
  /// What each file says by itself.
  private(set) var files: ReadFiles
  private(set) var workspace: Workspace
  private(set) var bodies: RenderedBodies
  let clock: SiteClock
  /// Those of the checks only after ``check(_:_:_:_:_:)``; sorted by place.
  var findings: [Diagnostic]

  /// Reads what the files of a snapshot mean.
  init(_ snapshot: WorkspaceSnapshot, _ options: OpenOptions, _ timings: inout Timings) async {
    let files = await timings.measure("parse records") { await ReadFiles(snapshot.files, jobs: options.jobs) }
    await self.init(files, snapshot, options, &timings)
  }

  /// What the files of a snapshot mean that were read already; texts that are not among the `changed` are taken over
  /// from an earlier reading.
  init(
    _ files: ReadFiles, _ snapshot: WorkspaceSnapshot, _ options: OpenOptions, _ timings: inout Timings,
    after earlier: Examined? = nil, changed: Set<RepoPath> = []
  ) async {
    let (workspace, loaded) = timings.measure("join records") { WorkspaceLoader.load(files) }
    var findings = loaded
    let zone = WorkspaceZone(workspace.settings.timeZone)
    if !zone.isKnown { findings.append(UnknownTimeZone.finding(workspace.settings.timeZone)) }
    let clock = Self.clock(options, snapshot, zone)
    var bodies = RenderedBodies(documents: [:], refusals: [:], findings: [])
    if options.needsDocuments {
      bodies = await timings.measure("render texts") {
        await RenderedBodies.render(workspace, options, after: earlier?.bodies, changed)
      }
      findings += bodies.findings
    }
    self.files = files
    self.workspace = workspace
    self.bodies = bodies
    self.clock = clock
    self.findings = findings.sorted()
  }

  /// The same with another text of one record; nil when more depends on the text, as figures do that it asks for.
  func telling(_ source: RecordSource, _ files: ReadFiles) -> Examined? {
    var told = self
    told.files = files
    told.bodies = bodies.rendering(source)
    let asks = [bodies, told.bodies].contains { $0.documents[source.path]?.figures.isEmpty == false }
    if asks { return nil }
    told.workspace.setText(of: source)
    if bodies.findings != told.bodies.findings {
      told.findings = Array(Set(findings).subtracting(bodies.findings).union(told.bodies.findings)).sorted()
    }
    return told
  }

  /// Whether checks have something to compare with data, for which they need to know what records went through.
  func comparesWithData(_ options: OpenOptions) -> Bool {
    options.needsChecks && options.walksHistory
      && !AskedFigures(bodies.documents, workspace.battlecards).isEmpty
  }

  /// Runs the checks; without a timeline nothing is compared with data.
  mutating func check(
    _ snapshot: WorkspaceSnapshot, _ facts: [RepoPath: RecordFacts], _ timeline: Timeline?, _ options: OpenOptions,
    _ timings: inout Timings
  ) async {
    guard options.needsChecks else { return }
    let figures = timeline.map { timeline in
      FigureValues(
        LiveFigures(AskedFigures(bodies.documents, workspace.battlecards).queries, workspace, timeline, clock),
        workspace.settings, clock)
    }
    let input = CheckInput(
      workspace: workspace, files: snapshot.files, documents: bodies.documents, today: clock.today,
      commit: options.commit, renames: options.renames, changedOn: facts.mapValues(\.changedAt.day),
      history: options.walksHistory ? snapshot.history : nil, figures: figures)
    let found = findings
    findings = await timings.measure("run checks") { await CheckRun().findings(in: input, loaded: found) }.sorted()
  }

  private static func clock(_ options: OpenOptions, _ snapshot: WorkspaceSnapshot, _ zone: WorkspaceZone) -> SiteClock {
    let seconds: Int
    switch options.asOf {
    case .day(let day): return SiteClock(asOf: zone.end(of: day), today: day)
    case .instant(let instant): seconds = instant.seconds
    case nil: seconds = options.sourceDateEpoch ?? snapshot.head?.committedAt.seconds ?? options.wallClock
    }
    let asOf = Instant(seconds: seconds, offsetMinutes: zone.offsetMinutes(at: seconds))
    return SiteClock(asOf: asOf, today: asOf.day)
  }
}
