internal import Checks
internal import Diagnostics
package import WorkspaceModel

/// What to open and how.
package struct OpenOptions: Sendable {
  /// A moment or a day that the workspace is to be seen at.
  package enum AsOf: Sendable, Hashable {
    case day(Day)
    case instant(Instant)

    /// Reads `2026-03-31` or a moment with its offset.
    package init?(_ text: String) {
      if let day = Day(iso: text) {
        self = .day(day)
      } else if let instant = Instant(iso: text) {
        self = .instant(instant)
      } else {
        return nil
      }
    }
  }

  /// Folder of the workspace, or of the repository around it.
  package var workspace = "."
  /// A commit by name; nil for HEAD.
  package var revision: String?
  /// Whether to read the files on disk instead of a commit.
  package var isWorkTree = false
  /// Whether to read what the next commit would hold, as a hook does.
  package var isStaged = false
  package var asOf: AsOf?
  /// `SOURCE_DATE_EPOCH`, in seconds since 1970.
  package var sourceDateEpoch: Int?
  /// What the clock on the wall says, for a work tree without a commit.
  package var wallClock: Int
  /// Group or person; nil for the workspace's default.
  package var audience: String?
  /// Threads and helper processes.
  package var jobs: Int
  /// The program itself, to start helper processes with; nil renders in this process.
  package var executable: String?
  /// Whether history is walked, which only pages need.
  package var needsHistory = true
  /// A branch or commit that the site is compared with, from where history left it.
  package var comparedWith: String?
  /// Whether pages say when they show the past; without, an old site comes out as it was when it was new.
  package var showsRibbon = true
  /// Whether a clone without its whole history is refused.
  package var requiresFullHistory = false
  /// Whether what was read of history before is used, and what is read now is kept.
  package var usesCache = true
  /// Whether history is walked for the checks, where pages do not need it.
  package var checksHistory = false
  /// Whether texts are rendered.
  package var needsDocuments = true
  /// Whether the checks run.
  package var needsChecks = true

  /// The commit that rules about changes look at.
  var commit: CommitUnderCheck?
  /// Paths that are known to have moved, old to new.
  var renames: [RepoPath: RepoPath] = [:]

  /// Whether the commits of the workspace are gone through at all.
  var walksHistory: Bool { needsHistory || checksHistory }

  /// Options with the two that have no default.
  package init(wallClock: Int, jobs: Int) {
    self.wallClock = wallClock
    self.jobs = jobs
  }
}
