internal import WorkspaceModel

/// The deals of a scope that are open at the end of a day.
struct OpenDeals {
  /// A deal with what it is on that day.
  struct Entry {
    let life: DealLife
    let state: DealState
    /// As metrics add it up; nil when it has none or there is no rate.
    let amount: Money?
  }

  let entries: [Entry]
  /// Open deals of which nobody noted when they are to close, where that decides.
  let undated: [DealLife]
  /// Why nothing can be told; nil when the scope has deals at all.
  let reason: String?

  /// Those open on a day; with a period, those that are to close in it.
  init(_ lives: DealLives, in scope: MetricScope, on day: Day, closing period: MetricPeriod? = nil) {
    var entries: [Entry] = []
    var undated: [DealLife] = []
    let all = lives.lives(in: scope)
    for life in all where !life.isClosedUndated && life.isOpen(on: day) {
      let state = life.state(on: day)
      guard lives.credits(scope, state.owner) else { continue }
      if let period {
        guard let closeOn = state.closeOn else {
          undated.append(life)
          continue
        }
        guard period.contains(closeOn) else { continue }
      }
      entries.append(Entry(life: life, state: state, amount: lives.priced(state.amount)))
    }
    self.entries = entries
    self.undated = undated
    reason = lives.reasonForNone ?? (all.isEmpty ? "no deals in scope" : nil)
  }
}
