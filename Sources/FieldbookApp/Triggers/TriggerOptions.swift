internal import WorkspaceModel

/// What `fieldbook triggers` is asked for.
package struct TriggerOptions: Sendable {
  /// Whether nothing is written.
  package var isDryRun = false
  /// Rules to look at; all unless given.
  package var rules: Set<String>?
  /// New episodes of one rule in one run above which it stops.
  package var fanOut = 50
  /// Branch to commit to; the one that is checked out unless given.
  package var branch: String?
  /// A site that was published since the last commit of a run: of which commit, and when.
  var rendered: (commit: String, at: Instant)?

  /// What holds unless something else is asked for.
  package init() {}

  /// The whole name of the branch.
  var reference: String? { branch.map { $0.hasPrefix("refs/") ? $0 : "refs/heads/\($0)" } }
}
