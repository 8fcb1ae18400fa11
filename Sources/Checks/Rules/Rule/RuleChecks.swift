/// The checks of this group.
enum RuleChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    RuleAction(), RuleComparison(), RuleCondition(), RuleDuplicateID(), RuleNeverFires(), RuleReviewOverdue(),
    RuleSetting(), RuleUnknownInhibitor(), SilenceExpired(),
  ]
}
