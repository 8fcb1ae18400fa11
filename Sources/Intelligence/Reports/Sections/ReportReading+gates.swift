internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// What the stage of a deal asks for and the records do not say.
  func missing(_ deal: Deal) -> [String] {
    let gate = StageGate(
      deal, customer: sources.customers[deal.customer], interactions: past(deal.customer),
      contacts: contactIDs(of: deal.customer))
    let stage = deal.stage.flatMap { workspace.workflow(for: deal).stage($0) }
    var missing = (stage?.exitCriteria ?? []).filter { gate.state(of: $0) == .unmet }.map { Self.lowered($0.text) }
    if deal.nextStep == nil {
      missing.append("a next step")
    } else if deal.nextStep?.due == nil {
      missing.append("a date for the next step")
    }
    if deal.amount == nil { missing.append("an amount") }
    if deal.closeOn == nil { missing.append("an expected close date") }
    return missing
  }

  private static func lowered(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    // "ROI accepted" keeps its capitals.
    guard let first = words.first, first.dropFirst().allSatisfy({ !$0.isUppercase }) else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Own deals that lack a fact their stage asks for, or a dated next step.
  func missingCriteria() -> SectionData {
    var section = SectionData(
      "missing_criteria", ["title", "stage", "missing"],
      none: openDeals.isEmpty ? "no open deal in this scope" : "every open deal has the facts that its stage asks for")
    for deal in openDeals {
      let missing = missing(deal)
      if missing.isEmpty { continue }
      section.add(deal.source.path, title(deal), stage(deal), missing.joined(separator: "; "))
    }
    section.limit(10, "deal")
    return section
  }

  /// Deals from Discovery on that hang on one person, or lack champion or economic buyer.
  func singleThreaded() -> SectionData {
    let threading = SingleThreading(lives, workspace, sources.contacts, scope: scope)
    var section = SectionData(
      "single_threaded", ["title", "reason", "contact", "age"],
      none: threading.share.reason.map { "\($0) in this scope" }
        ?? "every deal from Discovery on has two people in touch, a champion and an economic buyer")
    section.note(threading.share)
    let single = Set(threading.share.inputs.filter { $0.part == "single" }.map(\.record))
    for deal in openDeals {
      let path = deal.source.path
      var reasons: [String] = []
      if single.contains(path) { reasons.append("fewer than two people in touch in 60 days") }
      if threading.withoutChampion.contains(path) { reasons.append("no champion") }
      if threading.withoutEconomicBuyer.contains(path) { reasons.append("no economic buyer") }
      if reasons.isEmpty { continue }
      let last = sources.contacts.contacts(about: deal.slug, of: deal.customer).last
      let names = last.map { $0.people.sorted().map(anyName).joined(separator: ", ") } ?? ""
      section.add(
        path, title(deal), reasons.joined(separator: ", "), names.isEmpty ? "nobody" : names,
        last.map { age(since: $0.on) == "today" ? "today" : "\(age(since: $0.on)) ago" } ?? "never")
    }
    section.limit(10, "deal")
    return section
  }

  /// Deals of theirs that closed in the period.
  func wonLost() -> SectionData {
    var section = SectionData(
      "won_lost", ["title", "outcome", "amount", "reason", "competitors"],
      none: "no deal in this scope closed \(inPeriod)")
    for life in lives.lives {
      for closing in life.closings(through: today, mode: .final)
      where period.contains(closing.on) && lives.credits(scope, closing.owner) {
        guard let deal = sources.deals[life.record] else { continue }
        section.add(
          life.record, title(deal), closing.isWon ? "won" : "lost", ReportWords.money(closing.amount), reason(deal),
          rivals(deal.competitors))
      }
    }
    return section
  }

  /// Why a deal was won or lost.
  func reason(_ deal: Deal) -> String {
    let parts = [deal.reasonCode.map(ReportWords.words), deal.reasonText].compactMap(\.self)
    return parts.isEmpty ? "no reason noted" : parts.joined(separator: ": ")
  }
}
