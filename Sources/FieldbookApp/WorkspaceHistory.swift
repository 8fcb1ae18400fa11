internal import Diagnostics
internal import History
internal import Markdown
internal import WorkspaceModel

/// The history of an opened workspace, whoever may see it: what each field went through, and the texts of versions.
struct WorkspaceHistory: Sendable {
  var timeline: Timeline
  var versions: VersionTexts

  /// No history at all.
  static let none = WorkspaceHistory(timeline: Timeline(), versions: VersionTexts())

  /// Reads what every version of every record said; `withTexts` also keeps the texts and renders changed prose.
  static func read(
    _ snapshot: WorkspaceSnapshot, _ workspace: Workspace, reader: WorkspaceReader, _ options: OpenOptions
  ) async -> WorkspaceHistory {
    var present: [String: [UInt8]] = [:]
    for file in snapshot.files where !file.hash.isEmpty {
      if case .bytes(let bytes) = file.content { present[file.hash] = bytes }
    }
    var versions = VersionTexts()
    let settings = workspace.settings.history
    let maker = TimelineEvents(
      commits: snapshot.history.commits.map { Self.marked($0, settings.isBot) }, records: snapshot.history.records,
      rules: TimelineEvents.Rules(baselineDeals: settings.baselineDeals, workflows: workspace.workflows))
    let read = { (blob: String, _: RepoPath) -> [UInt8]? in
      if let bytes = versions.bytes[blob] ?? present[blob] { return bytes }
      let bytes = reader.contents(ofBlob: blob)
      versions.bytes[blob] = bytes
      return bytes
    }
    var records = snapshot.history.records
    var events: [RecordEvents] = []
    for index in records.indices { events.append(maker.events(of: &records[index], read: read)) }
    let timeline = maker.timeline(records, events, isCutOff: snapshot.history.isCutOff)
    versions.bytes.merge(present) { old, _ in old }
    if options.needsDocuments { versions.documents = await documents(of: timeline, versions.bytes, options) }
    return WorkspaceHistory(timeline: timeline, versions: versions)
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
