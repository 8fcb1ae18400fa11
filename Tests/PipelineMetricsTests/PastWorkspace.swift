import Diagnostics
import FieldbookTestSupport
import Testing
import WorkspaceModel

/// A made-up history: commits one after the other, each with the files that it wrote.
struct PastWorkspace {
  private var commits: [TimelineCommit] = []
  private var blobs: [String: [UInt8]] = [:]
  private var records: [RepoPath: RecordHistory] = [:]

  /// Adds a commit of a day; a text of nil removes the file.
  mutating func commit(_ day: String, _ files: [RepoPath: String?], isImport: Bool = false) {
    let time = Instant(iso: "\(day)T09:00:00Z") ?? Instant(seconds: 0)
    let number = commits.count
    var commit = TimelineCommit(
      id: "commit\(number)", recordedAt: time, committedAt: time,
      author: Contributor(name: "\(number)", email: "\(number)@x"),
      subject: "Work")
    commit.isBaseline = isImport
    commits.append(commit)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = WorkspaceFile(path, text ?? "")
      let blob = text.map { _ in file.hash }
      if let text { blobs[file.hash] = Array(text.utf8) }
      let before = records[path]?.versions.first?.blob
      let change: RecordVersion.Change = blob == nil ? .deleted : before == nil ? .added : .modified
      let version = RecordVersion(commit: number, change: change, path: path, blob: blob, previousBlob: before)
      if records[path] == nil {
        records[path] = RecordHistory(
          path: path, kind: KindOfPath.kind(of: path) ?? .asset, isPresent: true, versions: [version])
      } else {
        records[path]?.versions.insert(version, at: 0)
        records[path]?.isPresent = blob != nil
      }
    }
  }

  /// The timeline of all that.
  func timeline() -> Timeline {
    TimelineEvents.timeline(commits: commits, records: Array(records.values), rules: .init()) { blob, _ in blobs[blob] }
  }

  /// The workspace as the last commit has it.
  func workspace() async -> Workspace {
    let files = records.values.compactMap { record in
      record.versions.first?.blob.map { WorkspaceFile(record.path, bytes: blobs[$0] ?? []) }
    }
    return await WorkspaceLoader.load(files, jobs: 1).workspace
  }
}
