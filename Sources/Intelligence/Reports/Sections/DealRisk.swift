internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// Why a deal may be lost, each reason with its stated weight, and how much is at stake.
struct DealRisk {
  let deal: Deal
  /// The heaviest first.
  let reasons: [(text: String, weight: Int)]
  /// amount × odds × weight; nil without amount or odds.
  let atRisk: Money?

  /// The formula, printed with every list of it.
  static let definition = MetricDefinition(
    "value_at_risk", "Value at risk",
    "amount × odds × the sum of these weights, at most 1: close date past 30 %, longer in the stage than it allows 25 %, "
      + "no dated next step 20 %, hangs on one person 20 %, next step overdue 15 %, pushed twice or more 15 %, "
      + "no champion 10 %, no economic buyer 10 %, rival named 10 %")

  /// The risks of a deal by what is known today.
  init(_ deal: Deal, _ reading: ReportReading) {
    self.deal = deal
    let standing = reading.standing(deal)
    var reasons: [(text: String, weight: Int)] = []
    func add(_ text: String, _ weight: Int) { reasons.append((text, weight)) }
    if let days = standing.daysOverdue { add("close date past by \(ReportWords.count(days, "day"))", 30) }
    if standing.isStale == true, let days = standing.daysInStage {
      add("\(ReportWords.count(days, "day")) in \(reading.stage(deal))", 25)
    }
    if deal.nextStep == nil || deal.nextStep?.due == nil { add("no dated next step", 20) }
    if standing.isSingleThreaded == true { add("hangs on one person", 20) }
    if let days = standing.nextStepDaysLate { add("next step \(ReportWords.count(days, "day")) late", 15) }
    let pushes = reading.sources.livesByRecord[deal.source.path]?.pushes.count ?? 0
    if pushes >= 2 { add("pushed \(pushes) times", 15) }
    if standing.isSingleThreaded != nil {
      if !deal.committee.contains(where: { $0.role == .champion }) { add("no champion", 10) }
      if !deal.committee.contains(where: { $0.role == .economicBuyer }) { add("no economic buyer", 10) }
    }
    if !deal.competitors.isEmpty { add("against \(reading.rivals(deal.competitors))", 10) }
    self.reasons = reasons.sorted { $0.weight > $1.weight }
    let weight = Decimal4(tenThousandths: min(100, reasons.reduce(0) { $0 + $1.weight }) * 100)
    atRisk = deal.amount.flatMap { amount in
      standing.probability.map { Money(amount.amount * $0 * weight, currency: amount.currency, kind: amount.kind) }
    }
  }

  /// The reasons in a line.
  var text: String {
    reasons.isEmpty ? "no known risk" : reasons.map(\.text).joined(separator: ", ")
  }

  /// All risks of deals, those with most at stake first; amounts of another currency than the workspace's come last.
  static func ranked(_ deals: [Deal], _ reading: ReportReading) -> [DealRisk] {
    let home = reading.settings.currency
    return deals.map { DealRisk($0, reading) }.sorted { left, right in
      let (one, other) = (left.atRisk, right.atRisk)
      let (isHome, isOtherHome) = (one?.currency == home, other?.currency == home)
      if isHome != isOtherHome { return isHome }
      let (amount, otherAmount) = (one?.amount ?? .zero, other?.amount ?? .zero)
      return amount == otherAmount ? left.deal.source.path < right.deal.source.path : amount > otherAmount
    }
  }
}

extension ReportReading {
  /// Own open deals by value at risk; the five highest, all of them in reports that come weekly.
  func dealsByRisk() -> SectionData {
    var section = SectionData(
      "deals_by_risk", ["title", "amount", "value_at_risk", "stage", "reason"],
      none: openDeals.isEmpty ? "no open deal in this scope" : "no open deal has a known risk")
    section.define(DealRisk.definition)
    for risk in DealRisk.ranked(openDeals, self) where !risk.reasons.isEmpty {
      section.add(
        risk.deal.source.path, title(risk.deal), ReportWords.money(risk.deal.amount),
        risk.atRisk.map { ReportWords.money($0) } ?? "unknown value", stage(risk.deal), risk.text)
    }
    section.limit(isDaily ? 5 : 15, "deal")
    return section
  }
}
