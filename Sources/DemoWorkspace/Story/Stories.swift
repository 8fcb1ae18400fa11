/// The lives of all customers, and what remains of them.
struct Stories {
  private(set) var events: [Event] = []
  /// Customers that are there at the end.
  private(set) var accounts: [Account] = []
  /// Files of customers at the end.
  private(set) var fileCount = 0

  /// Lives through all of them; when that makes fewer than `wanted` events, small corrections are added.
  init(_ seeds: [AccountSeed], number: UInt64, window: ClosedRange<DemoDay>, wanted: Int) {
    live(seeds, number, window, polish: 0)
    let alone = events.count { $0.batch == nil }
    guard alone < wanted else { return }
    live(seeds, number, window, polish: (wanted - alone) * 4 / (max(1, seeds.count) * 3) + 2)
  }

  private mutating func live(_ seeds: [AccountSeed], _ number: UInt64, _ window: ClosedRange<DemoDay>, polish: Int) {
    (events, accounts, fileCount) = ([], [], 0)
    for seed in seeds {
      let story = AccountStory.events(of: seed, number: number, window: window, polish: polish)
      events += story.events
      fileCount += story.fileCount
      if !story.isOver { accounts.append(story.account) }
    }
  }
}
