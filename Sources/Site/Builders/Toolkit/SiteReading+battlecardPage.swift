internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  /// The page of a battlecard.
  func battlecardPage(_ card: Battlecard, _ href: Href) -> BattlecardPage {
    let deals = index.dealsAgainst[card.slug] ?? []
    let open = deals.filter(\.isOpen)
    return BattlecardPage(
      head: battlecardHead(card, href, open: open, closed: deals.filter { !$0.isOpen }),
      answer: card.thirtySecondAnswer, weWin: card.whenWeWin, theyWin: card.whenTheyWin,
      claims: card.claims.map(claim), claimsSummary: claimsSummary(card), prices: prices(card),
      objections: card.objections.map { Objection(says: $0.says, reply: $0.reply ?? "No reply written yet.") },
      questions: card.questions, landmines: card.landmines,
      proof: card.proof.map { proofItem($0, on: href) }, moves: moves(card),
      openDeals: dealPanel(
        "Open deals against them", anchor: "open-deals", open, emptyTitle: "No open deal names them",
        emptyHint: "Name them under competitors in the deal's file."),
      body: body(of: card.source.path, on: href), backlinks: backlinks(to: card.source.path),
      provenance: provenance(card.source, reviewed: card.reviewedOn))
  }

  private func battlecardHead(_ card: Battlecard, _ href: Href, open: [Deal], closed: [Deal]) -> PageHead {
    let review = review(of: card)
    var badges = draftMark(card.source)
    if card.isNotToBeShared { badges.append(Badge(text: "Do not share", tone: "urgent")) }
    badges.append(review.badge)
    let aliases = card.aliases.isEmpty ? nil : "Also known as \(card.aliases.joined(separator: ", "))."
    return PageHead(
      title: card.competitor, kicker: "Battlecard", headIcon: "battlecard", lede: card.source.summary ?? aliases,
      crumbs: toolkitCrumbs("Battlecards", "/toolkit/battlecards/"), badges: badges, people: answerers(card.owner),
      figures: [recordFigure(closed), openFigure(open)], actions: pageActions(card.source, at: href.path),
      notices: notices(for: card.source.path) + [review.notice].compactMap(\.self))
  }

  private func recordFigure(_ closed: [Deal]) -> KeyFigure {
    let won = closed.count { $0.isWon }
    guard !closed.isEmpty else {
      return KeyFigure(
        label: "Record", value: "Unknown", note: "no decided deal", noteTone: "neutral", evidence: nil, isUnknown: true)
    }
    return KeyFigure(
      label: "Record", value: "\(won) won, \(closed.count - won) lost", note: "of \(closed.count) decided",
      noteTone: "neutral", evidence: Href("", fragment: "proof"), isUnknown: false)
  }

  private func openFigure(_ open: [Deal]) -> KeyFigure {
    var sum = MoneySum()
    for deal in open { sum.add(deal.amount) }
    return KeyFigure(
      label: "Open against", value: Format.count(open.count, "deal"),
      note: open.isEmpty ? nil : sum.shortTexts.joined(separator: ", "), noteTone: "neutral",
      evidence: Href("", fragment: "open-deals"), isUnknown: false)
  }

  private func claim(_ claim: Battlecard.Claim) -> Claim {
    let state = ExpiryState(claim.expiresOn, today: today)
    let live = claim.query.map(liveValue)
    return Claim(
      topic: claim.topic, ours: claim.ours ?? (live == nil ? "Unknown" : ""), live: live,
      theirs: claim.theirs ?? "Unknown",
      source: claim.source ?? "Source unknown", verified: claim.verifiedOn.map { Day($0) },
      // What is read from the data each time needs no date on which it ends.
      freshness: live != nil && claim.expiresOn == nil ? Badge(text: "Live", tone: "positive") : state.badge,
      isExpired: state == .expired)
  }

  private func prices(_ card: Battlecard) -> [PriceSeen] {
    card.pricingSeen.sorted { ($0.seenOn?.number ?? Int.min) > ($1.seenOn?.number ?? Int.min) }.map { price in
      PriceSeen(
        offer: price.what, amount: price.value.map { Format.money($0) } ?? "Unknown",
        seen: price.seenOn.map { Day($0) } ?? .unknown, source: price.source ?? "Source unknown",
        sourcePage: price.source.flatMap { sourcePage($0, of: card) })
    }
  }

  private func moves(_ card: Battlecard) -> [CompetitorMove] {
    card.recentMoves.sorted { ($0.on?.number ?? Int.min) > ($1.on?.number ?? Int.min) }.map { move in
      CompetitorMove(on: move.on.map { Day($0) } ?? .unknown, text: move.text, moveSource: move.source)
    }
  }

  /// The page of a source that is written as a path, from the card or from the root of the workspace.
  private func sourcePage(_ source: String, of card: Battlecard) -> Href? {
    guard !source.contains(" "), source.contains("/") else { return nil }
    if let path = card.source.path.parent.resolving(source), let href = addresses.href(path) { return href }
    return addresses.href(RepoPath(source))
  }

  /// A deal that the reader may not see keeps its id and leads no further than the card itself.
  private func proofItem(_ proof: Battlecard.Proof, on href: Href) -> ProofItem {
    let mention = subject(proof.deal)
    let outcome =
      index.deals[proof.deal].map { deal in
        deal.isOpen
          ? Badge(text: "Open", tone: "info")
          : deal.isWon ? Badge(text: "Won", tone: "positive") : Badge(text: "Lost", tone: "negative")
      } ?? Badge(text: "Unknown", tone: "neutral")
    return ProofItem(
      deal: Link(text: mention.text, href: mention.href ?? Href(href.path, fragment: "proof")), outcome: outcome,
      lesson: proof.note ?? "")
  }
}
