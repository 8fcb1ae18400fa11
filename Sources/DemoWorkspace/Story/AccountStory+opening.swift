extension AccountStory {
  /// The customer enters the workspace: with the import, or on some later day.
  mutating func open(isErased: Bool) {
    let isImported = !isErased && dice.chance(360)
    let span = window.upperBound - window.lowerBound
    today =
      isImported
      ? (window.lowerBound + 1).nextWorkday : (window.lowerBound + 4 + dice.roll(max(1, span * 88 / 100))).nextWorkday
    clock = 505
    budget = dice.within(2...6) + dice.roll(4)
    account.reviewedOn = today
    if today > Self.handoverDay, account.executive == Vendor.leaver { account.executive = Vendor.successor }
    if isImported { importPast() } else { openLead() }
    writeProfile()
    mark(.profile)
    mark(.contacts)
    if isImported {
      emit("import", by: Vendor.operations, weight: 9, batch: "import")
    } else {
      let author = account.source == "outbound" ? developer : account.executive
      emit("add \(account.source) lead from \(account.city)", by: author, weight: 5)
    }
    plan(isErased: isErased)
  }

  /// The day on which one colleague's customers go to another.
  static let handoverDay = DemoDay(2026, 2, 27)

  /// Who makes the first contacts.
  var developer: String {
    account.region.team == "nordics" || account.region.team == "uk-ireland" ? "tom.reilly" : "lea.schubert"
  }

  private mutating func plan(isErased: Bool) {
    let left = max(1, window.upperBound - today - 10)
    if isErased { schedule(.erasure, on: min(today + 20 + dice.roll(120), window.upperBound - 6)) }
    if account.executive == Vendor.leaver { schedule(.handover, on: Self.handoverDay) }
    let more =
      account.lifecycle == .partner
      ? 0 : max(0, [1, 2, 3, 4, 5][dice.weighted([24, 32, 26, 12, 6])] - account.deals.count)
    for _ in 0..<more { schedule(.openDeal, on: today + 6 + dice.roll(left)) }
    if dice.chance(110) { schedule(.leaving(0), on: today + 40 + dice.roll(left)) }
    if dice.chance(22) { schedule(.folderMove, on: today + 40 + dice.roll(left)) }
    if let contract = account.contract, account.lifecycle == .customer { planRenewal(of: contract) }
  }

  private mutating func importPast() {
    let fate = dice.weighted([46, 34, 8, 4, 8])
    if fate == 3 {
      account.lifecycle = .partner
      return
    }
    if fate == 0 || fate == 4 {
      let number = pastDeal(isWon: true)
      sign(account.deals[number], quietly: true)
      account.stage = "success"
      if fate == 4 {
        let day = today - dice.within(20...110)
        account.lifecycle = .former
        account.stage = "churned"
        account.churn = (day, dice.pick(AccountWords.churnReasons))
        account.contract?.end = day
      }
      bill(since: account.contract?.start ?? today)
      if !account.invoices.isEmpty { mark(.billing) }
    } else if fate == 1 {
      addDeal(createdOn: today - dice.within(15...110))
      let number = account.deals.count - 1
      var day = account.deals[number].createdOn
      for stage in [Stage.qualification, .discovery, .technicalValidation]
      where stage.index > account.deals[number].stage.index {
        day = day + dice.within(stage.days)
        guard day < today else { break }
        account.deals[number].visits.append(Deal.Visit(stage: stage, day: day))
      }
    } else {
      _ = pastDeal(isWon: false)
    }
  }

  // A sale that was over before the history began.
  private mutating func pastDeal(isWon: Bool) -> Int {
    let number = addDeal(createdOn: today - dice.within(300...620))
    var day = account.deals[number].createdOn
    let last = isWon ? Stage.negotiation : dice.pick([.discovery, .technicalValidation, .businessCase])
    for stage in Stage.allCases
    where stage.index > account.deals[number].stage.index && stage.index <= last.index {
      day = day + dice.within(stage.days) * 3 / 4
      account.deals[number].visits.append(Deal.Visit(stage: stage, day: day))
    }
    finish(number, isWon: isWon, on: day + dice.within(9...24))
    return number
  }

  private mutating func openLead() {
    let number = addDeal(createdOn: today)
    if account.source == "outbound" {
      interact("email_out", deal: number, topic: "first-touch", quietly: true)
    }
  }

  /// Writes the four sections of the profile.
  mutating func writeProfile() {
    var scene = scene(deal: account.deals.isEmpty ? nil : 0, &dice)
    scene["people"] = Slug.grouped(account.employees)
    scene["n"] = "\(account.siteCount)"
    let standing = account.deals.isEmpty ? AccountWords.standingsWithoutDeal : AccountWords.standings
    account.texts = [AccountWords.whoTheyAre, AccountWords.wishes, standing, AccountWords.warnings].map {
      scene.fill(dice.pick($0))
    }
  }

  /// Who and what a text of today is about.
  func scene(deal: Int?, speakers: [Contact]? = nil, _ dice: inout Dice) -> Scene {
    // Sentences need a company; doing nothing and building in house are none.
    let companies = Toolkit.rivals.dropLast(2)
    let (card, name) = companies[(account.index + (deal ?? 0)) % companies.count]
    let first = deal.flatMap { account.deals[$0].rivals.first }
    let named = companies.first { $0.card == first }
    let known = account.contacts.filter { $0.leftOn == nil }
    var scene = Scene(
      account, deal: deal.map { account.deals[$0] }, speakers: speakers ?? known, day: today,
      rival: named?.name ?? name,
      &dice)
    scene["card"] = named?.card ?? card
    return scene
  }
}
