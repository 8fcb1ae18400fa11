/// The checks of this group.
enum ConsistencyChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    AmountMissing(), ClaimsDisagree(), ClosedWithoutDate(), ClosedWithoutOutcome(), CreditNotWhole(), DatesOutOfOrder(),
    DealFolderMismatch(), ForecastEdited(), HistoryOutOfOrder(), LifecycleContradictsDeals(), OpenDealClosedOn(),
    OutcomeContradictsStage(), ProbabilityZero(), StageContradictsHistory(),
  ]
}
