package import Diagnostics

/// Which names are taken in a workspace while it is repaired.
package struct FixTree: Sendable {
  /// All files.
  package private(set) var paths: Set<RepoPath>
  /// Whether something else has a name: what Git ignores is no part of a workspace and must not be written over.
  private let isTaken: @Sendable (RepoPath) -> Bool

  /// The files of a workspace, and what is known of names beside them.
  package init(_ paths: Set<RepoPath> = [], isTaken: @escaping @Sendable (RepoPath) -> Bool = { _ in false }) {
    self.paths = paths
    self.isTaken = isTaken
  }

  /// Whether a name is in use, by a file or by anything on disk.
  func has(_ path: RepoPath) -> Bool { paths.contains(path) || isTaken(path) }

  /// The files that a rename moves.
  func files(in path: RepoPath) -> [RepoPath] {
    paths.contains(path) ? [path] : paths.filter { $0.isInside(path) }.sorted()
  }

  /// Puts a file in.
  mutating func add(_ path: RepoPath) { paths.insert(path) }

  /// Takes a file out.
  mutating func remove(_ path: RepoPath) { paths.remove(path) }
}
