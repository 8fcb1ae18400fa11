import Diagnostics
import WorkspaceModel

/// A made-up history: commits one after the other, each with the files that it wrote, moved or removed.
struct PastWorkspace {
  /// What a commit does to a file.
  enum Edit {
    case write(RepoPath, String)
    case remove(RepoPath)
    case move(RepoPath, to: RepoPath)
    case copy(RepoPath, to: RepoPath)
  }

  private(set) var commits: [TimelineCommit] = []
  private(set) var blobs: [String: [UInt8]] = [:]
  private var open: [RecordHistory] = []
  private var gone: [RecordHistory] = []

  /// Adds a commit; the time is ISO 8601, the author a name.
  mutating func commit(
    _ time: String, by author: String = "ann", subject: String = "Work", trailers: [TimelineCommit.Trailer] = [],
    formOnly: Bool = false, parents: Int = 1, sides: [String] = [], _ edits: Edit...
  ) {
    add(time, author, subject, trailers, formOnly, parents, sides, edits)
  }

  /// Adds a commit with many edits.
  mutating func commit(_ time: String, by author: String = "ann", subject: String = "Work", all edits: [Edit]) {
    add(time, author, subject, [], false, 1, [], edits)
  }

  private mutating func add(
    _ time: String, _ author: String, _ subject: String, _ trailers: [TimelineCommit.Trailer], _ formOnly: Bool,
    _ parents: Int, _ sides: [String], _ edits: [Edit]
  ) {
    let instant = Instant(iso: time) ?? Instant(seconds: 0)
    let number = commits.count
    var commit = TimelineCommit(
      id: "\(subject)-\(time)", recordedAt: instant, committedAt: instant,
      author: Contributor(name: author, email: "\(author)@x.example"), subject: subject, parents: parents)
    commit.trailers = trailers
    commit.isFormOnly = formOnly
    commits.append(commit)
    for edit in edits { apply(edit, number, sides.map { store($0) }) }
  }

  private mutating func apply(_ edit: Edit, _ commit: Int, _ sides: [String]) {
    switch edit {
    case .write(let path, let text):
      let blob = store(text)
      if let index = open.firstIndex(where: { $0.path == path }) {
        let before = open[index].versions.first?.blob
        push(
          index, RecordVersion(commit: commit, change: .modified, path: path, blob: blob, previousBlob: before), sides)
      } else {
        start(RecordVersion(commit: commit, change: .added, path: path, blob: blob, previousBlob: nil))
      }
    case .remove(let path):
      guard let index = open.firstIndex(where: { $0.path == path }) else { return }
      let before = open[index].versions.first?.blob
      push(index, RecordVersion(commit: commit, change: .deleted, path: path, blob: nil, previousBlob: before), [])
      open[index].isPresent = false
      gone.append(open.remove(at: index))
    case .move(let path, let new):
      guard let index = open.firstIndex(where: { $0.path == path }) else { return }
      let blob = open[index].versions.first?.blob
      push(
        index,
        RecordVersion(
          commit: commit, change: .renamed(from: path, likeness: 100), path: new, blob: blob, previousBlob: blob), [])
      open[index].path = new
      open[index].kind = KindOfPath.kind(of: new) ?? .asset
    case .copy(let path, let new):
      guard let blob = open.first(where: { $0.path == path })?.versions.first?.blob else { return }
      start(RecordVersion(commit: commit, change: .copied(from: path), path: new, blob: blob, previousBlob: blob))
    }
  }

  private mutating func start(_ version: RecordVersion) {
    let kind = KindOfPath.kind(of: version.path) ?? .asset
    open.append(RecordHistory(path: version.path, kind: kind, isPresent: true, versions: [version]))
  }

  private mutating func push(_ index: Int, _ version: RecordVersion, _ sides: [String]) {
    var version = version
    version.sideBlobs = sides
    open[index].versions.insert(version, at: 0)
  }

  private mutating func store(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
    blobs[String(hash, radix: 16)] = bytes
    return String(hash, radix: 16)
  }

  /// The timeline of all that.
  func timeline(_ rules: TimelineEvents.Rules = .init()) -> Timeline {
    TimelineEvents.timeline(commits: commits, records: open + gone, rules: rules) { blob, _ in blobs[blob] }
  }

  /// The files as the last commit has them.
  var files: [WorkspaceFile] {
    open.map { record in
      let blob = record.versions.first?.blob ?? ""
      return WorkspaceFile(path: record.path, content: .bytes(blobs[blob] ?? []), hash: blob)
    }
  }
}

extension FieldValue {
  /// Short, as tests write it.
  var short: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.text
    case .money(let money): "\(money.amount.text) \(money.currency)"
    case .day(let day): day.iso
    case .flag(let flag): "\(flag)"
    case .list(let list): list.joined(separator: "+")
    }
  }
}

extension Timeline {
  /// The events of one record, a line each: "2 changed stage lead > discovery on 2026-01-05".
  func lines(of record: RepoPath, fields: Set<String>? = nil) -> [String] {
    events.filter { $0.record == record && fields?.contains($0.field) ?? true }.map { event in
      "\(event.commit) \(event.kind.rawValue) \(event.field) \(event.old?.short ?? "–") > \(event.new?.short ?? "–")"
        + " on \(event.effectiveOn)\(event.isDated ? "!" : "")"
    }
  }
}
