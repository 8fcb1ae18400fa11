package import Automation
package import WorkspaceModel

/// What a run of the rules came to.
package struct TriggerOutcome: Sendable {
  package var decisions: TriggerDecisions
  /// Short hash of the commit; nil when nothing was written.
  package var commit: String?
  /// The whole hash of the commit that the branch has now, as far as this run knows.
  package var head: String?
  /// How long news took to each new alert.
  package var delays: [AlertDelay]
  /// Branch that was written to.
  package var branch: String
  /// Files of the work tree that were left as they are, since something of a person's lies there.
  package var left: [String]
  /// The moment that the rules were looked at for.
  package var asOf: Instant
  package var timings: Timings
}
