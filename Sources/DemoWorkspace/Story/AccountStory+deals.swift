extension AccountStory {
  /// Adds a deal at its first stage and returns its number.
  @discardableResult
  mutating func addDeal(createdOn: DemoDay, type asked: String? = nil) -> Int {
    let isCustomer = account.lifecycle == .customer
    let type = asked ?? (isCustomer ? (dice.chance(120) ? "one_off" : "expansion") : "new")
    let product =
      type == "renewal"
      ? "Renewal" : isCustomer ? dice.pick(["Ledger", "Shift", "Watch"]) : dice.pick(["Watch", "Watch", "Ledger"])
    let share =
      type == "expansion" ? dice.within(20...90) : type == "one_off" ? dice.within(10...40) : dice.within(30...100)
    let sites =
      type == "renewal" ? account.contract?.sites ?? account.siteCount : max(2, account.siteCount * share / 100)
    let price = ["Watch": 600, "Ledger": 840, "Shift": 300][product] ?? 600
    let amount =
      type == "renewal" ? account.contract?.yearly ?? sites * 580 : sites * price * dice.within(88...106) / 1000 * 10
    let stage: Stage = type == "renewal" || dice.chance(220) ? .qualification : .lead
    let plain =
      type == "renewal"
      ? "renewal-\((account.contract?.end ?? createdOn).parts.year)"
      : "\(Slug.of(product))-\(sites)-\(Slug.of(account.industry.sites))"
    let count = account.deals.count { $0.slug == plain || $0.slug.hasPrefix(plain + "-") }
    let rival = Toolkit.rivals[dice.roll(Toolkit.rivals.count)].card
    let name =
      type == "renewal"
      ? "Renewal \((account.contract?.end ?? createdOn).parts.year)"
      : "\(product) for \(sites) \(account.industry.sites)"
    var deal = Deal(
      number: account.deals.count, slug: count == 0 ? plain : "\(plain)-\(count + 1)",
      name: "\(account.word) – \(name)",
      type: type, pipeline: type == "renewal" ? "renewal" : type == "expansion" ? "expansion" : "new-business",
      product: product, sites: sites, amount: max(900, amount), kind: type == "one_off" ? "one_time" : "ARR",
      months: dice.pick([12, 24, 24, 36, 36]), createdOn: createdOn, closeOn: createdOn + dice.within(95...190),
      rivals: dice.chance(640) ? [rival] : [], owner: account.executive,
      team: dice.chance(600) ? [account.engineer] : [], visits: [Deal.Visit(stage: stage, day: createdOn)],
      movesOn: today + dice.within(stage.days), luck: dice.roll(1000))
    if type == "renewal" {
      deal.closeOn = account.contract?.end ?? deal.closeOn
      deal.team = [account.care]
      deal.luck = 500 + dice.roll(500)
    }
    deal.committee = [Deal.Member(contact: 0, influence: dice.within(2...4), stance: dice.within(0...2))]
    account.deals.append(deal)
    write(deal.number)
    mark(.deal(deal.number))
    return deal.number
  }

  // What the deal is about, in three paragraphs.
  private mutating func write(_ number: Int) {
    let scene = scene(deal: number, &dice)
    let deal = account.deals[number]
    let play = deal.type == "renewal" ? "renewal-120-days" : Stage.discovery.playbook
    let paths = [
      "Play: [\(play)](../../../sales-toolkit/playbooks/\(play).md).",
      deal.rivals.first.map { "Rival: [[battlecards/\($0)]]." } ?? "No rival named so far.",
      "About them: [profile](../profile.md).",
    ]
    account.deals[number].texts = [
      scene.fill(dice.pick(DealWords.situations) + " " + dice.pick(DealWords.reasons)),
      scene.fill(dice.pick(DealWords.agreements) + " " + dice.pick(DealWords.risks)), dice.pick(paths),
    ]
    if dice.chance(850) { plan(nextStepOf: number) }
  }

  /// Settles what happens next on a deal.
  mutating func plan(nextStepOf number: Int) {
    let scene = scene(deal: number, &dice)
    let deal = account.deals[number]
    let owner = dice.chance(200) ? deal.team.first ?? deal.owner : deal.owner
    account.deals[number].step = Deal.Step(
      text: scene.fill(dice.pick(DealWords.steps)), due: (today + dice.within(4...17)).nextWorkday, owner: owner)
  }

  /// One working day of an open deal.
  mutating func live(deal number: Int) {
    let deal = account.deals[number]
    if deal.type == "renewal", let contract = account.contract, today >= contract.end {
      close(number, isWon: dice.chance(850))
    } else if today >= deal.movesOn {
      advance(number)
    } else if today >= deal.closeOn - 5, dice.chance(160) {
      push(number)
    } else if let step = deal.step, step.due < today - 2, dice.chance(45) {
      plan(nextStepOf: number)
      mark(.deal(number))
      emit("next step on \(deal.slug)", by: deal.owner, weight: 2, detail: account.deals[number].step?.text)
    }
  }

  /// Moves the expected close to a later day.
  mutating func push(_ number: Int) {
    let deal = account.deals[number]
    // The end of a contract does not wait.
    guard deal.type != "renewal" else { return }
    let later = (max(deal.closeOn, today) + dice.within(18...85)).nextWorkday
    let scene = scene(deal: number, &dice)
    account.deals[number].closeOn = later
    account.deals[number].changes.append(
      Deal.Change(field: "close_on", from: deal.closeOn.iso, to: later.iso, day: today))
    mark(.deal(number))
    let detail = scene.fill(
      dice.pick([
        "{c1} asked for time until {soon}.", "Their budget round comes first.",
        "{c2} is away and nobody else may sign.",
        "Access to {few} {sites} is late.", "Honest date after the talk on {weekday}.", "The old date was hope.",
      ]))
    emit("push close of \(deal.slug) to \(later.spoken)", by: deal.owner, weight: 6, detail: detail)
  }

  private mutating func advance(_ number: Int) {
    let deal = account.deals[number]
    let stage = deal.stage
    let isRenewal = deal.type == "renewal"
    if budget > 0, dice.chance(340) { meet(over: number) }
    if dice.chance(stage.losses * (isRenewal ? 400 : 1500 - deal.luck) / 1000) { return close(number, isWon: false) }
    if stage == .negotiation, !dice.chance(180) { return close(number, isWon: true) }
    if stage == .negotiation || (stage.index > 2 && dice.chance(90)) {
      account.deals[number].movesOn = today + dice.within(15...50)
      if deal.closeOn < today + 20 { push(number) }
      return
    }
    if stage.index > 2, dice.chance(70) {
      return move(number, to: isRenewal ? .discovery : Stage.allCases[stage.index - 1])
    }
    let steps = isRenewal && stage == .discovery ? 2 : stage.index < 4 && dice.chance(90) ? 2 : 1
    move(number, to: Stage.allCases[min(stage.index + steps, Stage.negotiation.index)])
  }

  private mutating func move(_ number: Int, to stage: Stage) {
    let old = account.deals[number]
    account.deals[number].visits.append(Deal.Visit(stage: stage, day: today))
    let pace = dice.chance(110) ? 3 : 1
    account.deals[number].movesOn = today + dice.within(stage.days) * pace
    account.deals[number].override = stage == .negotiation && dice.chance(150) ? "best_case" : nil
    assume(about: number)
    var note: String?
    if stage.index > old.stage.index, stage.index >= 4, dice.chance(430) { note = reprice(number) }
    if dice.chance(900) { plan(nextStepOf: number) } else { account.deals[number].step = nil }
    mark(.deal(number))
    if stage.index == 4, note != nil, old.type != "renewal", dice.chance(300) { rename(number) }
    let back = stage.index < old.stage.index
    let slug = account.deals[number].slug
    emit("move \(slug) \(back ? "back " : "")to \(stage.spoken)", by: old.owner, weight: 7, detail: note)
  }

  // Another amount, mostly a smaller one.
  private mutating func reprice(_ number: Int) -> String {
    let deal = account.deals[number]
    let isCut = dice.chance(730)
    let percent = isCut ? 100 - dice.within(4...28) : 100 + dice.within(4...22)
    let amount = max(600, deal.amount * percent / 1000 * 10)
    account.deals[number].amount = amount
    account.deals[number].changes.append(
      Deal.Change(field: "amount", from: String(deal.amount), to: String(amount), day: today))
    let old = Slug.grouped(deal.amount)
    return
      "\(isCut ? "Amount cut" : "Amount raised") from \(old) to \(Slug.grouped(amount)) \(account.region.currency)."
  }

  // The scope changed, and with it the file's name and everything that names it.
  private mutating func rename(_ number: Int) {
    let sites = max(2, account.deals[number].sites * dice.within(60...95) / 100)
    let slug = "\(Slug.of(account.deals[number].product))-\(sites)-\(Slug.of(account.industry.sites))"
    guard !account.deals.contains(where: { $0.slug == slug }) else { return }
    account.deals[number].sites = sites
    account.deals[number].slug = slug
    account.deals[number].name =
      "\(account.word) – \(account.deals[number].product) for \(sites) \(account.industry.sites)"
    markAll()
  }
}
