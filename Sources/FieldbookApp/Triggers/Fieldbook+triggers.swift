internal import Automation
internal import Diagnostics
internal import Git
internal import History
internal import PipelineMetrics
internal import Site
internal import WorkspaceModel

extension Fieldbook {
  /// How often somebody else may be faster.
  static let triggerAttempts = 12

  /// Looks at all rules for one moment and commits what follows, in one commit; again from the start when the branch
  /// moved meanwhile, so that two runs at once never say the same thing twice.
  package static func runTriggers(
    _ options: OpenOptions, _ wanted: TriggerOptions
  ) async throws(FieldbookError) -> TriggerOutcome {
    try await runTriggers(options, wanted, before: { _ in })
  }

  static func runTriggers(
    _ options: OpenOptions, _ wanted: TriggerOptions, before: @escaping @Sendable (BranchWriter.Step) throws -> Void
  ) async throws(FieldbookError) -> TriggerOutcome {
    let signature = try wanted.isDryRun ? nil : committer(options)
    for _ in 0..<triggerAttempts {
      var writer = BranchWriter(
        folder: options.workspace, workspace: .root, reference: wanted.reference,
        signature: signature ?? Signature(name: "-", email: "-", when: 0), before: before)
      if !wanted.isDryRun { try writer.finish() }
      let (reference, current) = try writer.head()
      let fieldbook = try await open(
        triggerOptions(options, at: wanted.isDryRun && options.asOf != nil ? nil : current))
      let input = fieldbook.triggerInput(wanted)
      var timings = fieldbook.timings
      let decisions = timings.measure("evaluate rules") { TriggerRun.decisions(input) }
      var outcome = TriggerOutcome(
        decisions: decisions, commit: nil, head: current?.hex, delays: fieldbook.delays(decisions),
        branch: String(reference.dropFirst("refs/heads/".count)), left: [],
        asOf: fieldbook.clock.asOf, timings: timings)
      if wanted.isDryRun || decisions.isEmpty || decisions.isStopped { return outcome }
      writer = BranchWriter(
        folder: options.workspace, workspace: fieldbook.snapshot.folder, reference: wanted.reference,
        signature: writer.signature, before: before)
      let base = fieldbook.snapshot.revision.flatMap { ObjectID(hex: $0.commit) }
      let files = fieldbook.files(decisions.writes)
      switch try writer.commit(
        files, onto: base, replacing: current,
        message: TriggerMessage.text(decisions, fieldbook.clock.asOf, rendered: wanted.rendered))
      {
      case .committed(let commit, let left):
        (outcome.commit, outcome.head, outcome.left) = (commit.short, commit.hex, left.map(\.description))
        return outcome
      case .lost: continue
      }
    }
    throw .usage("the branch moved \(triggerAttempts) times meanwhile", help: "try again when others are done")
  }

  /// Rules need records and history, neither pages nor checks; the clock is the wall's unless another is given.
  static func triggerOptions(_ options: OpenOptions, at commit: ObjectID?) -> OpenOptions {
    var options = options
    if let commit { options.revision = commit.hex }
    options.isWorkTree = false
    options.needsDocuments = false
    options.needsChecks = false
    if options.asOf == nil {
      options.asOf = .instant(Instant(seconds: options.sourceDateEpoch ?? options.wallClock))
      if commit == nil, options.revision == nil { options.revision = "HEAD" }
    }
    return options
  }

  /// What a run of this workspace looks at.
  func triggerInput(_ wanted: TriggerOptions) -> TriggerInput {
    let calendar = WorkCalendar { zone, seconds in WorkspaceZone(zone).offsetMinutes(at: seconds) }
    let zone = WorkspaceZone(workspace.settings.timeZone)
    let clock = MetricClock(clock.asOf) { zone.offsetMinutes(at: $0.seconds) }
    var input = TriggerInput(workspace, history.timeline, clock: clock, calendar: calendar)
    input.fanOut = wanted.fanOut
    input.only = wanted.rules
    return input
  }

  /// When what opened each new alert happened and became official.
  private func delays(_ decisions: TriggerDecisions) -> [AlertDelay] {
    decisions.changes.filter { $0.kind == .opened }.map { change in
      let path = change.episode.evidence.first.map { RepoPath($0.path) }
      let interaction = workspace.interactions.first { $0.source.path == path }
      let added = path.flatMap { history.timeline[$0]?.versions.last }
      return AlertDelay(
        alert: change.episode.id, happened: interaction?.occurredAt,
        recorded: added.map { history.timeline.commits[$0.commit].recordedAt }, detected: clock.asOf, rendered: nil)
    }
  }

  /// Whoever commits here.
  static func committer(_ options: OpenOptions) throws(FieldbookError) -> Signature {
    let author: Author?
    do throws(GitError) { author = try Repository(discovering: options.workspace).committer() } catch {
      throw .repository(error)
    }
    guard let author else {
      throw .usage(
        "nobody is named who commits here",
        help: "run: git config user.name <name>, and git config user.email <address>")
    }
    return Signature(name: author.name, email: author.email, when: Int64(options.sourceDateEpoch ?? options.wallClock))
  }

  /// The bytes that some writes come to, over the files that were read.
  func files(_ writes: [FileWrite]) -> [(path: RepoPath, bytes: [UInt8]?)] {
    var texts: [RepoPath: String] = [:]
    let wanted = Set(
      writes.map(\.path)
        + writes.compactMap { write in
          if case .proposed(let proposal) = write.content { return proposal.deal }
          return nil
        })
    for file in snapshot.files where wanted.contains(file.path) {
      if case .bytes(let bytes) = file.content { texts[file.path] = String(decoding: bytes, as: UTF8.self) }
    }
    return writes.compactMap { write in
      switch write.content {
      case .created(let text): return (write.path, Array(text.utf8))
      case .removed: return (write.path, nil)
      case .edited(let edits):
        guard let new = texts[write.path].flatMap({ FieldEdit.apply(edits, to: $0) }) else { return nil }
        return (write.path, Array(new.utf8))
      case .proposed(let proposal):
        let folder = snapshot.folder.isRoot ? "" : snapshot.folder.description
        let patch = texts[proposal.deal].flatMap {
          proposal.patch(of: $0, folder: folder, date: TriggerMessage.mailDate(clock.asOf))
        }
        return patch.map { (write.path, Array($0.utf8)) }
      }
    }
  }
}
