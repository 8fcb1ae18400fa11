internal import PipelineMetrics
internal import WorkspaceModel

extension FactReading {
  /// A field of the account.
  func account(_ field: String, _ subject: RuleSubject) -> RuleValue {
    guard let customer = customers[subject.account] else {
      return field.isEmpty ? .absent : .unknown("no such account")
    }
    func text(_ value: String?) -> RuleValue { value.map(RuleValue.text) ?? .absent }
    func day(_ value: Day?) -> RuleValue { value.map(RuleValue.day) ?? .absent }
    func number(_ value: Int?) -> RuleValue { value.map { .number(Fraction($0)) } ?? .absent }
    switch field {
    case "": return .present
    case "account_stage": return text(customer.accountStage?.rawValue)
    case "arr": return customer.arr.map(RuleValue.money) ?? .absent
    case "auto_renew": return customer.autoRenew.map(RuleValue.flag) ?? .absent
    case "churned_on": return day(customer.churnedOn)
    case "contract_end": return day(customer.contractEnd)
    case "contract_start": return day(customer.contractStart)
    case "country": return text(customer.country)
    case "csm": return text(customer.owner("csm"))
    case "employees": return number(customer.employees)
    case "industry": return text(customer.industry)
    case "lifecycle": return text(customer.lifecycle?.rawValue)
    case "name": return .text(customer.name)
    case "notice_days": return number(customer.noticeDays)
    case "nps": return number(customer.success?.nps)
    case "owner": return text(customer.owner("ae") ?? customer.owner("csm"))
    case "parent": return text(customer.parent)
    case "renewal_on": return day(customer.renewalOn)
    case "reviewed_on": return day(customer.reviewedOn)
    case "seats_purchased": return number(customer.seatsPurchased)
    case "segment": return text(customer.segment?.rawValue)
    case "sites_contracted": return number(customer.sitesContracted)
    case "slug": return .text(customer.slug)
    case "tags": return .list(customer.tags)
    case "tier": return text(customer.tier?.rawValue)
    case "health_score": return healthScore(subject.account)
    case "no_activity": return recency(RuleSubject(account: subject.account))
    case "renewal_in_days":
      return customer.renewalOn.map { .number(Fraction($0.days(since: clock.day))) } ?? .absent
    case "open_deals": return .number(Fraction((dealsByCustomer[subject.account] ?? []).count { $0.isOpen }))
    case "open_renewal_deals":
      return .number(Fraction((dealsByCustomer[subject.account] ?? []).count { $0.isOpen && $0.type == .renewal }))
    case "open_tickets", "open_severe_tickets":
      // Where nobody records tickets, their number is not zero.
      guard !tickets.isEmpty else { return .unknown("no tickets are recorded in this workspace") }
      return .number(Fraction(openTickets(subject.account, severeOnly: field == "open_severe_tickets").count))
    default: return .unknown("rules do not look at account.\(field)")
    }
  }

  func healthScore(_ customer: String) -> RuleValue {
    guard let health = score(of: customer), let score = health.score else { return .unknown("insufficient data") }
    return .number(score)
  }

  func recency(_ subject: RuleSubject) -> RuleValue {
    guard let newest = contacts(about: subject).last else { return .unknown("no two-way contact ever") }
    return .number(Fraction(clock.day.days(since: newest.on)))
  }

  /// The newest value of a metric in the last 28 days.
  func usage(_ metric: String, _ subject: RuleSubject) -> RuleValue {
    if metric.isEmpty { return workspace.usage[subject.account] == nil ? .absent : .present }
    let points = (workspace.usage[subject.account] ?? []).filter {
      $0.metric == metric && $0.day <= clock.day && clock.day.days(since: $0.day) < 28
    }
    guard let newest = points.max(by: { $0.day < $1.day }) else { return .unknown("no \(metric) in 28 days") }
    return .measured(Fraction(newest.value), of: newest.denominator.map { Fraction($0) })
  }

  /// The worst of the open invoices.
  func invoice(_ field: String, _ subject: RuleSubject) -> RuleValue {
    guard let invoices = workspace.invoices[subject.account], !invoices.isEmpty else {
      return field.isEmpty ? .absent : .unknown("no invoices are kept here")
    }
    let open = invoices.filter { $0.status == .open && ($0.dueOn.map { $0 < clock.day } ?? false) }
    let worst = open.max { ($0.daysLate(on: clock.day) ?? 0) < ($1.daysLate(on: clock.day) ?? 0) }
    switch field {
    case "": return .present
    case "days_late": return .number(Fraction(worst?.daysLate(on: clock.day) ?? 0))
    case "amount": return worst?.amount.map(RuleValue.money) ?? .absent
    case "due_on": return worst?.dueOn.map(RuleValue.day) ?? .absent
    case "status": return worst?.status.map { .text($0.rawValue) } ?? .absent
    default: return .absent
    }
  }

  /// The most overdue of the open tasks that people gave themselves: a rule's own tasks never make a rule fire.
  func task(_ field: String, _ subject: RuleSubject) -> RuleValue {
    let open = workspace.tasks.filter {
      $0.customer == subject.account && $0.status == .open && $0.origin?.kind != .rule
    }
    let worst = open.filter { $0.due != nil }.min { ($0.due ?? clock.day) < ($1.due ?? clock.day) }
    switch field {
    case "": return open.isEmpty ? .absent : .present
    case "days_late": return .number(Fraction(max(0, worst?.due.map { clock.day.days(since: $0) } ?? 0)))
    case "due", "due_on": return worst?.due.map(RuleValue.day) ?? .absent
    case "owner": return worst?.owner.map(RuleValue.text) ?? .absent
    case "priority": return worst?.priority.map { .text($0.rawValue) } ?? .absent
    case "status": return worst?.status.map { .text($0.rawValue) } ?? .absent
    default: return .absent
    }
  }
}
