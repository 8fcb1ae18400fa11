internal import Diagnostics
package import WorkspaceModel

/// How one deal stands on a day, from its own fields and the customer's interactions.
package struct DealStanding: Sendable {
  /// Odds that count: the owner's override, else those of the stage; nil when neither is known.
  package let probability: Decimal4?
  /// Whether `probability` is the owner's.
  package let isOverridden: Bool
  /// The owner's category, else that of the stage.
  package let category: Deal.Category?
  /// Whole days since the stage was entered; nil when that is unknown or the deal is closed.
  package let daysInStage: Int?
  /// Whether it stands longer in its stage than the workflow allows; nil when unknown.
  package let isStale: Bool?
  /// Days past the expected close; nil when not past or unknown.
  package let daysOverdue: Int?
  /// Days past the next step's due day; nil when not past or unknown.
  package let nextStepDaysLate: Int?
  /// The newest interaction in which the customer took part.
  package let lastTwoWay: WorkspaceModel.Day?
  /// Distinct contacts with two-way contact in the last 60 days.
  package let activeContacts: Int
  /// Fewer than two of them from Discovery on (domain 2.1); nil before Discovery and for closed deals.
  package let isSingleThreaded: Bool?

  /// Reads a deal on a day; `interactions` are those of its customer.
  package init(
    _ deal: Deal, workflow: Workflow, interactions: [Interaction], contacts: Set<String>, today: WorkspaceModel.Day
  ) {
    let stage = deal.stage.flatMap { workflow.stage($0) }
    probability = deal.probability ?? stage?.probability
    isOverridden = deal.probability != nil
    category = deal.forecastCategory ?? stage?.category
    let entered = deal.stageEnteredOn ?? deal.stageHistory.last?.enteredOn
    daysInStage = deal.isOpen ? entered.map { max(0, today.days(since: $0)) } : nil
    isStale = daysInStage.flatMap { days in stage?.staleAfterDays.map { days > $0 } }
    daysOverdue = deal.isOpen ? Self.daysPast(deal.closeOn, today) : nil
    nextStepDaysLate = deal.isOpen ? Self.daysPast(deal.nextStep?.due, today) : nil
    var newest: WorkspaceModel.Day?
    var active: Set<String> = []
    for interaction in interactions where interaction.deals.isEmpty || interaction.deals.contains(deal.slug) {
      guard let day = interaction.occurredAt?.day, day <= today, interaction.isTwoWay(isExternal: contacts.contains)
      else { continue }
      newest = newest.map { max($0, day) } ?? day
      if today.days(since: day) <= 60 { active.formUnion(interaction.participants.filter(contacts.contains)) }
    }
    lastTwoWay = newest
    activeContacts = active.count
    let order = workflow.stages.map(\.id)
    let discovery = order.firstIndex(of: "discovery")
    let place = deal.stage.flatMap { order.firstIndex(of: $0) }
    if deal.isOpen, let discovery, let place {
      isSingleThreaded = place >= discovery ? active.count < 2 : nil
    } else {
      isSingleThreaded = nil
    }
  }

  private static func daysPast(_ day: WorkspaceModel.Day?, _ today: WorkspaceModel.Day) -> Int? {
    guard let day, day < today else { return nil }
    return today.days(since: day)
  }
}
