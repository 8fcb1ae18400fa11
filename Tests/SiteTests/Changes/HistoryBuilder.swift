import Diagnostics
import FieldbookTestSupport
import Markdown
import Testing
import WorkspaceModel

@testable import Site

/// Writes a history by hand, commit by commit, so that tests of pages need no Git.
struct HistoryBuilder {
  /// What a commit does to one file.
  enum Step {
    case write(RepoPath, String, [Event] = [])
    case move(RepoPath, to: RepoPath)
    case remove(RepoPath)
  }
  /// A change of a field, told rather than computed.
  struct Event {
    var field: String
    var old: FieldValue?
    var new: FieldValue?
    var kind: FieldEvent.Kind = .changed

    init(_ field: String, _ old: FieldValue?, _ new: FieldValue?, _ kind: FieldEvent.Kind = .changed) {
      self.field = field
      self.old = old
      self.new = new
      self.kind = kind
    }
  }

  private(set) var timeline = Timeline()
  private(set) var texts = VersionTexts()
  private var files: [RepoPath: WorkspaceFile] = [:]
  /// Versions, oldest first, by where the file lies now.
  private var versions: [RepoPath: [RecordVersion]] = [:]
  private var gone: [(path: RepoPath, versions: [RecordVersion])] = []
  private var events: [FieldEvent] = []

  /// Somebody with an address at the sample company.
  static func contributor(_ name: String) -> Contributor {
    Contributor(name: name, email: name.lowercased().split(separator: " ").joined(separator: ".") + "@larkspur.example")
  }

  /// Adds a commit; its id is made of its number unless one is given.
  mutating func commit(
    _ moment: String, _ author: String, _ subject: String, id: String? = nil, _ steps: [Step],
    change: (inout TimelineCommit) -> Void = { _ in }
  ) throws {
    let place = timeline.commits.count
    let recordedAt = try #require(Instant(iso: moment))
    let hash = (0..<5).map { round in
      String((UInt64(place + 1) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(round)) ^ (UInt64(place + 7) << 40), radix: 16)
    }.joined()
    var commit = TimelineCommit(
      id: id ?? String((hash + "00000000").prefix(40)), recordedAt: recordedAt, committedAt: recordedAt,
      author: Self.contributor(author), subject: subject)
    change(&commit)
    timeline.commits.append(commit)
    for step in steps { apply(step, place, recordedAt) }
  }

  /// Says that more lies behind the boundary of a shallow clone.
  mutating func cutOff() { timeline.isCutOff = true }

  private mutating func apply(_ step: Step, _ place: Int, _ at: Instant) {
    switch step {
    case .write(let path, let text, let told):
      let file = WorkspaceFile(path, text)
      let before = files[path]
      keep(file)
      versions[path, default: []].append(
        RecordVersion(
          commit: place, change: before == nil ? .added : .modified, path: path, blob: file.hash,
          previousBlob: before?.hash))
      files[path] = file
      for event in told {
        events.append(
          FieldEvent(
            record: path, field: event.field, old: event.old, new: event.new, effectiveOn: at.day, recordedAt: at,
            commit: place, kind: event.kind))
      }
    case .move(let from, let to):
      guard let old = files.removeValue(forKey: from) else { return }
      let file = WorkspaceFile(to, old.text)
      keep(file)
      versions[to] =
        (versions.removeValue(forKey: from) ?? []) + [
          RecordVersion(
            commit: place, change: .renamed(from: from, likeness: 100), path: to, blob: file.hash,
            previousBlob: old.hash)
        ]
      for index in events.indices where events[index].record == from { events[index].record = to }
      files[to] = file
    case .remove(let path):
      guard let old = files.removeValue(forKey: path) else { return }
      let all = versions.removeValue(forKey: path) ?? []
      gone.append(
        (
          path,
          all + [RecordVersion(commit: place, change: .deleted, path: path, blob: nil, previousBlob: old.hash)]
        ))
    }
  }

  private mutating func keep(_ file: WorkspaceFile) {
    texts.bytes[file.hash] = Array(file.text.utf8)
    guard file.path.fileExtension == "md" else { return }
    let body = file.text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
    if case .document(let document) = MarkdownRenderer.render(
      Array(body.utf8), options: MarkdownOptions(demoteHeadings: true))
    {
      texts.documents[file.hash] = document
    }
  }

  /// The site of everything that was written, read at the end of a day.
  func reading(today: String, inputs: SiteInputs = SiteInputs()) async throws -> SiteReading {
    var timeline = timeline
    let present = versions.map { path, versions in
      var record = RecordHistory(
        path: path, kind: KindOfPath.kind(of: path) ?? .asset, isPresent: true, versions: versions.reversed())
      record.isCutOff = timeline.isCutOff
      return record
    }
    let past = gone.map { path, versions in
      RecordHistory(
        path: path, kind: KindOfPath.kind(of: path) ?? .asset, isPresent: false, versions: versions.reversed())
    }
    timeline.records = (present + past).sorted { $0.path < $1.path }
    timeline.events = events.sorted { left, right in
      (left.commit, left.record, left.field) < (right.commit, right.record, right.field)
    }
    let (workspace, findings) = await WorkspaceLoader.load(Array(files.values), jobs: 2)
    let policy = AccessPolicy(workspace)
    var documents: [RepoPath: MarkdownDocument] = [:]
    for (path, file) in files { documents[path] = texts.documents[file.hash] }
    var facts: [RepoPath: RecordFacts] = [:]
    for record in timeline.records where record.isPresent {
      guard let newest = record.versions.first else { continue }
      let commit = timeline.commits[newest.commit]
      facts[record.path] = RecordFacts(
        commit: commit.id, changedAt: commit.recordedAt, changedBy: commit.author.name, createdAt: nil,
        changes: record.versions.count)
    }
    let visible = policy.visible(
      workspace, to: .group("company"), documents: documents, refusals: [:], facts: facts, findings: findings)
    let read = WorkspaceModel.Day(iso: today)
    let day = try #require(read)
    return SiteReading(
      visible, clock: SiteClock(asOf: Instant(seconds: day.number * 86_400 + 43_200), today: day),
      revision: timeline.commits.last?.short, folder: "content", checks: [], inputs: inputs,
      history: SiteHistory(timeline: timeline, texts: texts))
  }
}
