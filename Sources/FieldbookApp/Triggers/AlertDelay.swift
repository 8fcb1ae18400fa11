package import WorkspaceModel

/// How long news took to an alert that people can see.
package struct AlertDelay: Sendable {
  /// The alert's id.
  package var alert: String
  /// When it happened, as its record tells.
  package var happened: Instant?
  /// When the record became official.
  package var recorded: Instant?
  /// When a rule saw it.
  package var detected: Instant
  /// When the site showed it; nil when none was built.
  package var rendered: Instant?
}
