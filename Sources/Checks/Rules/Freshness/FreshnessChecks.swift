/// The checks of this group.
enum FreshnessChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    ExpiredClaim(), ExpiredSecurityPage(), OverdueCloseDate(), OverdueNextStep(), OverdueReview(), OverdueTask(),
    RenewalWithoutDeal(), StaleBattlecard(), StaleProfile(),
  ]
}
