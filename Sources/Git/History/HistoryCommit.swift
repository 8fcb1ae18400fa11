package import Diagnostics

/// What a commit of official history did to one file.
package struct HistoryChange: Hashable, Sendable {
  /// What happened, in one word.
  package enum Kind: UInt8, Hashable, Sendable { case added, modified, deleted, renamed, copied }

  package var kind: Kind
  /// Afterwards; where the file had lain when it is deleted.
  package var path: RepoPath
  /// Where a renamed or copied file came from.
  package var from: RepoPath?
  /// How much of a renamed file stayed, in percent as Git counts it; 100 for all but renames.
  package var likeness: Int
  /// The content before; nil when the file was not there.
  package var old: ObjectID?
  /// The content afterwards; nil when the file is gone.
  package var new: ObjectID?
  /// Places in ``HistoryCommit/side`` of the commits that touched the file on a merged branch, oldest first.
  package var side: [Int] = []
  /// What the merged branches had, where the merge has something that none of them had; empty everywhere else.
  package var sideBlobs: [ObjectID] = []
}

/// A commit that a merge brought in.
package struct SideCommit: Hashable, Sendable {
  package var id: ObjectID
  package var author: Author
  /// The first paragraph of its message, on one line.
  package var subject: String
}

/// One commit of official history with what it changed against its first parent.
package struct HistoryCommit: Hashable, Sendable {
  package var id: ObjectID
  /// What it continues; nil for a first commit.
  package var firstParent: ObjectID?
  /// How many commits it continues.
  package var parents: Int
  package var author: Author
  /// When it was recorded, in seconds since 1970.
  package var committed: Int64
  /// How many minutes the committer's clock was ahead of UTC.
  package var offsetMinutes: Int
  /// All words.
  package var message: String
  /// What a merge brought in, oldest first.
  package var side: [SideCommit] = []
  /// Sorted by path.
  package var changes: [HistoryChange] = []
}
