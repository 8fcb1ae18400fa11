package import WorkspaceModel

/// What became of the revenue of customers who were there when a period began (domain 2.1).
package struct RevenueRetention: Sendable {
  /// (start + expansion − contraction − churn) / start; new customers never count.
  package let net: Metric
  /// (start − contraction − churn) / start; never above 100 %.
  package let gross: Metric
  /// Lost customers / customers at the start.
  package let logoChurn: Metric
  /// Lost ARR / ARR at the start.
  package let revenueChurn: Metric

  /// The retention of a scope in a period, by what profiles and their history say.
  package init(
    _ workspace: Workspace, _ timeline: Timeline, clock: MetricClock, during period: MetricPeriod,
    scope: MetricScope = .all, conversion: ConversionTable? = nil
  ) {
    let (known, leftOut) = AccountRevenue.all(workspace, timeline, clock: clock, during: period, scope: scope)
    self.init(known, leftOut: leftOut, during: period, conversion: conversion)
  }

  /// The retention of accounts whose amounts are known.
  package init(
    _ accounts: [AccountRevenue], leftOut: [LeftOut] = [], during period: MetricPeriod,
    conversion: ConversionTable? = nil
  ) {
    var evidence = Evidence()
    for one in leftOut { evidence.leaveOut(one.record, one.reason) }
    var (start, net, gross, lost) = (MoneySum(), MoneySum(), MoneySum(), MoneySum())
    for account in accounts where account.start.amount > .zero && account.start.unit == account.end.unit {
      let first = conversion.map { $0.converted(account.start, closedOn: nil) } ?? account.start
      let last = conversion.map { $0.converted(account.end, closedOn: nil) } ?? account.end
      guard let first, let last else {
        evidence.leaveOut(account.record, "no rate for \(account.start.currency)")
        continue
      }
      start.add(first)
      net.add(last)
      gross.add(last.amount < first.amount ? last : first)
      let isLost = last.amount <= .zero
      lost.add(isLost ? first : Money(.zero, currency: first.currency, kind: first.kind))
      let part =
        isLost
        ? "churned" : last.amount > first.amount ? "expanded" : last.amount < first.amount ? "contracted" : "held"
      let change = Money(last.amount - first.amount, currency: first.currency, kind: first.kind)
      evidence.use(account.record, part, change, commits: account.commits)
    }
    let table = conversion.map { "; in \($0.currency) by the table \"\($0.name)\"" } ?? ""
    let reason = leftOut.isEmpty ? "no customers when \(period.name) began" : "no history of arr"
    func metric(_ id: String, _ title: String, _ sentence: String, _ part: MoneySum) -> Metric {
      let ratios = part.ratios(of: start)
      return evidence.metric(
        MetricDefinition(id, title, "\(sentence) of customers active when \(period.name) began\(table)"), .share,
        ratios.isEmpty ? .unknown(reason) : .moneyRatio(ratios))
    }
    self.net = metric(
      "nrr", "Net revenue retention", "(start + expansion − contraction − churn) / start", net)
    self.gross = metric("grr", "Gross revenue retention", "min(end, start) / start, customer by customer,", gross)
    revenueChurn = metric("revenue_churn", "Revenue churn", "ARR of lost customers / start ARR", lost)
    logoChurn = evidence.metric(
      MetricDefinition("logo_churn", "Logo churn", "lost / all customers active when \(period.name) began"), .share,
      Ratio(evidence.inputs.count { $0.part == "churned" }, of: evidence.inputs.count).map(MetricValue.ratio)
        ?? .unknown(reason))
  }
}
