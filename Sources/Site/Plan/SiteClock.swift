internal import Diagnostics
package import WorkspaceModel

/// What time it is for the site: an input, never read from the machine.
package struct SiteClock: Sendable {
  /// The moment that the site is computed for.
  package var asOf: Instant
  /// The calendar day of that moment in the workspace's time zone.
  package var today: WorkspaceModel.Day

  /// A moment and its day where the workspace is at home.
  package init(asOf: Instant, today: WorkspaceModel.Day) {
    self.asOf = asOf
    self.today = today
  }
}
