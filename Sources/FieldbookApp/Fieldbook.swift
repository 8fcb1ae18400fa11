internal import Checks
package import Diagnostics
internal import Git
package import History
internal import Markdown
package import Site
package import WorkspaceModel

/// An opened workspace: what was read, what it means, and what is wrong with it.
///
/// The one place where history, model and site are put together; every command goes through it.
package struct Fieldbook: Sendable {
  /// The files as read.
  package let snapshot: WorkspaceSnapshot
  /// All records, whoever may see them.
  package let workspace: Workspace
  /// All that is wrong, sorted by place.
  package let findings: [Diagnostic]
  /// What time it is.
  package let clock: SiteClock
  /// How long each step took.
  package let timings: Timings
  /// What records went through, whoever may see it; empty when it was not asked for.
  let history: WorkspaceHistory
  /// What records went through, as the checks compared claims with it; nil when they compared nothing.
  let comparedWith: Timeline?
  /// What history says of each file.
  let facts: [RepoPath: RecordFacts]
  let documents: [RepoPath: MarkdownDocument]
  let refusals: [RepoPath: String]
  let options: OpenOptions

  /// Reads, parses and renders a workspace.
  package static func open(_ options: OpenOptions) async throws(FieldbookError) -> Fieldbook {
    var timings = Timings()
    let reader = try reader(options)
    let snapshot = try timings.measure("read files") { () throws(FieldbookError) in
      try read(reader, options)
    }
    let facts = RecordFacts.facts(of: snapshot.history)
    var examined = await Examined(snapshot, options, &timings)
    var history = WorkspaceHistory.none
    var timeline: Timeline?
    if options.needsHistory {
      history = try await readHistory(snapshot, examined, reader, options, &timings)
      timeline = history.timeline
    } else if examined.comparesWithData(options) {
      var narrow = options
      narrow.needsDocuments = false
      timeline = try await readHistory(snapshot, examined, reader, narrow, &timings).timeline
    }
    await examined.check(snapshot, facts, timeline, options, &timings)
    return Fieldbook(snapshot, examined, facts, history, comparedWith: timeline, options, timings)
  }

  /// Opens the repository of a workspace.
  static func reader(_ options: OpenOptions) throws(FieldbookError) -> WorkspaceReader {
    do {
      return try WorkspaceReader(
        options.workspace, isHook: options.isStaged, jobs: options.jobs, isCached: options.usesCache)
    } catch {
      throw .repository(error)
    }
  }

  /// Reads the files that were asked for, and the history where it is wanted.
  static func read(
    _ reader: WorkspaceReader, _ options: OpenOptions
  ) throws(FieldbookError) -> WorkspaceSnapshot {
    do throws(GitError) {
      var snapshot = try reader.read(try source(options, reader), withFacts: options.walksHistory)
      if let name = options.comparedWith, let head = snapshot.head {
        snapshot.base = WorkspaceSnapshot.Tag(name: name, commit: try reader.base(of: name, head.commit))
      }
      if options.requiresFullHistory, snapshot.isShallow {
        throw GitError(
          .shallow, "read the whole history", "it was cut off when cloning", help: "run: git fetch --unshallow")
      }
      return snapshot
    } catch {
      throw .repository(error)
    }
  }

  /// Reads what the records went through.
  static func readHistory(
    _ snapshot: WorkspaceSnapshot, _ examined: Examined, _ reader: WorkspaceReader, _ options: OpenOptions,
    _ timings: inout Timings
  ) async throws(FieldbookError) -> WorkspaceHistory {
    let (workspace, documents) = (examined.workspace, examined.bodies.documents)
    do {
      return try await timings.measure("read history") { () async throws(GitError) in
        try await WorkspaceHistory.read(snapshot, workspace, documents, reader, options)
      }
    } catch {
      throw .repository(error)
    }
  }

  /// Works through files that were read already, without a history to compare claims with.
  init(_ snapshot: WorkspaceSnapshot, _ options: OpenOptions) async {
    var timings = Timings()
    let facts = RecordFacts.facts(of: snapshot.history)
    var examined = await Examined(snapshot, options, &timings)
    await examined.check(snapshot, facts, nil, options, &timings)
    self.init(snapshot, examined, facts, .none, comparedWith: nil, options, timings)
  }

  /// Puts together what was read.
  init(
    _ snapshot: WorkspaceSnapshot, _ examined: Examined, _ facts: [RepoPath: RecordFacts],
    _ history: WorkspaceHistory, comparedWith: Timeline?, _ options: OpenOptions, _ timings: Timings
  ) {
    self.facts = facts
    self.snapshot = snapshot
    self.options = options
    self.timings = timings
    self.history = history
    self.comparedWith = comparedWith
    workspace = examined.workspace
    findings = examined.findings
    clock = examined.clock
    documents = examined.bodies.documents
    refusals = examined.bodies.refusals
  }

  /// The same, with the checks run where they were left out.
  func checked() async -> Fieldbook {
    if options.needsChecks { return self }
    var options = options
    options.needsChecks = true
    var timings = timings
    var examined = await Examined(snapshot, options, &timings)
    let timeline = options.needsHistory ? history.timeline : nil
    await examined.check(snapshot, facts, timeline, options, &timings)
    return Fieldbook(snapshot, examined, facts, history, comparedWith: timeline, options, timings)
  }

  /// The part of the workspace that the chosen audience may know of.
  package func visible() throws(FieldbookError) -> VisibleWorkspace { try visible(historyOf: nil) }

  /// The same with the history that was filtered for an earlier state, where that cannot have become another.
  func visible(historyOf earlier: VisibleWorkspace?) throws(FieldbookError) -> VisibleWorkspace {
    let policy = AccessPolicy(workspace)
    guard let audience = policy.audience(named: options.audience ?? workspace.settings.defaultAudience) else {
      let name = options.audience ?? workspace.settings.defaultAudience ?? ""
      let nearest = NearestWord.to(name, among: policy.knownNames)
      throw .usage(
        "there is no audience '\(name)'",
        help: nearest.map { "did you mean '\($0)'?" }
          ?? "choose one of: \(workspace.access.audiences.map(\.id).joined(separator: ", ")), or a person's id")
    }
    return visible(to: audience, historyOf: earlier)
  }

  /// The part of the workspace that an audience may know of; with limits, what assistants may know of for it.
  func visible(
    to audience: Audience, historyOf earlier: VisibleWorkspace? = nil, _ limits: AssistantLimits? = nil
  ) -> VisibleWorkspace {
    judgingClaims(
      AccessPolicy(workspace).visible(
        workspace, to: audience, documents: documents, refusals: refusals, facts: facts, findings: findings,
        timeline: history.timeline, versions: history.versions, historyOf: earlier, limits: limits))
  }

  private static func source(_ options: OpenOptions, _ reader: WorkspaceReader) throws(GitError) -> SnapshotSource {
    if options.isWorkTree { return .workTree }
    if options.isStaged { return .index }
    if let revision = options.revision { return .revision(revision) }
    switch options.asOf {
    case nil: return .revision(nil)
    case .instant(let instant): return .moment(instant.seconds)
    case .day(let day):
      // The day ends where the workspace is at home, which today's settings say.
      let settings = try reader.settings()
      return .moment(WorkspaceZone(settings.timeZone).end(of: day).seconds)
    }
  }
}
