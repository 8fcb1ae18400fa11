/// Lives through the history of what belongs to no customer: set-up, battlecards, playbooks.
struct ToolkitStory {
  private(set) var events: [Event] = []
  /// How many files there are at the end.
  private(set) var fileCount = 0
  private var cards = Toolkit.cards
  private var plays = Play.all
  private var dice: Dice
  private let window: ClosedRange<DemoDay>
  private var today: DemoDay
  private var texts: [String: String] = [:]

  /// Lives through all of it; proof comes from deals that were closed before.
  init(seed: UInt64, window: ClosedRange<DemoDay>, accounts: [Account]) {
    dice = Dice(seed: seed, stream: 2)
    self.window = window
    today = window.lowerBound.nextWorkday
    setUp()
    let stories = accounts.filter { $0.formerNames.isEmpty }
    while today < window.upperBound {
      today = today + 1
      guard today.isWorkday else { continue }
      if today == DemoDay(2025, 12, 1) { people("quotas for 2026", detail: "As agreed with finance on Thursday.") }
      if today == DemoDay(2026, 2, 16) { people("Astrid Nyman joins the Nordics", detail: nil) }
      if today == AccountStory.handoverDay {
        people("Hanna Vik has left", detail: "Her customers went to Astrid Nyman.")
      }
      if dice.chance(150) { editCard(stories) }
      if dice.chance(45) { editPlay() }
      if dice.chance(6) { editTemplate() }
    }
    fileCount = texts.count
  }

  private mutating func setUp() {
    let first = today
    add(
      "Workspace", "set up", by: Vendor.operations,
      [
        ("fieldbook.yaml", SetupFiles.settings), ("README.md", SetupFiles.readme),
        ("workspace-setup/people.yaml", SetupFiles.people(on: first)),
        ("workspace-setup/access.yaml", SetupFiles.access),
        (".gitignore", "_site/\n"),
      ], detail: "Larkspur's sales notes move from a shared drive into Git.")
    add(
      "Templates", "first four texts", by: Vendor.vicePresident,
      SetupFiles.templates.map {
        ("sales-toolkit/templates/\($0.slug).md", SetupFiles.file($0, reviewedOn: first))
      })
    for number in plays.indices { plays[number].reviewedOn = first }
    add("Playbooks", "write down six plays", by: Vendor.vicePresident, plays.map { (path(of: $0), $0.file) })
    for number in cards.indices { cards[number].reviewedOn = first }
    add(
      "Battlecards", "eight cards, claims checked this month", by: "james.whitlow",
      cards.map { (path(of: $0), $0.file) })
    add(
      "Workflows", "stages, odds and exit criteria", by: Vendor.operations,
      Workflows.files.map {
        ("customers/workflows/\($0.slug).yaml", $0.text)
      })
    add(
      "Rules", "three rules to begin with", by: Vendor.operations,
      [
        ("workspace-setup/processes/triggers.yaml", SetupFiles.triggers)
      ])
  }

  private mutating func people(_ action: String, detail: String?) {
    let text = SetupFiles.people(on: today)
    add("People", action, by: Vendor.operations, [("workspace-setup/people.yaml", text)], detail: detail)
  }

