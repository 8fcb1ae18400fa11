internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// What happens next, with how late it is.
  func nextStep(_ deal: Deal) -> NextStep? {
    guard let step = deal.nextStep else { return deal.isOpen ? nil : afterTheEnd(deal) }
    var badges: [Badge] = []
    if deal.isOpen {
      badges = step.due.map { [dueBadge($0)] } ?? [Badge(text: "No date", tone: "warning")]
    }
    return NextStep(
      action: step.text, due: step.due.map { Day($0) }, assignee: step.owner.map { site.person($0) }, badges: badges)
  }

  /// A closed deal needs no next step; the layout would call that a finding.
  private func afterTheEnd(_ deal: Deal) -> NextStep {
    guard let day = deal.revisitOn, !deal.isWon else { return NextStep(action: "None: the deal is closed", badges: []) }
    return NextStep(
      action: "Ask again", due: Day(day), assignee: deal.owner.map { site.person($0) },
      badges: day > today ? [dueBadge(day)] : [])
  }

  /// "3 days overdue", "Due today", "In 4 days".
  func dueBadge(_ due: WorkspaceModel.Day) -> Badge {
    let distance = due.days(since: today)
    if distance < 0 { return Badge(text: "\(days(-distance)) overdue", tone: "urgent") }
    return distance == 0
      ? Badge(text: "Due today", tone: "warning") : Badge(text: "In \(days(distance))", tone: "neutral")
  }

  /// What we are up against, in the deal's order.
  func competitors(_ deal: Deal) -> [CompetitorItem] {
    deal.competitors.map { slug in
      let record = standings.records[slug]
      var badges: [Badge] = []
      if let record { badges.append(Badge(text: "Won \(record.won), lost \(record.lost)", tone: "neutral")) }
      guard let card = site.index.battlecards[slug] else {
        return CompetitorItem(name: Slug.title(of: slug), badges: badges)
      }
      let limit = card.reviewEveryDays ?? site.workspace.settings.freshness.battlecardDays
      if let reviewed = card.reviewedOn {
        badges.append(
          today.days(since: reviewed) > limit
            ? Badge(text: "Reviewed \(days(today.days(since: reviewed))) ago", tone: "warning")
            : Badge(text: "Fresh", tone: "positive"))
      } else {
        badges.append(Badge(text: "Never reviewed", tone: "warning"))
      }
      if card.isNotToBeShared { badges.append(Badge(text: "Do not share", tone: "urgent")) }
      return CompetitorItem(
        name: card.competitor, battlecard: site.addresses.href(card.source.path), answer: card.thirtySecondAnswer,
        badges: badges)
    }
  }

  /// The playbook that the workflow names for the stage, else the first that names it.
  func playbook(_ deal: Deal) -> Playbook? {
    guard let stage = deal.stage else { return nil }
    let named = site.workspace.workflow(for: deal).stage(stage)?.play.flatMap { site.index.playbooks[$0] }
    return named ?? standings.plays[stage]
  }

  /// The playbook for the stage; only its steps for that stage.
  func play(_ deal: Deal) -> Play? {
    guard let stage = deal.stage, let playbook = playbook(deal),
      let page = site.addresses.href(playbook.source.path)
    else { return nil }
    let workflow = site.workspace.workflow(for: deal)
    let steps = playbook.steps.enumerated().filter { $0.element.stage == nil || $0.element.stage == stage }
    return Play(
      playTitle: playbook.title, page: page,
      purpose: playbook.purpose ?? playbook.whenToUse ?? "No purpose is written down yet.",
      playSteps: steps.map { index, step in
        PlaybookStep(
          number: index + 1, stepTitle: step.title, stepOwner: step.owner.map(SalesWords.role), timeBox: step.timeBox,
          instruction: step.detail, stage: step.stage.map { workflow.stage($0)?.name ?? Slug.title(of: $0) })
      })
  }

  /// Why a closed deal was won or lost; nil for an open one.
  func verdict(_ deal: Deal) -> DealVerdict? {
    guard !deal.isOpen else { return nil }
    let day = deal.closedOn ?? deal.stageEnteredOn ?? deal.stageHistory.last?.enteredOn
    return DealVerdict(
      outcome: deal.isWon ? Badge(text: "Won", tone: "positive") : Badge(text: "Lost", tone: "negative"),
      reason: deal.reasonCode.map { Slug.title(of: $0) }, explanation: deal.reasonText,
      closed: day.map { Day($0) } ?? .unknown, revisit: deal.revisitOn.map { Day($0) })
  }
}
