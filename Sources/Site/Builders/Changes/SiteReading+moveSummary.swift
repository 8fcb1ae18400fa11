internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  /// What moved in a stretch of time, in terms of sales.
  func moveSummary(_ title: String, span: String, page: Href?, _ net: NetChanges) -> MoveSummary {
    let tally = MoveTally(self, net)
    let groups = MoveTally.Way.allCases.compactMap { way -> MoveGroup? in
      let count = tally.count(way)
      guard count > 0 else { return nil }
      let shown = tally.moves(way, limit: 8)
      return MoveGroup(
        groupTitle: way.title, tone: way.tone, countText: Format.grouped(count), moves: shown,
        restText: count > shown.count ? "and \(Format.grouped(count - shown.count)) more" : nil)
    }
    let records = net.records.count
    return MoveSummary(
      summaryTitle: title, span: span, spanPage: page, tallies: groups.isEmpty ? [] : tallies(tally), groups: groups,
      quiet: groups.isEmpty
        ? records == 0
          ? "Nothing changed." : "No deal, customer or battlecard moved; \(Format.count(records, "record")) changed."
        : nil)
  }

  private func tallies(_ tally: MoveTally) -> [Tally] {
    func closed(_ label: String, _ way: MoveTally.Way, _ sum: MoneySum, _ tone: String) -> Tally {
      let count = tally.count(way)
      return Tally(
        label: label, tally: String(count), tone: count == 0 ? "neutral" : tone,
        tallyNote: count == 0 ? nil : sum.shortTexts.joined(separator: ", "))
    }
    let (forward, back) = (tally.count(.forward), tally.count(.back))
    let net = tally.net.sorted { $0.key < $1.key }.filter { $0.value != .zero }
    let isDown = net.allSatisfy { $0.value < .zero }
    let isUp = net.allSatisfy { $0.value > .zero }
    let amounts = tally.count(.raised) + tally.count(.cut)
    return [
      closed("Won", .won, tally.wonSum, "positive"), closed("Lost", .lost, tally.lostSum, "negative"),
      Tally(
        label: "Stage moves", tally: "\(forward) forward", tone: back > forward ? "warning" : "neutral",
        tallyNote: "\(back) back"),
      Tally(
        label: "Amounts, net", tally: net.isEmpty ? "–" : net.map(Self.signed).joined(separator: ", "),
        tone: net.isEmpty ? "neutral" : isDown ? "negative" : isUp ? "positive" : "neutral",
        tallyNote: amounts == 0 ? "none changed" : "\(Format.count(amounts, "deal")) changed"),
      Tally(
        label: "New interactions", tally: String(tally.interactions), tone: "neutral",
        tallyNote: tally.count(.newDeal) == 0 ? nil : Format.count(tally.count(.newDeal), "new deal")),
    ]
  }

  /// "+12 kEUR", "−15 kEUR".
  static func signed(_ currency: String, _ amount: Decimal4) -> String {
    (amount > .zero ? "+" : "") + Format.compact(amount, currency: currency)
  }
}
