internal import Checks
internal import Diagnostics
internal import History
internal import Site
internal import WorkspaceModel

/// What files mean and what is wrong with them: parsed, rendered, checked.
struct Examined: Sendable {
  let workspace: Workspace
  let bodies: RenderedBodies
  let clock: SiteClock
  /// Sorted by place.
  let findings: [Diagnostic]

  /// Works through the files of a snapshot.
  init(
    _ snapshot: WorkspaceSnapshot, _ facts: [RepoPath: RecordFacts], _ options: OpenOptions, _ timings: inout Timings
  ) async {
    let (workspace, loaded) = await timings.measure("parse records") {
      await WorkspaceLoader.load(snapshot.files, jobs: options.jobs)
    }
    var findings = loaded
    let zone = WorkspaceZone(workspace.settings.timeZone)
    if !zone.isKnown { findings.append(UnknownTimeZone.finding(workspace.settings.timeZone)) }
    let clock = Self.clock(options, snapshot, zone)
    var bodies = RenderedBodies(documents: [:], refusals: [:], findings: [])
    if options.needsDocuments {
      bodies = await timings.measure("render texts") { await RenderedBodies.render(workspace, options) }
      findings += bodies.findings
    }
    if options.needsChecks {
      let input = CheckInput(
        workspace: workspace, files: snapshot.files, documents: bodies.documents, today: clock.today,
        commit: options.commit, renames: options.renames, changedOn: facts.mapValues(\.changedAt.day),
        history: options.walksHistory ? snapshot.history : nil)
      let found = findings
      findings = await timings.measure("run checks") { await CheckRun().findings(in: input, loaded: found) }
    }
    self.workspace = workspace
    self.bodies = bodies
    self.clock = clock
    self.findings = findings.sorted()
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
