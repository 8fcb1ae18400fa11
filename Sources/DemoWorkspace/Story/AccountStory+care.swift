extension AccountStory {
  /// The first Monday of a month, when systems are read out, and the last Monday of the history.
  var isSyncDay: Bool {
    today.weekday == 0 && (today.parts.day <= 7 || window.upperBound - today < 7)
  }

  /// Reads what was used and billed since the last time.
  mutating func sync() {
    guard let contract = account.contract, account.lifecycle == .customer || !account.invoices.isEmpty else { return }
    let before = account.billingFile(on: today - 31)
    if account.lifecycle == .customer { bill(since: contract.start) }
    if !account.invoices.isEmpty, account.billingFile(on: today) != before { mark(.billing) }
    if account.lifecycle == .customer, measure(contract) { mark(.usage) }
    if !dirty.isEmpty { emit("usage and billing", by: "sync", weight: 1, batch: "sync") }
  }

  /// Adds the quarterly bills that are due since a day.
  mutating func bill(since start: DemoDay) {
    guard let contract = account.contract else { return }
    var day = start
    while day < min(today, contract.end) {
      if !account.invoices.contains(where: { $0.issuedOn == day.nextWorkday }), day.nextWorkday <= today {
        let issued = day.nextWorkday
        let late = dice.chance(120) ? dice.within(5...75) : -dice.within(0...12)
        account.invoices.append(
          Invoice(
            number: "LE-\(issued.parts.year)-\(10_000 + account.index * 20 + account.invoices.count)", issuedOn: issued,
            dueOn: issued + 30, paysOn: issued + 30 + late, amount: contract.yearly / 4))
      }
      day = day.addingMonths(3)
    }
  }

  // Weeks since the last reading, at most half a year.
  private mutating func measure(_ contract: Account.Contract) -> Bool {
    let begin = max(contract.start + 20, window.upperBound - 200)
    var monday = account.usage.last.map { $0.monday + 7 } ?? begin + (7 - begin.weekday) % 7
    var isNew = false
    while monday <= today {
      let share = 35 + (account.index * 37) % 55
      let trend = account.index % 4 == 0 ? -account.usage.count : account.index % 4 == 1 ? account.usage.count / 2 : 0
      let summer = monday.parts.month == 7 ? 14 : 0
      let users = contract.seats * min(98, max(6, share + trend - summer + dice.within(-6...6))) / 100
      let sites = contract.sites * min(100, 92 + dice.within(-3...8)) / 100
      account.usage.append(
        UsageWeek(
          monday: monday, users: users, sites: sites, reports: users / 5 + dice.roll(4), seats: contract.seats,
          contracted: contract.sites))
      monday = monday + 7
      isNew = true
    }
    return isNew
  }

  /// Settles when the talk about the next term begins.
  mutating func planRenewal(of contract: Account.Contract) {
    schedule(.renew, on: contract.end - dice.within(85...125))
  }

  /// Opens the renewal deal.
  mutating func renew() {
    guard account.lifecycle == .customer, let contract = account.contract, contract.end > today else { return }
    guard !account.deals.contains(where: { $0.type == "renewal" && $0.stage.isOpen }) else { return }
    account.stage = "renewal"
    let number = addDeal(createdOn: today, type: "renewal")
    mark(.profile)
    emit("open the renewal, \(contract.end - today) days before the end", by: account.care, weight: 8)
    if budget > 0 { interact("email_out", deal: number, topic: "renewal-opening", quietly: false) }
  }

  /// The first value is reached.
  mutating func goLive() {
    guard account.stage == "onboarding" else { return }
    account.stage = "success"
    account.satisfaction = (dice.within(-10...60), today)
    mark(.profile)
    emit("onboarding finished, handed to \(Vendor.person(account.care).firstName)", by: account.care, weight: 6)
  }

  /// The contract ran out and nobody renewed it.
  mutating func endContract() {
    guard account.lifecycle == .customer, let contract = account.contract, contract.end < today else { return }
    account.lifecycle = .former
    account.stage = "churned"
    account.churn = (contract.end, dice.pick(AccountWords.churnReasons))
    mark(.profile)
    emit("has left, contract ended on \(contract.end.spoken)", by: Vendor.headOfCare, weight: 9)
  }
}
