package import WorkspaceModel

/// The fiscal quarters that the record of deals covers, so that nothing is compared with a time nobody wrote down.
package struct RecordedQuarters: Sendable {
  /// The first day on which a deal is known to have been there; nil without deals.
  package let since: Day?
  /// The quarter within which the record begins, unless it begins on its first day.
  package let partial: MetricPeriod?
  /// Those that the record covers from the first day to the last, oldest first; at most forty.
  package let full: [MetricPeriod]
  /// The one that the clock's day lies in.
  package let running: MetricPeriod?

  /// Further back nobody compares a quarter with this one.
  private static let limit = 40

  /// The quarters of lives up to their clock's day.
  package init(_ lives: DealLives) {
    let settings = lives.settings
    since = lives.lives.map(\.existsFrom).min()
    running = since == nil ? nil : MetricPeriod.quarter(of: lives.clock.day, settings: settings)
    var found: [MetricPeriod] = []
    var partial: MetricPeriod?
    var next = running.flatMap { MetricPeriod.quarter(of: $0.eve, settings: settings) }
    while let quarter = next, let since, found.count < Self.limit, quarter.end > since {
      if quarter.start < since {
        partial = quarter
        break
      }
      found.append(quarter)
      next = MetricPeriod.quarter(of: quarter.eve, settings: settings)
    }
    self.partial = partial
    full = found.reversed()
  }
}
