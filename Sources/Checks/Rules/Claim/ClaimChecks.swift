/// The checks of what texts and cards say of data.
package enum ClaimChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    ClaimNotComparable(), ContradictedClaim(), UnknownMetric(), UnknownMetricFilter(),
  ]

  /// Those whose findings tell figures, which are others for readers who may see less.
  package static let telling: [any Check] = [ClaimNotComparable(), ContradictedClaim()]

  /// Those whose findings name records, of which a reader may not know all.
  package static let naming: [any Check] = [UnknownMetricFilter()]
}
