package import Diagnostics

/// A report that was kept in the repository.
package struct SavedEdition: Sendable {
  /// Whether the file lies in the work tree too.
  package enum WorkTree: Sendable, Hashable {
    /// It was written: nothing else stood or was planned there.
    case written
    /// It was left alone, with the reason.
    case left(String)
  }

  /// Path within the workspace.
  package var path: RepoPath
  /// Short name of the branch.
  package var branch: String
  /// Short hash of the new commit; nil when the branch had just these bytes already.
  package var commit: String?
  package var workTree: WorkTree
}
