extension AccountStory {
  /// Ends a deal today.
  mutating func close(_ number: Int, isWon: Bool) {
    finish(number, isWon: isWon, on: today)
    let deal = account.deals[number]
    if isWon { sign(deal, quietly: false) } else { lose(deal) }
    mark(.deal(number))
    let money = "\(Slug.grouped(deal.amount)) \(account.region.currency)"
    let action = isWon ? "\(deal.slug) won, \(money)" : "close \(deal.slug) as lost"
    emit(
      action, by: deal.owner, weight: 10, detail: deal.closing?.text,
      trailers: dice.chance(200) ? ["Deal: \(account.slug)/\(deal.slug)"] : [])
  }

  /// Writes down how a deal ended.
  mutating func finish(_ number: Int, isWon: Bool, on day: DemoDay) {
    var scene = scene(deal: number, &dice)
    let reason = dice.pick(isWon ? DealWords.wins : DealWords.losses)
    let text = scene.fill(reason.text)
    scene["reason"] = text
    account.deals[number].visits.append(Deal.Visit(stage: isWon ? .closedWon : .closedLost, day: day))
    account.deals[number].closing = Deal.Closing(
      day: day, isWon: isWon, code: reason.code, text: text,
      revisit: isWon ? nil : (day + dice.within(90...240)).nextWorkday)
    account.deals[number].step = nil
    account.deals[number].status = nil
    account.deals[number].override = nil
    if account.deals[number].rivals.isEmpty { account.deals[number].rivals = ["do-nothing"] }
    account.deals[number].texts.append(scene.fill(dice.pick(isWon ? DealWords.wonTexts : DealWords.lostTexts)))
  }

  /// A signature changes the contract, and a first one makes a customer.
  mutating func sign(_ deal: Deal, quietly: Bool) {
    guard let day = deal.closing?.day, deal.kind == "ARR" else { return }
    let start = day.firstOfNextMonth
    if var contract = account.contract, account.lifecycle == .customer {
      if deal.type == "renewal" {
        contract.yearly = deal.amount
        contract.end = (contract.end + 1).addingMonths(deal.months) - 1
        account.noticeOn = nil
        account.stage = "success"
        planRenewal(of: contract)
      } else {
        contract.yearly += deal.amount
        contract.sites = max(contract.sites, deal.sites)
        contract.seats += dice.within(2...12)
      }
      account.contract = contract
    } else {
      // What was imported must outlast the import.
      let months = quietly ? max(24, deal.months) : max(12, deal.months)
      let contract = Account.Contract(
        yearly: deal.amount, start: start, end: start.addingMonths(months) - 1, sites: deal.sites,
        seats: max(6, deal.sites * dice.within(30...110) / 100 + 4), criteriaMet: dice.within(1...5))
      account.contract = contract
      account.lifecycle = .customer
      account.stage = "onboarding"
      if !quietly {
        schedule(.goLive, on: start + dice.within(55...100))
        planRenewal(of: contract)
      }
    }
    mark(.profile)
  }

  private mutating func lose(_ deal: Deal) {
    if deal.type == "renewal", let contract = account.contract {
      account.noticeOn = min(today, contract.end)
      schedule(.endOfContract, on: contract.end + 1)
      mark(.profile)
    } else if account.lifecycle == .prospect, deal.visits.count > 3, dice.chance(190) {
      schedule(.reopen(deal.number), on: today + dice.within(45...170))
    }
  }

  /// Brings a lost deal back.
  mutating func reopen(_ number: Int) {
    guard account.deals[number].stage == .closedLost, account.lifecycle == .prospect else { return }
    let scene = scene(deal: number, &dice)
    let deal = account.deals[number]
    let reason = scene.fill(dice.pick(DealWords.reopenings))
    let stage: Stage = dice.chance(500) ? .qualification : .discovery
    account.deals[number].closing = nil
    account.deals[number].visits.append(Deal.Visit(stage: stage, day: today, reason: reason))
    account.deals[number].movesOn = today + dice.within(stage.days)
    account.deals[number].luck = 400 + dice.roll(600)
    account.deals[number].owner = account.executive
    let later = (today + dice.within(60...130)).nextWorkday
    account.deals[number].closeOn = later
    account.deals[number].changes.append(
      Deal.Change(field: "close_on", from: deal.closeOn.iso, to: later.iso, day: today))
    account.deals[number].texts.append("Re-opened on \(today.spoken): \(reason).")
    plan(nextStepOf: number)
    mark(.deal(number))
    emit("re-open \(deal.slug)", by: account.executive, weight: 9, detail: reason + ".")
  }
}
