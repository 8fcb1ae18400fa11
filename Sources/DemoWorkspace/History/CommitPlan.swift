/// Deals events in order of time out over a number of commits.
struct CommitPlan {
  /// The events of each commit.
  private(set) var commits: [ArraySlice<Event>] = []

  /// Cuts between customers and days where it can; acts on many files stand alone while there is room for it.
  init(_ events: [Event], commits wanted: Int) {
    guard !events.isEmpty else { return }
    let count = max(1, min(wanted, events.count))
    var forced: Set<Int> = []
    for (index, event) in events.enumerated() where event.standsAlone { forced.formUnion([index, index + 1]) }
    if forced.count * 3 > count * 2 {
      forced = []
      for (index, event) in events.enumerated() where event.batch == "import" { forced.formUnion([index, index + 1]) }
      if forced.count > count - 1 { forced = [] }
    }
    forced.subtract([0, events.count])
    var cuts = forced
    var missing = max(0, count - 1 - forced.count)
    // What matters gets commits of its own, the rest is dealt out evenly.
    let ranked = (1..<events.count).filter { !cuts.contains($0) }
      .sorted { (Self.rank(events, $0), $0) > (Self.rank(events, $1), $1) }
    cuts.formUnion(ranked.prefix(missing * 6 / 10))
    missing = max(0, count - 1 - cuts.count)
    let free = (1..<events.count).filter { !cuts.contains($0) }
    for window in 0..<missing {
      let range = window * free.count / missing..<(window + 1) * free.count / missing
      if let best = range.max(by: { Self.score(events, free[$0]) < Self.score(events, free[$1]) }) {
        cuts.insert(free[best])
      }
    }
    var start = 0
    for cut in cuts.sorted() + [events.count] {
      commits.append(events[start..<cut])
      start = cut
    }
  }

  // How much the events on both sides deserve to stand apart, with some chance in it.
  private static func rank(_ events: [Event], _ index: Int) -> Int {
    let (before, after) = (events[index - 1], events[index])
    let chance = (index &* 7919 + before.group &* 104_729) & 0x3FF
    return (before.weight + after.weight) * 64 + chance + (before.group == after.group ? 0 : 256)
  }

  // How good it is to begin a commit with an event.
  private static func score(_ events: [Event], _ index: Int) -> Int {
    let (before, after) = (events[index - 1], events[index])
    var score = 0
    if before.group != after.group { score += 2 }
    if before.author != after.author { score += 2 }
    if before.day != after.day { score += 3 }
    return score
  }
}
