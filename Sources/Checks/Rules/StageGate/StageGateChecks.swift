/// The checks of this group.
enum StageGateChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [ExitCriterionUnmet(), UnknownCriterion(), UnreadableCriterion()]
}
