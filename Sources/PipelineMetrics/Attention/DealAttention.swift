package import WorkspaceModel

/// What an open deal asks of its owner today, the weightiest first.
package struct DealAttention: Sendable {
  package let reasons: [AttentionReason]

  /// Reads a deal on a day by how it stands; a closed one asks for nothing.
  ///
  /// `play` is the playbook for its stage; `battlecards` are those that can be seen, by slug.
  package init(
    _ deal: Deal, _ standing: DealStanding, workflow: Workflow, gate: StageGate, battlecards: [String: Battlecard],
    play: String?, today: Day
  ) {
    guard deal.isOpen else {
      reasons = []
      return
    }
    let help = play.map(AttentionReason.Help.play)
    var found: [AttentionReason] = []
    func add(_ kind: AttentionReason.Kind, _ reason: String, _ action: String, _ help: AttentionReason.Help?) {
      found.append(AttentionReason(kind, reason, action, help: help))
    }
    if let late = standing.daysOverdue {
      add(
        .overdue, "expected close passed \(AttentionReason.days(late)) ago",
        "Agree a new close date with the customer, or close the deal", help)
    }
    if let step = deal.nextStep {
      if let late = standing.nextStepDaysLate {
        add(.nextStepLate, "next step is \(AttentionReason.days(late)) late", "Do or move it: \(step.text)", nil)
      }
    } else {
      add(.noNextStep, "no next step", "Agree a next step with a date", help)
    }
    if standing.isStale == true, let age = standing.daysInStage {
      add(
        .stale, "\(AttentionReason.days(age)) in stage", "Move the deal on, or back to the stage where it really is",
        help)
    }
    if standing.isSingleThreaded == true {
      add(
        .singleThreaded,
        standing.activeContacts == 0 ? "nobody spoke with us in 60 days" : "only one active contact in 60 days",
        Self.missingRole(deal), help)
    }
    for slug in deal.competitors {
      if let gap = Self.gap(slug, battlecards[slug]) {
        add(.competitorUnanswered, gap.reason, gap.action, battlecards[slug].map { .battlecard($0.source.slug) })
      }
    }
    if let missing = Self.missing(deal, workflow, gate) {
      add(.criteriaMissing, missing.reason, missing.action, help)
    }
    reasons = found.sorted { left, right in
      left.kind.points == right.kind.points ? false : left.kind.points > right.kind.points
    }
  }

  /// Who to meet: the role that closes most deals and that nobody fills yet.
  private static func missingRole(_ deal: Deal) -> String {
    let roles = Set(deal.committee.compactMap(\.role))
    if !roles.contains(.economicBuyer) { return "Meet the economic buyer: nobody is noted as one" }
    if !roles.contains(.champion) { return "Find a champion: nobody is noted as one" }
    return "Meet a second person of the committee"
  }

  private static func gap(_ slug: String, _ card: Battlecard?) -> (reason: String, action: String)? {
    let name = card?.competitor ?? Slug.title(of: slug)
    guard let card else { return ("\(name) has no battlecard", "Write down how we answer \(name)") }
    guard card.thirtySecondAnswer?.isEmpty ?? true else { return nil }
    return ("the battlecard on \(name) has no answer", "Add the 30-second answer to \(name)")
  }

  private static func missing(_ deal: Deal, _ workflow: Workflow, _ gate: StageGate) -> (
    reason: String, action: String
  )? {
    guard let stage = deal.stage.flatMap({ workflow.stage($0) }) else { return nil }
    let open = stage.exitCriteria.filter { gate.state(of: $0) == .unmet }
    guard let first = open.first else { return nil }
    return (
      "\(open.count) of \(stage.exitCriteria.count) criteria of \(stage.name) not met",
      "Still missing: \(first.text)" + (open.count == 1 ? "" : ", and \(open.count - 1) more")
    )
  }
}
