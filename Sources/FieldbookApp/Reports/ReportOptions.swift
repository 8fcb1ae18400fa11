/// What `fieldbook report` is asked for.
package struct ReportOptions: Sendable {
  /// A definition's file name, or the id of a report: "ae-weekly", "ae".
  package var name: String
  /// Person id; for nobody in particular unless given.
  package var user: String?
  package var team: String?
  /// A name such as `last_7_days`; the definition's own unless given.
  package var period: String?
  /// Whether targets are told.
  package var includesGoals: Bool

  /// A report by its name.
  package init(
    _ name: String, user: String? = nil, team: String? = nil, period: String? = nil, includesGoals: Bool = false
  ) {
    self.name = name
    self.user = user
    self.team = team
    self.period = period
    self.includesGoals = includesGoals
  }
}
