import Diagnostics
import WorkspaceModel

/// A history in which deals do everything that deals can do, legal or not.
struct RandomHistory {
  private struct Deal {
    var stage = "lead"
    var amount: String? = "1000.10"
    var currency = "EUR"
    var closeOn: String?
    var closedOn: String?
    var owner = "ann.lee"
    var createdOn: String?
    var category: String?
    var isThere = true
  }

  private(set) var past = PastWorkspace()
  /// Days with a commit, in order.
  private(set) var days: [Day] = []
  private var random: SeededGenerator

  init(seed: UInt64, deals: Int = 4, commits: Int = 25) {
    random = SeededGenerator(seed: seed)
    var all = [Deal?](repeating: nil, count: deals)
    var day = Day(iso: "2025-11-01") ?? Day(number: 0)
    past.commit(day.adding(days: -1).iso, ["workspace-setup/people.yaml": TestVector.people])
    for _ in 0..<commits {
      day = day.adding(days: pick(0...9))
      var files: [RepoPath: String?] = [:]
      for index in all.indices where all[index] == nil || pick(0...2) == 0 {
        var deal = all[index] ?? start(day)
        if all[index] != nil { change(&deal, day) }
        all[index] = deal
        files[RepoPath("customers/acme/deals/d\(index).md")] = .some(deal.isThere ? text(deal) : nil)
        // What was removed may come back as another deal.
        if !deal.isThere { all[index] = nil }
      }
      past.commit(day.iso, files, isImport: pick(0...9) == 0)
      days.append(day)
    }
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func some<Value>(_ values: [Value]) -> Value { values[pick(0...(values.count - 1))] }

  private mutating func start(_ day: Day) -> Deal {
    var deal = Deal()
    deal.createdOn = pick(0...3) == 0 ? nil : day.adding(days: -pick(0...30)).iso
    deal.closeOn = pick(0...4) == 0 ? nil : day.adding(days: pick(1...200)).iso
    deal.stage = some(["lead", "qualification", "discovery", "closed_won"])
    return deal
  }

  private mutating func change(_ deal: inout Deal, _ day: Day) {
    for _ in 0...pick(0...2) {
      switch pick(0...7) {
      case 0: deal.stage = some(["discovery", "business_case", "negotiation", "lead", "nowhere"])
      case 1:
        deal.stage = some(["closed_won", "closed_lost"])
        deal.closedOn = pick(0...3) == 0 ? nil : day.adding(days: -pick(0...5)).iso
      case 2: deal.amount = some(["\(pick(1...99999)).\(pick(10...99))", "0", nil])
      case 3: deal.currency = some(["EUR", "EUR", "SEK"])
      case 4: deal.closeOn = some([day.adding(days: pick(-30...200)).iso, nil])
      case 5: deal.owner = some(["ann.lee", "bo.ek", "cy.dahl"])
      case 6: deal.category = some(["commit", "best_case", nil])
      default: deal.isThere = pick(0...5) > 0
      }
    }
  }

  private func text(_ deal: Deal) -> String {
    var lines = ["stage: \(deal.stage)", "owner: \(deal.owner)"]
    if let amount = deal.amount { lines.append("amount: {value: \(amount), currency: \(deal.currency), kind: ARR}") }
    if let day = deal.createdOn { lines.append("created_on: \(day)") }
    if let day = deal.closeOn { lines.append("close_on: \(day)") }
    if let day = deal.closedOn { lines.append("closed_on: \(day)") }
    if let category = deal.category { lines.append("forecast_category: \(category)") }
    return "---\n\(lines.joined(separator: "\n"))\n---"
  }
}
