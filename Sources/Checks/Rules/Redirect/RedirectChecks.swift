/// The checks of this group.
enum RedirectChecks {
  /// One an entry, in order of id.
  static let all: [any Check] = [
    HistoryCutOff(), PublishedURLVanished(), RedirectCycle(), RedirectNotRecorded(), StaleRedirect(),
  ]
}
