internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Deals in technical validation: criteria met, days left, what blocks them.
  func pilots() -> SectionData {
    var section = SectionData(
      "pilots", ["title", "done", "total", "days_left", "blocker", "owner"],
      none: "no deal of this scope is in technical validation")
    for deal in workspace.deals where deal.isOpen && deal.stage == "technical_validation" && isNear(deal) {
      let gate = StageGate(
        deal, customer: sources.customers[deal.customer], interactions: past(deal.customer),
        contacts: contactIDs(of: deal.customer))
      let stage = workspace.workflow(for: deal).stage("technical_validation")
      let criteria = stage?.exitCriteria ?? []
      let done = criteria.count { gate.state(of: $0) == .met || gate.state(of: $0) == .waived }
      let spent = standing(deal).daysInStage
      let left = spent.flatMap { spent in stage?.staleAfterDays.map { $0 - spent } }
      let blockers = deal.committee.filter { $0.role == .blocker }.map { anyName($0.contact) }
      section.add(
        deal.source.path, title(deal), String(done), String(criteria.count),
        left.map { $0 >= 0 ? "\(ReportWords.count($0, "day")) left" : "\(ReportWords.count(-$0, "day")) over its time" }
          ?? "days left unknown",
        blockers.isEmpty ? "no blocker noted" : "blocked by \(blockers.joined(separator: ", "))",
        name(deal.owner))
    }
    return section
  }

  /// Insights of kinds on near deals and customers, that still hold.
  private func insights(
    _ id: String, _ kinds: Set<Insight.Kind>, none: String, where isWanted: (Insight) -> Bool = { _ in true }
  ) -> SectionData {
    var section = SectionData(id, ["title", "statement", "date"], none: none)
    for insight in workspace.insights where insight.kind.map(kinds.contains) ?? false {
      guard insight.status == .accepted || insight.status == .proposed, isNear(insight), isWanted(insight) else {
        continue
      }
      if let expires = insight.expiresOn, expires < today { continue }
      section.add(
        insight.source.path, customerName(insight.customer),
        insight.statement + (insight.status == .proposed ? " (proposed, not yet accepted)" : ""),
        insight.createdOn.map(ChangeFormat.day))
    }
    section.limit(10, "entry")
    return section
  }

  private func isNear(_ insight: Insight) -> Bool {
    if people == nil || concerns(insight.customer) { return true }
    return workspace.deals.contains { $0.customer == insight.customer && isNear($0) }
  }

  /// Objections without an answer.
  func objections() -> SectionData {
    insights("objections", [.objection], none: "no accepted objection on these deals is open")
  }

  private static let technicalWords = [
    "meter", "network", "gateway", "sign-in", "login", "sso", "firewall", "firmware", "api", "integration", "export",
  ]

  /// Risks about meters, networks or sign-in.
  func integrationRisks() -> SectionData {
    insights("integration_risks", [.risk], none: "no noted risk speaks of meters, networks, sign-in or interfaces") {
      insight in
      let text = insight.statement.lowercased()
      return Self.technicalWords.contains { text.contains($0) }
    }
  }

  /// Needs with the value of the deals behind them.
  func productRequests() -> SectionData {
    var section = SectionData(
      "product_requests", ["title", "statement", "amount", "n"], none: "no need of these customers is noted")
    for insight in workspace.insights
    where insight.kind == .need && insight.status != .rejected && insight.status != .superseded && isNear(insight) {
      let deals = workspace.deals.filter {
        $0.customer == insight.customer && $0.isOpen && (insight.deals.isEmpty || insight.deals.contains($0.slug))
      }
      var sum = MoneySum()
      for deal in deals { sum.add(deal.amount) }
      section.add(
        [insight.source.path] + deals.map(\.source.path), customerName(insight.customer),
        Self.withoutStop(insight.statement),
        deals.isEmpty ? "nothing" : ReportWords.sums(sum),
        deals.isEmpty ? "any open deal" : ReportWords.count(deals.count, "open deal"))
    }
    section.limit(8, "need")
    return section
  }

  private static func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private static let reviewWords = ["security", "questionnaire", "dpa", "data processing", "penetration", "review"]

  /// Questionnaires and reviews with due date and who holds the pen.
  func securityReviews() -> SectionData {
    var section = SectionData(
      "security_reviews", ["due", "title", "owner"], none: "no open task speaks of a security review")
    for task in workspace.tasks where task.status == .open && (task.customer.map(isNearCustomer) ?? (people == nil)) {
      let text = task.title.lowercased()
      guard Self.reviewWords.contains(where: text.contains) else { continue }
      section.add(
        task.source.path, task.due.map(ChangeFormat.day) ?? "no due date", qualified(task.title, task.customer),
        name(task.owner))
    }
    return section
  }

  func isNearCustomer(_ customer: String) -> Bool {
    concerns(customer) || workspace.deals.contains { $0.customer == customer && isNear($0) }
  }

  /// Demos of the period and what followed.
  func demos() -> SectionData {
    var section = SectionData("demos", ["date", "title", "outcome"], none: "no demo \(inPeriod)")
    for (meeting, on) in meetings({ period.contains($0) }) where meeting.kind == .demo {
      section.add(
        meeting.source.path, ChangeFormat.day(on), qualified(meeting.subject, meeting.customer), outcome(meeting))
    }
    return section
  }

  /// Deals won in the last 14 days, which need an accepted handover.
  func handoverDue() -> SectionData {
    var section = SectionData("handover_due", ["title", "date", "owner"], none: "no deal was won in the last 14 days")
    for deal in workspace.deals where deal.stage == "closed_won" && isNear(deal) {
      guard let closed = deal.closedOn, closed <= today, today.days(since: closed) <= 14 else { continue }
      section.add(deal.source.path, title(deal), ChangeFormat.day(closed), name(deal.owner))
    }
    return section
  }

  /// Buying signals without a deal.
  func expansionSignals() -> SectionData {
    insights(
      "expansion_signals", [.buyingSignal, .need], none: "no buying signal or need of these customers is without a deal"
    ) { insight in
      sources.customers[insight.customer]?.lifecycle == .customer
        && !workspace.deals.contains {
          $0.customer == insight.customer && $0.isOpen && $0.type != .renewal
            && (insight.deals.isEmpty || insight.deals.contains($0.slug))
        }
    }
  }
}
