package import Diagnostics

/// One state of a file, and how it came to it.
package struct RecordVersion: Hashable, Sendable {
  /// What a commit did to the file.
  package enum Change: Hashable, Sendable {
    case added, modified, deleted
    /// It moved here, perhaps with changes; likeness in percent.
    case renamed(from: RepoPath, likeness: Int)
    /// It began as the same bytes as another file.
    case copied(from: RepoPath)
  }

  /// Place of the commit in ``Timeline/commits``.
  package var commit: Int
  package var change: Change
  /// Where the file lay after the commit; where it had lain when it is deleted.
  package var path: RepoPath
  /// Hash of the content afterwards; nil when deleted.
  package var blob: String?
  /// Hash of the content before; nil when added.
  package var previousBlob: String?
  /// What `audience:` said in this version; empty when it named nobody.
  package var audience: [String] = []
  /// Places in ``TimelineCommit/side`` of the commits of a merged branch that touched the file, oldest first.
  package var side: [Int] = []
  /// Hashes that the merged branches had; only a merge needs them, to tell values that neither side had.
  package var sideBlobs: [String] = []

  /// A version by its parts.
  package init(commit: Int, change: Change, path: RepoPath, blob: String?, previousBlob: String?) {
    self.commit = commit
    self.change = change
    self.path = path
    self.blob = blob
    self.previousBlob = previousBlob
  }
}

/// All that history knows of one record, through all its renames.
package struct RecordHistory: Hashable, Sendable {
  /// Where the file lies now, or lay last.
  package var path: RepoPath
  package var kind: RecordKind
  /// Whether the commit that is read still has it.
  package var isPresent: Bool
  /// Newest first; never empty.
  package var versions: [RecordVersion]
  /// Whether more lies behind the boundary of a shallow clone.
  package var isCutOff = false

  /// A history by its parts.
  package init(path: RepoPath, kind: RecordKind, isPresent: Bool, versions: [RecordVersion]) {
    self.path = path
    self.kind = kind
    self.isPresent = isPresent
    self.versions = versions
  }
}
