internal import Diagnostics
internal import WorkspaceModel

/// What the examples about former addresses have in common: two commits of spring 2026.
enum PastExample {
  /// A history in which a file was added, and then removed.
  static func removing(_ path: RepoPath) -> CheckExample.Setting {
    setting([
      history(
        path, isPresent: false,
        RecordVersion(commit: 1, change: .deleted, path: path, blob: nil, previousBlob: "b"), from: path)
    ])
  }

  /// A history in which a file moved.
  static func moving(_ old: RepoPath, to new: RepoPath) -> CheckExample.Setting {
    setting([
      history(
        new, isPresent: true,
        RecordVersion(
          commit: 1, change: .renamed(from: old, likeness: 100), path: new, blob: "b", previousBlob: "b"), from: old)
    ])
  }

  /// A history that is known and in which nothing of note happened.
  static let quiet = setting([])

  /// A history of which only the end is known.
  static let cutOff: CheckExample.Setting = {
    var setting = removing("guides/lost.md")
    setting.history?.isCutOff = true
    return setting
  }()

  private static func history(
    _ path: RepoPath, isPresent: Bool, _ newest: RecordVersion, from old: RepoPath
  ) -> RecordHistory {
    RecordHistory(
      path: path, kind: KindOfPath.kind(of: path) ?? .page, isPresent: isPresent,
      versions: [newest, RecordVersion(commit: 0, change: .added, path: old, blob: "b", previousBlob: nil)])
  }

  private static func setting(_ records: [RecordHistory]) -> CheckExample.Setting {
    var setting = CheckExample.Setting()
    setting.history = Timeline(
      commits: [commit("4ad2b71", "Write the guides", 1_777_000_000), commit("1f3c9a2", "Clear out", 1_778_000_000)],
      records: records)
    return setting
  }

  private static func commit(_ id: String, _ subject: String, _ seconds: Int) -> TimelineCommit {
    let time = Instant(seconds: seconds, offsetMinutes: 0)
    return TimelineCommit(
      id: id, recordedAt: time, committedAt: time, author: Contributor(name: "Ada Lind", email: "ada@example.org"),
      subject: subject)
  }
}
