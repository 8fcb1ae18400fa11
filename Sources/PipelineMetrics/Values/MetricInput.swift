package import Diagnostics
package import WorkspaceModel

/// A record that a metric was made from.
package struct MetricInput: Hashable, Sendable {
  package let record: RepoPath
  /// What it counts as: "won", "lost", "open".
  package let part: String
  /// What it adds to the figure, after a conversion if there was one; nil when it only counts.
  package let amount: Money?
  /// The days it adds to a figure of days; nil when it adds none.
  package let days: Int?
  /// Whole hashes of the commits that say so, where history is known.
  package let commits: [String]
}

/// A record that belongs to the scope of a metric and could take no part in it.
package struct LeftOut: Hashable, Sendable {
  package let record: RepoPath
  /// In words, without a full stop.
  package let reason: String
}
