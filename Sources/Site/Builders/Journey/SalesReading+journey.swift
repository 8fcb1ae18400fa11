internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The journey of a customer; nil for a partner without a sale, which goes none.
  func journeySection(_ customer: Customer) -> JourneySection? {
    guard let journey = site.metrics.journeys.journey(of: customer.slug) else { return nil }
    if customer.lifecycle == .partner, journey.deals.isEmpty { return nil }
    let purchase = journey.purchase
    let buying = JourneyPhase(
      phaseKind: "buying", phaseTitle: "Buying",
      phaseDeal: purchase.flatMap { site.index.records[$0.record] }.flatMap { link($0) },
      phaseRemark: purchase == nil ? "No sale is on file." : nil,
      trail: purchase.map { trail($0) } ?? journey.buying.map { item($0, GatePlace(account: customer.slug)) })
    let account = JourneyPhase(
      phaseKind: "account", phaseTitle: "Being a customer", phaseDeal: nil, phaseRemark: nil,
      trail: journey.account.map { accountItem($0, customer, journey) })
    let path = customer.source.path
    return JourneySection(
      journeySummary: summary(customer, journey), phases: [buying, account],
      lacking: journey.current.flatMap { lack($0, beside: path) },
      allGates: allGates(journey.steps, of: customer.slug))
  }

  /// "In renewal since 2 Oct 2026, 52 days".
  private func summary(_ customer: Customer, _ journey: CustomerJourney) -> String {
    guard let step = journey.current else {
      if let purchase = journey.purchase, purchase.outcome != .open, customer.lifecycle == .prospect {
        let word = purchase.outcome == .won ? "won" : "lost"
        return "The last sale was \(word)" + (purchase.closedOn.map { " on \(Format.day($0))" } ?? "")
      }
      return journey.deals.isEmpty && customer.lifecycle != .customer
        ? "No deal so far" : "Nobody noted where the account stands"
    }
    let place = step.id == Customer.AccountStage.churned.rawValue ? step.name : "In \(step.name)"
    guard let entered = step.enteredOn else { return "\(place), since an unknown day" }
    return "\(place) since \(Format.day(entered))" + (step.days.map { ", \(days($0))" } ?? "")
  }

  private func accountItem(_ step: JourneyStep, _ customer: Customer, _ journey: CustomerJourney) -> JourneyItem {
    var item = item(step, GatePlace(account: customer.slug))
    // Before the sale they are no news.
    item.milestones = step.state == .notReached ? [] : step.parts.map(milestone)
    switch Customer.AccountStage(rawValue: step.id) {
    case .success: item.stepFacts = successFacts(customer)
    case .expansion: item.stepFacts = dealFacts(step, journey)
    case .renewal: item.stepFacts = renewalFacts(step, journey)
    case .churned: item.stepFacts = churnFacts(customer)
    case .onboarding, nil: break
    }
    return item
  }

  private func milestone(_ part: JourneyStep) -> JourneyMilestone {
    let proof = part.proofs.lazy.compactMap { path in
      site.index.records[path].flatMap { link($0) }
    }.first
    return JourneyMilestone(
      milestoneName: part.name, milestoneState: JourneyWords.style(part.state),
      milestoneIcon: JourneyWords.icon(part.state),
      milestoneLabel: part.state == .passed ? "Reached" : JourneyWords.label(part),
      reached: part.enteredOn.map { Day($0) }, reachedProof: proof)
  }

  private func successFacts(_ customer: Customer) -> [Fact] {
    guard let success = customer.success, let agreed = success.criteriaAgreed else { return [] }
    let text = success.criteriaMet.map { "\($0) of \(agreed) met" } ?? "Unknown of \(agreed)"
    return [Fact(label: "Success criteria", values: [FactValue(value: text)])]
  }

  private func churnFacts(_ customer: Customer) -> [Fact] {
    var facts: [Fact] = []
    if let day = customer.cancellationNoticeOn {
      facts.append(Fact(label: "Notice given", values: [FactValue(value: Format.day(day))]))
    }
    facts.append(Fact(label: "Reason", values: textValues(customer.churnReason.map { Slug.title(of: $0) })))
    return facts
  }

  /// The deals of a step, the newest first.
  private func dealFacts(_ step: JourneyStep, _ journey: CustomerJourney) -> [Fact] {
    let own = journey.deals.filter { step.deals.contains($0.record) }
    guard !own.isEmpty else { return [] }
    let sorted = own.sorted { left, right in
      let (one, other) = (left.closedOn?.number ?? .max, right.closedOn?.number ?? .max)
      return one == other ? left.record < right.record : one > other
    }
    return [Fact(label: own.count == 1 ? "Deal" : "Deals", values: sorted.compactMap(dealValue))]
  }

  private func dealValue(_ journey: DealJourney) -> FactValue? {
    guard let record = site.index.records[journey.record] else { return nil }
    let day = journey.closedOn.map { " \(Format.day($0))" } ?? ""
    let remark =
      switch journey.outcome {
      case .open: journey.current?.name ?? "open"
      case .won: "won\(day)"
      case .lost: "lost\(day)"
      }
    return FactValue(value: record.title, target: site.addresses.href(journey.record), remark: remark)
  }

  /// When the contract renews, when its deal is to be opened, and whether it is there.
  private func renewalFacts(_ step: JourneyStep, _ journey: CustomerJourney) -> [Fact] {
    guard let window = journey.renewal else { return dealFacts(step, journey) }
    var facts = [Fact(label: "Renews", values: dayValues(window.renewalOn))]
    if let opens = window.opensOn, let closes = window.closesOn {
      facts.append(
        Fact(
          label: "Renewal window",
          values: [
            FactValue(value: "\(Format.day(opens)) to \(Format.day(closes))", remark: words(window, opens, closes))
          ]))
    }
    if let notice = window.noticeBy {
      facts.append(Fact(label: "Notice by", values: dayValues(notice)))
    }
    if window.deal != nil || window.isDealMissing {
      let deal = journey.deals.first { $0.record == window.deal }.flatMap(dealValue)
      facts.append(
        Fact(
          label: "Renewal deal",
          values: [deal ?? FactValue(value: "None yet", tone: window.state == .open ? "warning" : "urgent")]))
    }
    let others = journey.deals.filter { $0.part == .renewal && $0.record != window.deal }
    if !others.isEmpty { facts.append(Fact(label: "Before", values: others.compactMap(dealValue))) }
    return facts
  }

  private func words(_ window: RenewalWindow, _ opens: WorkspaceModel.Day, _ closes: WorkspaceModel.Day) -> String? {
    switch window.state {
    case .unknown: nil
    case .ahead: "opens in \(days(opens.days(since: today)))"
    case .open: closes == today ? "open until today" : "open for \(days(closes.days(since: today))) more"
    case .closed: "closed \(days(today.days(since: closes))) ago"
    case .past: "the day has passed"
    }
  }
}