  private mutating func editCard(_ accounts: [Account]) {
    let number = dice.roll(cards.count)
    // One card is nobody's favourite.
    guard cards[number].slug != "sunderly" || today < DemoDay(2026, 3, 3) else { return }
    var action = "claims read again"
    switch dice.weighted([40, 25, 20, 15]) {
    case 0:
      for claim in cards[number].claims.indices { cards[number].claims[claim].verifiedOn = today }
      cards[number].reviewedOn = today
    case 1:
      let sites = dice.within(8...240)
      let value = sites * dice.within(38...62) * 10
      cards[number].prices.append(
        (
          "\(sites) sites, \(dice.pick([12, 24, 36])) months", value, today,
          "told by a prospect in \(dice.pick(["Leeds", "Kassel", "Lille", "Bergen"]))"
        ))
      cards[number].prices = cards[number].prices.suffix(4)
      action = "a price heard for \(sites) sites"
    case 2: action = addProof(to: number, accounts) ?? action
    default:
      cards[number].moves.append(
        (
          today,
          dice.pick([
            "List price up by \(dice.within(3...9)) %.", "Hired two sellers from the meter trade.",
            "Announced sign-on for \((today + 200).parts.year).",
            "Offers the first \(dice.within(2...6)) months free.", "New office in Lyon.",
            "Their roll-out team was cut.",
          ])
        ))
      cards[number].moves = cards[number].moves.suffix(4)
      action = "what they did in \(today.monthName)"
    }
    if cards[number].claims[0].verifiedOn == nil || dice.chance(300) { cards[number].reviewedOn = today }
    add("\(cards[number].name) card", action, by: cards[number].owner, [(path(of: cards[number]), cards[number].file)])
  }

  private mutating func addProof(to number: Int, _ accounts: [Account]) -> String? {
    guard !accounts.isEmpty else { return nil }
    let account = dice.pick(accounts)
    let slug = cards[number].slug
    // A deal that was renamed or re-opened later would not be proof of what stands here.
    let found = account.deals.first { deal in
      deal.rivals.contains(slug) && deal.closing.map { $0.day < today } == true
        && !cards[number].proof.contains { $0.deal == "\(account.slug)/\(deal.slug)" }
    }
    guard let deal = found, let closing = deal.closing else { return nil }
    cards[number].proof.append(
      (
        "\(account.slug)/\(deal.slug)",
        closing.isWon
          ? "Won against them. Ask \(Vendor.person(deal.owner).firstName)." : "Lost; read why before you tell it."
      ))
    cards[number].proof = cards[number].proof.suffix(5)
    return "proof from \(account.name)"
  }

  private mutating func editPlay() {
    let number = dice.roll(plays.count)
    plays[number].reviewedOn = today
    var action = "read through"
    if dice.chance(500), plays[number].pitfalls.count < 6 {
      plays[number].pitfalls.append(
        dice.pick([
          "Sending a deck instead of a question", "Two meetings without a new name", "A number nobody repeated",
          "Talking to IT last", "No date at the end", "Price before pain",
        ]) + ", seen in \(today.monthName)")
      action = "a pitfall from \(today.monthName)"
    }
    add(
      "\(plays[number].title) play", action, by: plays[number].owner, [(path(of: plays[number]), plays[number].file)],
      review: true)
  }

  private mutating func editTemplate() {
    let template = dice.pick(SetupFiles.templates)
    let file = SetupFiles.file(template, reviewedOn: today)
    add(
      "Templates", "\(template.title.lowercased()) read through", by: Vendor.vicePresident,
      [
        ("sales-toolkit/templates/\(template.slug).md", file)
      ])
  }

  private func path(of card: Card) -> String { "sales-toolkit/battlecards/\(card.slug).md" }
  private func path(of play: Play) -> String { "sales-toolkit/playbooks/\(play.slug).md" }

  private mutating func add(
    _ subject: String, _ action: String, by author: String, _ files: [(String, String)], detail: String? = nil,
    review: Bool = false
  ) {
    let files = files.filter { texts[$0.0] != $0.1 }
    guard !files.isEmpty else { return }
    for (path, text) in files { texts[path] = text }
    let isMorning = events.count % 3 != 0 || events.count < 7
    events.append(
      Event(
        day: today, minute: (isMorning ? 545 : 815) + events.count % 40, cluster: -1, group: -1, sequence: events.count,
        zone: .stockholm,
        author: author,
        subject: subject, action: action, weight: 9, detail: detail,
        trailers: review
          ? ["Reviewed-by: \(Vendor.person(Vendor.vicePresident).name) <\(Vendor.person(Vendor.vicePresident).email)>"]
          : [],
        changes: files.map { FileChange(path: $0.0, text: $0.1) }))
  }
}
