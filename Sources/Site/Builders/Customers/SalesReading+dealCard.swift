internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// A deal as a card; on a board it names its customer, in the customer's record it shows its path.
  func dealCard(_ deal: Deal, onBoard: Bool) -> DealCard {
    let standing = standings.standing(of: deal)
    let next = deal.nextStep.map { step in
      step.due.map { "\(step.text), \(Format.day($0))" } ?? step.text
    }
    return DealCard(
      name: deal.name, page: site.addresses.href(deal.source.path) ?? Href("/deals/"),
      customerName: onBoard ? site.customerName(deal.customer) : nil, amount: deal.amount?.short ?? "Unknown",
      isAmountUnknown: deal.amount == nil, closing: (deal.isOpen ? deal.closeOn : deal.closedOn).map { Day($0) },
      stageName: site.stageName(deal), stageAge: standing.daysInStage.map { "\(days($0)) in stage" },
      badges: stateBadges(deal, standing), nextAction: deal.isOpen ? next : nil, owner: ownerPerson(deal.owner),
      steps: onBoard ? [] : steps(deal))
  }

  /// What is remarkable about a deal: outcome, category, and what goes wrong.
  func stateBadges(_ deal: Deal, _ standing: DealStanding) -> [Badge] {
    var badges = draftBadge(deal.source)
    if !deal.isOpen {
      badges.append(deal.isWon ? Badge(text: "Won", tone: "positive") : Badge(text: "Lost", tone: "negative"))
      return badges
    }
    if let category = standing.category, category == .commit || category == .bestCase || category == .mostLikely {
      badges.append(Badge(text: SalesWords.category(category), tone: category == .commit ? "positive" : "info"))
    }
    if let late = standing.daysOverdue { badges.append(Badge(text: "\(days(late)) overdue", tone: "urgent")) }
    if standing.isStale == true { badges.append(Badge(text: "Stale", tone: "warning")) }
    if standing.isSingleThreaded == true { badges.append(Badge(text: "Single-threaded", tone: "warning")) }
    switch deal.pushCount {
    case 0: break
    case 1: badges.append(Badge(text: "Pushed once", tone: "warning"))
    case 2: badges.append(Badge(text: "Pushed twice", tone: "warning"))
    default: badges.append(Badge(text: "Pushed \(deal.pushCount) times", tone: "warning"))
    }
    return badges
  }
}
