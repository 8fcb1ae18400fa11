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

  /// Reads what every version of every record said, and renders changed prose where documents are wanted.
  static func read(
    _ snapshot: WorkspaceSnapshot, _ workspace: Workspace, _ documents: [RepoPath: MarkdownDocument],
    _ reader: WorkspaceReader, _ options: OpenOptions
  ) async throws(GitError) -> WorkspaceHistory {
    var present: [String: [UInt8]] = [:]
    for file in snapshot.files where !file.hash.isEmpty {
      if case .bytes(let bytes) = file.content { present[file.hash] = bytes }
    }
    let settings = workspace.settings.history
    let maker = TimelineEvents(
      commits: snapshot.history.commits.map { Self.marked($0, settings.isBot) }, records: snapshot.history.records,
      rules: TimelineEvents.Rules(baselineDeals: settings.baselineDeals, workflows: workspace.workflows))
    let (records, known) = (snapshot.history.records, present)
    let read = try reader.sideBySide(records.count) { contents, range in
      records[range].map { RecordRead($0, maker, known, contents) }
    }
    var versions = VersionTexts(bytes: present)
    for record in read { versions.bytes.merge(record.bytes) { old, _ in old } }
    let timeline = maker.timeline(
      read.map(\.record), read.map(\.events), isCutOff: snapshot.history.isCutOff)
    if options.needsDocuments {
      let today = Self.today(snapshot, workspace, documents)
      versions.documents = await Self.documents(of: timeline, versions.bytes, today, options)
    }
    return WorkspaceHistory(timeline: timeline, versions: versions)
  }

  /// What was made of one record.
  private struct RecordRead: Sendable {
    var record: RecordHistory
    let events: RecordEvents
    /// Contents that only the past has.
    let bytes: [String: [UInt8]]

    init(
      _ record: RecordHistory, _ maker: TimelineEvents, _ present: [String: [UInt8]],
      _ contents: (String) -> [UInt8]?
    ) {
      var record = record
      var bytes: [String: [UInt8]] = [:]
      events = maker.events(of: &record) { blob, _ in
        if let known = present[blob] ?? bytes[blob] { return known }
        bytes[blob] = contents(blob)
        return bytes[blob]
      }
      (self.record, self.bytes) = (record, bytes)
    }
  }

  private static func marked(_ commit: TimelineCommit, _ isBot: (String) -> Bool) -> TimelineCommit {
    var commit = commit
    commit.author.isBot = isBot(commit.author.email)
    for place in commit.coAuthors.indices { commit.coAuthors[place].isBot = isBot(commit.coAuthors[place].email) }
    for place in commit.side.indices { commit.side[place].author.isBot = isBot(commit.side[place].author.email) }
    return commit
  }

  /// A text that was rendered for the record of today, and whether it was taken for imported.
  private typealias Rendered = (document: MarkdownDocument, isImported: Bool)

  /// Texts of today by content, so that no version that is still there is rendered twice.
  private static func today(
    _ snapshot: WorkspaceSnapshot, _ workspace: Workspace, _ documents: [RepoPath: MarkdownDocument]
  ) -> [String: Rendered] {
    var blobs: [RepoPath: WorkspaceFile] = [:]
    for file in snapshot.files where !file.hash.isEmpty { blobs[file.path] = file }
    var rendered: [String: Rendered] = [:]
    workspace.forEachSource { source in
      guard let document = documents[source.path], let file = blobs[source.path], case .bytes(let bytes) = file.content,
        // Front matter that cannot be read hides the text of a version.
        source.fields != nil || !bytes.starts(with: "---".utf8)
      else { return }
      rendered[file.hash] = (document, source.kind == .interaction)
    }
    return rendered
  }

  /// Both sides of every change of prose, rendered.
  private static func documents(
    of timeline: Timeline, _ bytes: [String: [UInt8]], _ today: [String: Rendered], _ options: OpenOptions
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
    var documents: [String: MarkdownDocument] = [:]
    for (blob, path) in wanted {
      guard let known = today[blob], known.isImported == (KindOfPath.kind(of: path) == .interaction) else { continue }
      documents[blob] = known.document
      wanted[blob] = nil
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
    for (blob, outcome) in zip(blobs, outcomes) {
      if case .document(let document) = outcome { documents[blob] = document }
    }
    return documents
  }
}
