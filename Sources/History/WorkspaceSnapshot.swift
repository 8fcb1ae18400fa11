package import Diagnostics
package import WorkspaceModel

/// Where the files of a workspace are read from.
package enum SnapshotSource: Hashable, Sendable {
  /// A commit by any name that Git knows; nil for HEAD.
  case revision(String?)
  /// The newest commit at or before a moment, in seconds since 1970.
  case moment(Int)
  /// The files on disk, committed or not.
  case workTree
  /// What the next commit would hold.
  case index
  /// No files at all: what stands before the first commit.
  case nothing
}

/// The files of a workspace at one moment, with what history says of each.
package struct WorkspaceSnapshot: Sendable {
  /// A commit as pages name it.
  package struct Revision: Sendable, Hashable {
    /// The whole hash.
    package var commit: String
    /// Seven characters of it.
    package var short: String
    /// When it was committed.
    package var committedAt: Instant
  }

  /// A name that somebody gave to a commit.
  package struct Tag: Sendable, Hashable {
    package var name: String
    /// The whole hash.
    package var commit: String

    /// A name and the commit it was given to.
    package init(name: String, commit: String) {
      self.name = name
      self.commit = commit
    }
  }

  /// Sorted by path.
  package var files: [WorkspaceFile]
  /// Nil when the work tree was read, or when there is no commit yet.
  package var revision: Revision?
  /// The commit that history was read from, also for the work tree.
  package var head: Revision?
  /// Commits and what each record went through, up to the head; times as written, no events of fields yet.
  package var history: Timeline
  /// Tags of the repository, sorted by name; read along with history.
  package var tags: [Tag] = []
  /// Where history left the branch that a site is compared with; nil when it was not asked for.
  package var base: Tag?
  /// The commit that is checked out, whatever was read; nil when there is none.
  package var newest: String?
  /// Folder of the workspace within its repository.
  package var folder: RepoPath
  /// Whether history ends at the boundary of a shallow clone.
  package var isShallow: Bool
  /// Name of the folder, for a site without a name of its own.
  package var folderName: String

  /// The file at a path; nil when there is none.
  package func file(at path: RepoPath) -> WorkspaceFile? {
    var range = 0..<files.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if files[middle].path == path { return files[middle] }
      range = files[middle].path < path ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
