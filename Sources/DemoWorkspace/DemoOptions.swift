/// How large a workspace is invented, and from which seed.
package struct DemoOptions: Sendable {
  /// Customers that are there at the end.
  package var customers = 40
  /// The same seed makes the same commits on every machine.
  package var seed: UInt64 = 1
  /// Commits on the branch.
  package var commits = 300
  /// The last day of the history.
  package var endsOn = DemoDay(2026, 11, 20)
  /// How many days the history reaches back.
  package var days = 548

  /// The usual size.
  package init() {}
}

/// What was written.
package struct DemoSummary: Hashable, Sendable {
  /// Customers with a profile.
  package var customers: Int
  /// Deals in all stages.
  package var deals: Int
  /// Calls, mails, tickets and the like.
  package var interactions: Int
  /// Files of the workspace.
  package var records: Int
  /// Commits on the branch.
  package var commits: Int
  /// The newest commit, in hexadecimal digits.
  package var head: String
}
