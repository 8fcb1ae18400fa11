extension AccountStory {
  /// A talk teaches something about a deal.
  mutating func learn(from interaction: Int, about number: Int, _ speakers: [Int]) {
    for speaker in speakers {
      if let place = account.deals[number].committee.firstIndex(where: { $0.contact == speaker }) {
        account.deals[number].committee[place].lastTwoWay = today
        let stance = account.deals[number].committee[place].stance + dice.within(-1...1)
        account.deals[number].committee[place].stance = max(-2, min(2, stance))
      } else {
        account.deals[number].committee.append(
          Deal.Member(contact: speaker, influence: dice.within(1...5), stance: dice.within(-1...2), lastTwoWay: today))
      }
    }
    for _ in 0..<dice.within(1...2) { add(factFrom: interaction, to: number) }
    mark(.deal(number))
  }

  /// Moving on without a talk rests on our own assumption.
  mutating func assume(about number: Int) {
    let evidence = account.interactions.last { $0.deal == number && !$0.isDouble && $0.day > today - 30 }
    if dice.chance(700) { add(factFrom: evidence?.number, to: number) }
  }

  private mutating func add(factFrom interaction: Int?, to number: Int) {
    let scene = scene(deal: number, &dice)
    let element = dice.pick([0, 1, 2, 3, 5, 5, 6, 7, 0, account.deals[number].stage.index > 3 ? 4 : 5])
    let text = scene.fill(dice.pick(DealWords.facts[element]))
    let proof = interaction.map { [$0] } ?? []
    if let place = account.deals[number].facts.firstIndex(where: { $0.element == element }) {
      guard let interaction else { return }
      var fact = account.deals[number].facts[place]
      fact.score = min(3, fact.score + 1)
      fact.text = text
      if !fact.evidence.contains(interaction) { fact.evidence = Array((fact.evidence + [interaction]).suffix(3)) }
      fact.day = today
      account.deals[number].facts[place] = fact
    } else {
      account.deals[number].facts.append(
        Deal.Fact(element: element, score: proof.isEmpty ? 1 : 2, text: text, evidence: proof, day: today))
    }
  }

  /// What an interaction brings with it later: an insight, a task, a double to be removed.
  mutating func follow(_ number: Int, author: String) {
    if account.interactions[number].quote != nil, dice.chance(400) {
      schedule(.insight(number), on: today + dice.within(1...3))
    }
    if dice.chance(190) { addTask(from: number, owner: author) }
    if dice.chance(18), account.interactions[number].duration != nil {
      var double = account.interactions[number]
      double.number = account.interactions.count
      double.topic += "-calendar"
      double.system = "calendar"
      double.quote = nil
      double.isDouble = true
      double.body = "Entry of the calendar, without notes."
      account.interactions.append(double)
      mark(.interaction(double.number))
      emit("calendar entry", by: "sync", weight: 1)
      schedule(.dropInteraction(double.number), on: today + dice.within(1...6))
    }
  }

  private mutating func addTask(from number: Int, owner: String) {
    let item = account.interactions[number]
    let scene = scene(deal: item.deal, &dice)
    let title = scene.fill(dice.pick(AccountWords.tasks))
    let isRule = item.kind == "support_ticket" || item.kind == "product_signal"
    var slug = Slug.of(title)
    while account.tasks.contains(where: { $0.slug == slug }) { slug += "-again" }
    let task = SalesTask(
      slug: slug, title: title, owner: owner, due: (today + dice.within(3...16)).nextWorkday, status: "open",
      priority: dice.pick(["low", "normal", "normal", "high"]), deal: item.deal, interaction: number,
      rule: isRule ? "churn_risk" : dice.chance(120) && item.deal != nil ? "buying_signals" : nil, createdOn: today,
      body: scene.fill(dice.pick(AccountWords.taskBodies)))
    account.tasks.append(task)
    mark(.task(account.tasks.count - 1))
    emit("task for \(Vendor.person(owner).firstName): \(title)", by: owner, weight: 2)
    if dice.chance(780) { schedule(.closeTask(account.tasks.count - 1), on: task.due + dice.within(-3...6)) }
  }

  /// Ticks a task off, or gives it up.
  mutating func close(task number: Int) {
    let isDone = dice.chance(870)
    account.tasks[number].status = isDone ? "done" : "cancelled"
    account.tasks[number].closedOn = today
    mark(.task(number))
    let verb = isDone ? "done" : "dropped"
    emit("\(verb): \(account.tasks[number].title)", by: owner(account.tasks[number].owner), weight: 2)
    if !isDone, dice.chance(400) { schedule(.dropTask(number), on: today + dice.within(20...60)) }
  }

  /// Concludes something from what was said.
  mutating func conclude(from number: Int) {
    let item = account.interactions[number]
    guard let quote = item.quote, !item.isDeleted else { return }
    var slug = Slug.of(quote.statement).split(separator: "-").prefix(6).joined(separator: "-")
    while account.insights.contains(where: { $0.slug == slug }) { slug += "-2" }
    let isFromModel = dice.chance(330)
    let scene = scene(deal: item.deal, &dice)
    let place = item.deal.map(String.init) ?? ""
    let bodies = AccountWords.insightBodies.filter { item.deal != nil || !$0.contains("@dD@") }
    let body = dice.pick(bodies).split(separator: "@dD@", omittingEmptySubsequences: false).joined(
      separator: "@d\(place)@")
    account.insights.append(
      Insight(
        slug: slug, kind: quote.kind, statement: quote.statement, interaction: number, quote: quote.words,
        confidence: dice.within(4...9), author: isFromModel ? "claude-sonnet" : owner(account.executive),
        isFromModel: isFromModel, status: isFromModel ? "proposed" : "accepted", createdOn: today,
        expiresOn: dice.chance(500) ? today + 365 : nil, deal: item.deal, body: scene.fill(body)))
    mark(.insight(account.insights.count - 1))
    emit(
      "insight: \(quote.kind)", by: isFromModel ? account.care : account.executive, weight: 3, detail: quote.statement)
    if isFromModel, dice.chance(700) {
      schedule(.settleInsight(account.insights.count - 1), on: today + dice.within(2...12))
    }
  }

  /// Somebody reads what the model proposed.
  mutating func settle(insight number: Int) {
    account.insights[number].status = ["accepted", "rejected", "superseded"][dice.weighted([70, 22, 8])]
    mark(.insight(number))
    emit("insight \(account.insights[number].status)", by: account.executive, weight: 2)
  }

  // Work of somebody who has left goes to the successor.
  private func owner(_ person: String) -> String {
    person == Vendor.leaver && today > Self.handoverDay ? Vendor.successor : person
  }
}
