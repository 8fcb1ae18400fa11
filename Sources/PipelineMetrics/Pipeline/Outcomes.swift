internal import Diagnostics
internal import WorkspaceModel

/// The wins and losses of a scope in a period, with what each was worth.
struct Outcomes {
  /// One win or loss.
  struct Entry {
    let life: DealLife
    let closing: Closing
    /// As metrics add it up; nil when it has none or there is no rate.
    let amount: Money?
  }

  let entries: [Entry]
  /// Closed deals of the scope of which nobody noted when they closed.
  let undated: [DealLife]
  /// Why nothing can be told; nil when the scope has deals at all.
  let reason: String?

  /// Those that closed in a period, up to the clock's day.
  init(_ lives: DealLives, in scope: MetricScope, during period: MetricPeriod, mode: OutcomeMode) {
    var entries: [Entry] = []
    var undated: [DealLife] = []
    let all = lives.lives(in: scope)
    for life in all {
      if life.isClosedUndated, lives.credits(scope, life.owners.last) { undated.append(life) }
      for closing in life.closings(through: lives.clock.day, mode: mode)
      where period.contains(closing.on) && lives.credits(scope, closing.owner) {
        let amount = lives.priced(closing.amount, closedOn: closing.on)
        entries.append(Entry(life: life, closing: closing, amount: amount))
      }
    }
    self.entries = entries
    self.undated = undated
    reason = lives.reasonForNone ?? (all.isEmpty ? "no deals in scope" : nil)
  }

  /// Notes the deals without a day of closing.
  func leaveOutUndated(_ evidence: inout Evidence) {
    for life in undated { evidence.leaveOut(life.record, "closed on an unknown day") }
  }
}
