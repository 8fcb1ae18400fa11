extension AccountStory {
  private static let kinds = [
    "call", "meeting", "demo", "onsite", "email_in", "email_out", "chat", "support_ticket", "nps", "product_signal",
    "document_view", "note",
  ]

  /// Something is said or written, more often the less of the history is left for what is still to come.
  mutating func meetByChance() {
    guard budget > 0 else { return }
    let open = account.deals.indices.filter { account.deals[$0].stage.isOpen }
    let isCustomer = account.lifecycle == .customer
    guard !open.isEmpty || isCustomer || dice.chance(60) else { return }
    let left = max(1, (window.upperBound - today) * 5 / 7)
    guard dice.chance(min(110, budget * 1000 / left)) else { return }
    let deal = open.isEmpty || (isCustomer && dice.chance(380)) ? nil : dice.pick(open)
    let weights =
      deal != nil
      ? [26, 12, 8, 5, 20, 13, isCustomer ? 5 : 0, 0, 0, 0, 5, 4]
      : isCustomer ? [12, 16, 0, 4, 13, 8, 9, 17, 8, 9, 0, 3] : [14, 0, 0, 0, 14, 30, 0, 0, 0, 0, 6, 34]
    interact(Self.kinds[dice.weighted(weights)], deal: deal, topic: nil, quietly: false)
  }

  /// A talk that makes a deal move.
  mutating func meet(over number: Int) {
    let weights: [Int] =
      switch account.deals[number].stage {
      case .lead, .qualification: [50, 0, 0, 0, 35, 15]
      case .discovery: [40, 15, 30, 5, 10, 0]
      case .technicalValidation: [10, 20, 30, 35, 5, 0]
      default: [25, 35, 0, 0, 25, 15]
      }
    interact(Self.kinds[dice.weighted(weights)], deal: number, topic: nil, quietly: false)
  }

  /// Writes down an interaction of today; quietly when another event carries it.
  mutating func interact(_ kind: String, deal: Int?, topic: String?, quietly: Bool) {
    budget -= 1
    if !strangers.isEmpty, dice.chance(300) {
      account.contacts.append(strangers.removeFirst())
      mark(.contacts)
    }
    let present = account.contacts.indices.filter { account.contacts[$0].leftOn == nil }
    let first = dice.pick(present)
    let others = dice.some(dice.roll(3), of: present.filter { $0 != first })
    let speakers = kind == "note" ? [] : [first] + others
    let author = self.author(of: kind, deal: deal)
    let shown = speakers.map { account.contacts[$0] }
    let scene = scene(
      deal: deal, speakers: shown.count > 1 ? shown : shown + account.contacts.filter { $0.id != shown.first?.id },
      &dice)
    let text = InteractionText.make(kind, scene, isFirst: topic == "first-touch", &dice)
    var item = Interaction(
      number: account.interactions.count, kind: kind, topic: topic ?? Slug.of(text.subject), subject: text.subject,
      day: today, minute: 0, participants: shown.map(\.id), deal: deal, summary: text.summary,
      system: text.system, body: text.body, quote: text.quote)
    place(&item, author: author, text)
    account.interactions.append(item)
    mark(.interaction(item.number))
    if text.isTwoWay, let deal { learn(from: item.number, about: deal, speakers) }
    if quietly { return }
    let who = shown.first.map { " with \($0.name)" } ?? ""
    let end = item.minute + (item.duration ?? 5) + 8
    let cause = dice.chance(260) ? item.summary : nil
    emit(text.verb + (text.namesSpeaker ? who : ""), by: author, weight: 4, detail: cause, minute: end)
    follow(item.number, author: author)
  }

  private mutating func place(_ item: inout Interaction, author: String, _ text: InteractionText) {
    let isTalk = ["call", "meeting", "demo", "onsite"].contains(item.kind)
    item.duration =
      isTalk
      ? dice.pick(item.kind == "onsite" ? [90, 120, 180] : item.kind == "call" ? [20, 30, 45] : [45, 60, 90]) : nil
    // Between nine and six, to the quarter of an hour.
    item.minute = 540 + dice.roll((540 - (item.duration ?? 15)) / 15) * 15
    item.outcome = isTalk ? text.outcome : nil
    item.direction =
      item.kind == "email_in" ? "inbound" : item.kind == "email_out" || item.kind == "call" ? "outbound" : nil
    if item.kind != "nps", item.kind != "product_signal", item.kind != "document_view" {
      item.participants.append(author)
    }
    let needsEngineer = item.kind == "demo" || item.kind == "onsite" || item.kind == "support_ticket"
    if needsEngineer, author != account.engineer { item.participants.append(account.engineer) }
    if item.kind == "email_in" || item.kind == "email_out", dice.chance(300) {
      item.thread = "\(Slug.of(account.word))-\(item.topic)"
    }
    if item.kind == "support_ticket" {
      item.ticket = (dice.chance(220) ? "severe" : "normal", dice.chance(700) ? "closed" : "open")
    }
    if item.kind == "nps" {
      let score = dice.pick([3, 5, 6, 7, 8, 8, 9, 9, 10])
      item.score = score
      item.body = "Score: \(score).\n\n" + item.body
      account.satisfaction = ((score - 7) * 20 + dice.within(-5...5), today)
      mark(.profile)
    }
    var count = 2
    let plain = item.topic
    while account.interactions.contains(where: { $0.path == item.path }) {
      item.topic = "\(plain)-\(count)"
      count += 1
    }
  }

  private mutating func author(of kind: String, deal: Int?) -> String {
    switch kind {
    case "support_ticket", "nps", "product_signal", "chat": account.care
    case "onsite": account.engineer
    case "note": dice.chance(500) ? developer : account.executive
    default:
      deal.map { account.deals[$0].type == "renewal" ? account.care : account.deals[$0].owner }
        ?? (account.lifecycle == .customer ? account.care : account.executive)
    }
  }
}
