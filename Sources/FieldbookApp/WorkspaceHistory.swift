internal import Diagnostics
internal import Git
internal import History
internal import Markdown
internal import WorkspaceModel

/// The history of an opened workspace, whoever may see it: what each field went through, and the texts of versions.
struct WorkspaceHistory: Sendable {
  var timeline: Timeline
  var versions: VersionTexts

  /// No history at all.
  static let none = WorkspaceHistory(timeline: Timeline(), versions: VersionTexts())

  /// Reads what every version of every record said, on as many threads as asked for, and renders changed prose.
  static func read(
    _ snapshot: WorkspaceSnapshot, _ workspace: Workspace, _ options: OpenOptions
  ) async throws(GitError) -> WorkspaceHistory {
    var present: [String: [UInt8]] = [:]
    for file in snapshot.files where !file.hash.isEmpty {
      if case .bytes(let bytes) = file.content { present[file.hash] = bytes }
    }
    let settings = workspace.settings.history
    let maker = TimelineEvents(
      commits: snapshot.history.commits.map { Self.marked($0, settings.isBot) }, records: snapshot.history.records,
      rules: TimelineEvents.Rules(baselineDeals: settings.baselineDeals, workflows: workspace.workflows))
    let parts = await parts(maker, snapshot.history.records, present, options)
    var (records, events, versions) = ([RecordHistory](), [RecordEvents](), VersionTexts(bytes: present))
    for part in parts {
      let part = try part.get()
      records += part.records
      events += part.events
      versions.bytes.merge(part.bytes) { old, _ in old }
    }
    let timeline = maker.timeline(records, events, isCutOff: snapshot.history.isCutOff)
    if options.needsDocuments { versions.documents = await documents(of: timeline, versions.bytes, options) }
    return WorkspaceHistory(timeline: timeline, versions: versions)
  }

  /// What was made of a stretch of records.
  private struct Part: Sendable {
    var records: [RecordHistory]
    var events: [RecordEvents] = []
    /// Contents that only the past has.
    var bytes: [String: [UInt8]] = [:]
  }

  /// Below so many records another thread costs more than it brings.
  private static let fewest = 200

  private static func parts(
    _ maker: TimelineEvents, _ records: [RecordHistory], _ present: [String: [UInt8]], _ options: OpenOptions
  ) async -> [Result<Part, GitError>] {
    let count = max(1, min(options.jobs * 4, records.count / fewest))
    let size = (records.count + count - 1) / count
    let folder = options.workspace
    return await withTaskGroup(of: (Int, Result<Part, GitError>).self) { group in
      for start in stride(from: 0, to: records.count, by: max(1, size)) {
        let stretch = Array(records[start..<min(records.count, start + size)])
        group.addTask { (start, Result { () throws(GitError) in try part(maker, stretch, present, folder) }) }
      }
      var parts: [(Int, Result<Part, GitError>)] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func part(
    _ maker: TimelineEvents, _ records: [RecordHistory], _ present: [String: [UInt8]], _ folder: String
  ) throws(GitError) -> Part {
    let reader = try WorkspaceReader(folder)
    var part = Part(records: records)
    for index in part.records.indices {
      var bytes = part.bytes
      part.bytes = [:]
      let events = maker.events(of: &part.records[index]) { blob, _ in
        if let known = present[blob] ?? bytes[blob] { return known }
        let read = reader.contents(ofBlob: blob)
        bytes[blob] = read
        return read
      }
      part.bytes = bytes
      part.events.append(events)
    }
    return part
  }

  private static func marked(_ commit: TimelineCommit, _ isBot: (String) -> Bool) -> TimelineCommit {
    var commit = commit
    commit.author.isBot = isBot(commit.author.email)
    for place in commit.coAuthors.indices { commit.coAuthors[place].isBot = isBot(commit.coAuthors[place].email) }
    for place in commit.side.indices { commit.side[place].author.isBot = isBot(commit.side[place].author.email) }
    return commit
  }

  /// Both sides of every change of prose, rendered.
  private static func documents(
    of timeline: Timeline, _ bytes: [String: [UInt8]], _ options: OpenOptions
  ) async -> [String: MarkdownDocument] {
    let records = Dictionary(timeline.records.map { ($0.path, $0) }) { first, _ in first }
    var wanted: [String: RepoPath] = [:]
    for event in timeline.events where event.field == RecordFields.text {
      for version in records[event.record]?.versions ?? [] where version.commit == event.commit {
        for blob in [version.blob, version.previousBlob].compactMap(\.self) where KindOfPath.isMarkdown(version.path) {
          wanted[blob] = version.path
        }
      }
    }
    let blobs = wanted.keys.sorted()
    let texts = blobs.map { blob -> (body: ArraySlice<UInt8>, options: MarkdownOptions) in
      guard let path = wanted[blob], let bytes = bytes[blob] else { return ([], MarkdownOptions()) }
      let fields = RecordFields(bytes, path: path)
      let isImported = KindOfPath.kind(of: path) == .interaction
      return (
        fields.body,
        MarkdownOptions(firstLine: fields.bodyFirstLine, demoteHeadings: true, isImported: isImported)
      )
    }
    let outcomes = await RenderedBodies.outcomes(texts.map { MarkdownJob($0.body, options: $0.options) }, options)
    var documents: [String: MarkdownDocument] = [:]
    for (blob, outcome) in zip(blobs, outcomes) {
      if case .document(let document) = outcome { documents[blob] = document }
    }
    return documents
  }
}
