/// Lives through the history of one customer, day by day, and notes who changed which files when.
struct AccountStory {
  /// A file of the customer, whatever its name is today.
  enum FileKey: Hashable, Comparable {
    case profile, contacts
    case deal(Int)
    case interaction(Int)
    case insight(Int)
    case task(Int)
    case usage, billing
  }

  /// Something that will happen on a day that is settled already.
  enum Happening {
    case openDeal, renew, goLive, endOfContract, erasure, handover, folderMove
    case insight(Int)
    case settleInsight(Int)
    case closeTask(Int)
    case dropTask(Int)
    case dropInteraction(Int)
    case leaving(Int)
    case reopen(Int)
    case polish
  }

  var account: Account
  var dice: Dice
  let window: ClosedRange<DemoDay>
  /// People who have not turned up yet.
  var strangers: [Contact]
  /// How many more interactions there will be.
  var budget = 0
  var today: DemoDay
  var clock = 0
  var events: [Event] = []
  var dirty: Set<FileKey> = []
  var isOver = false
  private var agenda: [DemoDay: [Happening]] = [:]
  private var written: [FileKey: FileChange] = [:]
  private var polishDice: Dice

  /// Lives through all of it; `polish` adds so many small corrections without changing anything else.
  static func events(of seed: AccountSeed, number: UInt64, window: ClosedRange<DemoDay>, polish: Int) -> AccountStory {
    var story = AccountStory(seed, number, window)
    story.open(isErased: seed.isErased)
    let first = story.today
    for _ in 0..<polish {
      story.schedule(.polish, on: first + 1 + story.polishDice.roll(max(1, window.upperBound - first - 3)))
    }
    while !story.isOver, story.today < window.upperBound {
      story.today = story.today + 1
      story.live()
    }
    return story
  }

  private init(_ seed: AccountSeed, _ number: UInt64, _ window: ClosedRange<DemoDay>) {
    account = seed.account
    strangers = Array(seed.people.dropFirst(2))
    account.contacts = Array(seed.people.prefix(2))
    self.window = window
    today = window.lowerBound
    dice = Dice(seed: number, stream: UInt64(1000 + seed.account.index))
    polishDice = Dice(seed: number &+ 7, stream: UInt64(1000 + seed.account.index))
  }

  private mutating func live() {
    clock = 500 + (account.index * 37 + today.number * 61) % 440
    if isSyncDay { sync() }
    let due = agenda.removeValue(forKey: today) ?? []
    for happening in due where !isOver { perform(happening) }
    guard today.isWorkday, !isOver else { return }
    for number in account.deals.indices where account.deals[number].stage.isOpen { live(deal: number) }
    meetByChance()
  }

  /// The same texts, drawn from the corrections' own numbers.
  mutating func polish() {
    let open = account.deals.indices.filter { account.deals[$0].stage.isOpen }
    if let number = open.last, polishDice.chance(600) {
      let scene = scene(deal: number, &polishDice)
      account.deals[number].status = "As of \(today.spoken): " + scene.fill(polishDice.pick(DealWords.statuses))
      mark(.deal(number))
      emit("status of \(account.deals[number].slug)", by: account.deals[number].owner, weight: 1)
    } else {
      account.reviewedOn = today
      mark(.profile)
      emit("profile read through", by: account.executive, weight: 1)
    }
  }

  /// Settles that something happens on a day, or on the next one on which people work.
  mutating func schedule(_ happening: Happening, on day: DemoDay) {
    let day = max(day, today + 1).nextWorkday
    // The handover is one act for all customers, so it comes before what else happens that day.
    if case .handover = happening {
      agenda[day, default: []].insert(happening, at: 0)
    } else {
      agenda[day, default: []].append(happening)
    }
  }

  /// Notes that a file has to be written anew.
  mutating func mark(_ key: FileKey) { dirty.insert(key) }

  /// Notes that all files have to be written anew.
  mutating func markAll() {
    dirty.formUnion(written.keys)
  }

  /// Turns the marked files into an event.
  mutating func emit(
    _ action: String, by author: String, weight: Int, detail: String? = nil, minute: Int? = nil, batch: String? = nil,
    trailers: [String] = []
  ) {
    var removed: [FileChange] = []
    var changes: [FileChange] = []
    for key in dirty.sorted() {
      let file = path(of: key).map { FileChange(path: "\(account.folder)/\($0)", text: text(of: key)) }
      let old = written[key]
      if let old, old.path != file?.path {
        removed.append(FileChange(path: old.path, text: nil, isMoved: file != nil))
      }
      if let file, file != old { changes.append(file) }
      written[key] = file
    }
    dirty = []
    append(removed + changes, action, by: author, weight, detail, minute, batch, trailers)
  }

  /// Takes all files away.
  mutating func erase() {
    let gone = written.keys.sorted().compactMap { key in written[key].map { FileChange(path: $0.path, text: nil) } }
    written = [:]
    dirty = []
    isOver = true
    let detail = "Asked for on \((today - 3).spoken); confirmed in writing on \(today.spoken)."
    append(gone, "erase all records", by: Vendor.operations, 9, detail, nil, nil, [])
  }

  // An event that changes no file is none.
  private mutating func append(
    _ changes: [FileChange], _ action: String, by author: String, _ weight: Int, _ detail: String?, _ minute: Int?,
    _ batch: String?, _ trailers: [String]
  ) {
    guard !changes.isEmpty else { return }
    clock = max(clock + 5 + events.count % 11, minute ?? 0)
    events.append(
      Event(
        day: today, minute: batch == nil ? clock : 310, cluster: cluster, group: account.index,
        sequence: events.count, zone: account.region.zone, author: author, subject: account.name, action: action,
        weight: weight, detail: detail, trailers: trailers, changes: changes, batch: batch))
  }

  /// How many files there are at the end.
  var fileCount: Int { written.count }

  private var cluster: Int { Vendor.people.firstIndex { $0.id == account.executive } ?? 0 }

  private func path(of key: FileKey) -> String? {
    switch key {
    case .profile: "profile.md"
    case .contacts: "contacts.yaml"
    case .deal(let number): account.deals[number].path
    case .interaction(let number): account.interactions[number].isDeleted ? nil : account.interactions[number].path
    case .insight(let number): account.insights[number].path
    case .task(let number): account.tasks[number].isDeleted ? nil : account.tasks[number].path
    case .usage: "usage.csv"
    case .billing: "billing.csv"
    }
  }

  private func text(of key: FileKey) -> String {
    switch key {
    case .profile: account.profileFile
    case .contacts: account.contactsFile
    case .deal(let number): account.file(of: account.deals[number])
    case .interaction(let number): account.file(of: account.interactions[number])
    case .insight(let number): account.file(of: account.insights[number])
    case .task(let number): account.file(of: account.tasks[number])
    case .usage: account.usageFile
    case .billing: account.billingFile(on: today)
    }
  }
}
