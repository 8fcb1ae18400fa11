internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// What was signed in the period by kind and term.
  func bookings() -> SectionData {
    var section = SectionData("bookings", ["kind", "term", "value", "n"], none: "nothing was signed \(inPeriod)")
    let metric = Bookings(lives, during: period, scope: scope).amount
    section.note(metric)
    var groups: [String: (kind: String, term: String, sum: MoneySum, records: [RepoPath])] = [:]
    for input in metric.inputs where input.part == "won" {
      let kind = input.amount?.kind.map { $0 == .oneTime ? "One-time" : $0.rawValue } ?? "Kind unknown"
      let term = sources.deals[input.record]?.termMonths.map { "\($0) months" } ?? "term unknown"
      groups["\(kind) \(term)", default: (kind, term, MoneySum(), [])].sum.add(input.amount)
      groups["\(kind) \(term)"]?.records.append(input.record)
    }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      section.add(
        group.records, group.kind, group.term, ReportWords.sums(group.sum),
        ReportWords.count(group.records.count, "deal"))
    }
    return section
  }

  /// Recurring revenue from the start of the period to its end, and what came and went between.
  func arrBridge() -> SectionData {
    var section = SectionData("arr_bridge", ["label", "value"], none: "no customer has recurring revenue on file")
    let (known, leftOut) = AccountRevenue.all(
      workspace, sources.visible.timeline, clock: clock, during: period, scope: scope)
    if known.isEmpty {
      if !leftOut.isEmpty {
        section.reason =
          "history does not tell the recurring revenue of \(ReportWords.count(leftOut.count, "customer")) on "
          + ChangeFormat.day(period.eve)
      }
      return section
    }
    var sums: [(label: String, sum: MoneySum, records: [RepoPath])] =
      ["Start", "Expansion", "Contraction", "Churn", "New", "End"].map { ($0, MoneySum(), []) }
    func add(_ place: Int, _ amount: Decimal4, _ account: AccountRevenue) {
      guard amount != .zero || place == 0 || place == 5 else { return }
      sums[place].sum.add(Money(amount, currency: account.start.currency, kind: account.start.kind))
      sums[place].records.append(account.record)
    }
    for account in known {
      let (start, end) = (account.start.amount, account.end.amount)
      add(0, start, account)
      add(5, end, account)
      if end == .zero {
        add(3, .zero - start, account)
      } else if end < start {
        add(2, end - start, account)
      } else {
        add(1, end - start, account)
      }
    }
    for account in accounts where account.contractStart.map(period.contains) ?? false {
      guard let arr = account.arr else { continue }
      sums[4].sum.add(arr)
      sums[4].records.append(account.source.path)
      sums[5].sum.add(arr)
      sums[5].records.append(account.source.path)
    }
    for (label, sum, records) in sums { section.add(records, label, ReportWords.sums(sum)) }
    if !leftOut.isEmpty {
      section.add(
        leftOut.map(\.record), "Left out",
        "\(ReportWords.count(leftOut.count, "customer")) whose revenue on \(ChangeFormat.day(period.eve)) is unknown")
    }
    return section
  }

  /// Deals with waived criteria; discounts and terms of payment are not fields of a deal.
  func exceptions() -> SectionData {
    var section = SectionData(
      "exceptions", ["title", "reason", "owner"],
      none: "deals do not record discounts or terms of payment, and no exit criterion of an open deal was waived")
    for deal in workspace.deals where deal.isOpen && isNear(deal) {
      for waiver in deal.waivers {
        section.add(
          deal.source.path, title(deal),
          "\(ReportWords.words(waiver.criterion)) waived: \(waiver.reason ?? "no reason noted")",
          waiver.by.map { "by \(name($0))" } ?? "nobody noted who")
      }
    }
    return section
  }

  /// Open invoices that are 15 days or more past due, the latest first.
  func lateInvoices() -> SectionData {
    let isKnown = customers.contains { workspace.invoices[$0.slug] != nil }
    var section = SectionData(
      "late_invoices", ["title", "amount", "days_late"],
      none: isKnown ? "no open invoice is 15 days or more past due" : "no invoices are on file")
    var late: [(customer: Customer, invoice: Invoice, days: Int)] = []
    for customer in customers {
      for invoice in workspace.invoices[customer.slug] ?? [] {
        if let days = invoice.daysLate(on: today), days >= 15 { late.append((customer, invoice, days)) }
      }
    }
    for entry in late.sorted(by: { ($1.days, $0.invoice.number) < ($0.days, $1.invoice.number) }) {
      let table = workspace.tables.first { $0.customer == entry.customer.slug && $0.source.kind == .billing }
      section.add(
        table?.source.path ?? entry.customer.source.path, "\(entry.customer.name), \(entry.invoice.number)",
        ReportWords.money(entry.invoice.amount), String(entry.days))
    }
    return section
  }

  /// Recurring revenue by month of renewal for a year.
  func renewalSchedule() -> SectionData {
    var section = SectionData(
      "renewal_schedule", ["month", "value", "n"], none: "no contract renews in the next 365 days")
    var months: [(month: String, sum: MoneySum, records: [RepoPath])] = []
    for account in dueAccounts(within: 365) {
      let month = account.renewalOn.map { String($0.iso.prefix(7)) } ?? ""
      if months.last?.month != month { months.append((month, MoneySum(), [])) }
      months[months.count - 1].sum.add(account.arr)
      months[months.count - 1].records.append(account.source.path)
    }
    for entry in months {
      section.add(
        entry.records, entry.month, ReportWords.sums(entry.sum), ReportWords.count(entry.records.count, "customer"))
    }
    return section
  }

  /// Stages, odds and report definitions that changed in the period.
  func definitionsChanged() -> SectionData {
    setupEvents("definitions_changed", none: "no stage, odds or report definition changed \(inPeriod)") {
      kind, _ in
      kind == .workflow || kind == .report || kind == .settings
    }
  }
}
