internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// All battlecards, those with open deals first.
  func battlecardIndex(_ shelf: ToolkitShelf) -> IndexPage {
    let cards = workspace.battlecards.map { card in
      (card, open: (index.dealsAgainst[card.slug] ?? []).count { $0.isOpen })
    }.sorted { left, right in
      if left.open != right.open { return left.open > right.open }
      return (left.0.competitor, left.0.source.path) < (right.0.competitor, right.0.source.path)
    }
    let group = CardGroup(
      groupTitle: nil, anchor: "cards", countText: Format.count(cards.count, "card"), groupSummary: nil,
      cards: cards.compactMap { battlecardCard($0.0, openDeals: $0.open) }, isOrdered: false,
      emptyTitle: "No battlecards yet", emptyHint: "Write the first one for whoever you meet most.")
    return shelfPage(
      "/toolkit/battlecards/", title: "Battlecards", icon: "battlecard",
      lede: "What to know and say when a competitor is in the deal.", groups: [group], shelf)
  }

  /// How fresh a card is as a whole.
  func review(of card: Battlecard) -> ReviewState {
    ReviewState(
      card.reviewedOn, limitDays: card.reviewEveryDays ?? workspace.settings.freshness.battlecardDays, today: today)
  }

  /// "2 of 9 claims have expired".
  func claimsSummary(_ card: Battlecard) -> String {
    let total = card.claims.count
    guard total > 0 else { return "no claims" }
    let dated = card.claims.filter { $0.metric == nil || $0.expiresOn != nil }
    let states = dated.map { ExpiryState($0.expiresOn, today: today) }
    let expired = states.count { $0 == .expired }
    let soon = states.count { $0 == .expiresSoon }
    if expired > 0 { return "\(expired) of \(Format.count(total, "claim")) \(expired == 1 ? "has" : "have") expired" }
    if soon > 0 {
      return "\(soon) of \(Format.count(total, "claim")) \(soon == 1 ? "expires" : "expire") within 30 days"
    }
    let undated = states.count { $0 == .unknown }
    return undated > 0
      ? "\(Format.count(total, "claim")), \(undated) without an expiry date" : Format.count(total, "claim")
  }

  private func battlecardCard(_ card: Battlecard, openDeals: Int) -> Card? {
    guard let href = addresses.href(card.source.path) else { return nil }
    let review = review(of: card)
    var badges = draftMark(card.source)
    if review.isStale { badges.append(Badge(text: "Stale", tone: "warning")) }
    if card.isNotToBeShared { badges.append(Badge(text: "Do not share", tone: "urgent")) }
    return Card(
      icon: "battlecard", title: card.competitor, page: href,
      summary: card.source.summary ?? card.thirtySecondAnswer ?? summary(of: card.source), badges: badges,
      details: [review.badge.text, claimsSummary(card), Format.count(openDeals, "open deal")],
      owner: card.owner.map { person($0) })
  }
}
