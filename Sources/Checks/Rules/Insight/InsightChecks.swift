/// The checks of this group.
enum InsightChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [ExpiredInsight(), InsightWithoutEvidence(), QuoteNotFound()]
}
