/// The words of one interaction.
struct InteractionText {
  var subject: String
  var summary: String
  var body: String
  /// Where such things come from.
  var system: String
  /// What the commit says was done.
  var verb: String
  var namesSpeaker = true
  var outcome = "held"
  var isTwoWay = false
  var quote: Interaction.Quote?

  /// Writes the text of a kind.
  static func make(_ kind: String, _ scene: Scene, isFirst: Bool, _ dice: inout Dice) -> InteractionText {
    switch kind {
    case "call", "meeting", "demo", "onsite": talk(kind, scene, &dice)
    case "email_in", "email_out": mail(kind, scene, isFirst: isFirst, &dice)
    case "chat": chat(scene, &dice)
    case "support_ticket": ticket(scene, &dice)
    case "nps":
      one(
        "NPS answer, {C1}", "Answer to the yearly question; the comment is about {load}.",
        answers(scene, &dice),
        "product", "NPS answer", scene)
    case "product_signal":
      one(
        "Use has changed at {few} {sites}", "Signal from usage: {few} {sites} behave differently since {past}.",
        "What the product saw in {small} days:\n\n" + list(3, WrittenWords.signals, scene, &dice)
          + scene.fill("\n\nSent to {rep} and {csm} by the digest."), "product", "usage signal", scene,
        namesSpeaker: false)
    case "document_view":
      one(
        "Offer opened by {c1}", "The shared paper was opened, {small} minutes in all.",
        scene.fill(
          "| Opened by | Page | Time |\n|---|---|---|\n| {C1} | 1 | {small} min |\n| {C1} | price | {weeks} min |\n\n"
            + "No download, no reply. Sent on {past} by {rep}; a view is not a conversation."), "product",
        "document view", scene, namesSpeaker: false)
    default:
      one(
        dice.pick(["Why {word} is on the list", "Desk research on {word}", "Heard about {word}", "Background, {city}"]),
        "Notes from reading; nobody has spoken to them about it.", list(4, WrittenWords.notes, scene, &dice),
        "salesforce",
        "research note", scene, namesSpeaker: false)
    }
  }

  private static func one(
    _ subject: String, _ summary: String, _ body: String, _ system: String, _ verb: String, _ scene: Scene,
    namesSpeaker: Bool = true
  ) -> InteractionText {
    InteractionText(
      subject: scene.fill(subject), summary: scene.fill(summary), body: body, system: system, verb: verb,
      namesSpeaker: namesSpeaker)
  }

  private static func list(_ count: Int, _ lines: [String], _ scene: Scene, _ dice: inout Dice) -> String {
    dice.some(count, of: lines).map { $0.hasPrefix("- ") ? scene.fill($0) : "- " + scene.fill($0) }.joined(
      separator: "\n")
  }

  private static func answers(_ scene: Scene, _ dice: inout Dice) -> String {
    let words = dice.some(2, of: WrittenWords.comments).map(scene.fill)
    return "Comment: \"\(words[0])\"\n\nSecond question, what first? \"\(words[1])\""
  }

  private static func talk(_ kind: String, _ scene: Scene, _ dice: inout Dice) -> InteractionText {
    let subject = scene.fill(dice.pick(SpokenWords.subjects[kind] ?? ["Talk"]))
    let system = kind == "onsite" ? "calendar" : dice.pick(["gong", "gong", "granola"])
    if kind != "onsite", dice.chance(45) {
      return InteractionText(
        subject: subject, summary: scene.fill("No-show; new date {soon}."),
        body: scene.fill(dice.pick(SpokenWords.noShows)),
        system: system, verb: "no-show", outcome: "no_show")
    }
    let facts = dice.some(dice.within(2...4), of: SpokenWords.facts).map(scene.fill)
    let reactions = dice.some(2, of: SpokenWords.reactions).map(scene.fill)
    var middle = [facts.prefix(2).joined(separator: " "), reactions.first ?? ""]
    let quote = dice.chance(520) ? quote(scene, &dice) : nil
    if let quote {
      var framed = scene
      framed["quote"] = quote.words
      middle[1] += " " + framed.fill(dice.pick(Quotes.frames))
    }
    if facts.count > 2 {
      let rest = facts.dropFirst(2) + reactions.dropFirst()
      middle.append(dice.chance(500) ? rest.map { "- " + $0 }.joined(separator: "\n") : rest.joined(separator: " "))
    }
    let body = ([scene.fill(dice.pick(SpokenWords.openings))] + middle + [scene.fill(dice.pick(SpokenWords.closings))])
    return InteractionText(
      subject: subject, summary: scene.fill(dice.pick(SpokenWords.summaries)), body: body.joined(separator: "\n\n"),
      system: system, verb: ["call": "call notes", "demo": "demo notes", "onsite": "visit"][kind] ?? "meeting notes",
      isTwoWay: true, quote: quote)
  }

  private static func mail(_ kind: String, _ scene: Scene, isFirst: Bool, _ dice: inout Dice) -> InteractionText {
    let isInbound = kind == "email_in"
    var scene = scene
    scene["c"] = isInbound ? scene["rep"] : scene["c1"]
    let quote = isInbound && dice.chance(480) ? quote(scene, &dice) : nil
    scene["quote"] = quote?.words ?? ""
    var parts = [scene.fill(dice.pick(WrittenWords.greetings)) + ","]
    if isInbound {
      parts.append(scene.fill(dice.pick(WrittenWords.inbound)))
      parts.append(dice.some(dice.within(1...3), of: WrittenWords.details).map(scene.fill).joined(separator: " "))
      if quote != nil { parts.append(scene.fill(dice.pick(Quotes.inMail))) }
    } else {
      let openings = isFirst ? WrittenWords.firstTouches : WrittenWords.outbound
      parts.append(dice.some(2, of: openings).map(scene.fill).joined(separator: "\n\n"))
      parts.append(scene.fill(dice.pick(WrittenWords.askings)))
    }
    let sender = isInbound ? scene["c1"] : scene["rep"]
    parts.append(dice.pick(WrittenWords.partings) + ",\n" + sender)
    let summary =
      isInbound
      ? "{c1} answered on {load} and dates; {soon} is the next one."
      : "Mail to {c1} on scope and next date; no answer yet."
    return InteractionText(
      subject: scene.fill(dice.pick(isFirst ? WrittenWords.firstSubjects : WrittenWords.mailSubjects)),
      summary: scene.fill(summary),
      body: parts.joined(separator: "\n\n"), system: "email", verb: isInbound ? "mail" : "mail sent",
      namesSpeaker: isInbound, isTwoWay: isInbound, quote: quote)
  }

  private static func chat(_ scene: Scene, _ dice: inout Dice) -> InteractionText {
    let quote = dice.chance(400) ? quote(scene, &dice) : nil
    var lines = dice.some(dice.within(2...3), of: WrittenWords.chats).map(scene.fill)
    if let quote { lines.append(scene.fill("**{c1}:** ") + quote.words) }
    return InteractionText(
      subject: scene.fill(
        dice.pick(["Shared channel, {load}", "Chat about {site} {small}", "Question on the report"])),
      summary: scene.fill("Short exchange on {load}; {csm} follows up."), body: lines.joined(separator: "\n\n"),
      system: "slack", verb: "chat", isTwoWay: true, quote: quote)
  }

  private static func ticket(_ scene: Scene, _ dice: inout Dice) -> InteractionText {
    let number = dice.roll(WrittenWords.tickets.count)
    let subjects = [
      "{gw} is silent", "Wrong values at {site} {small}", "Login of {c2}", "Export with wrong unit", "Water in {gw}",
    ]
    return InteractionText(
      subject: scene.fill(subjects[number]), summary: scene.fill("Ticket {ref} on {load} at {few} {sites}."),
      body: scene.fill(WrittenWords.tickets[number]), system: "product", verb: "ticket", namesSpeaker: false)
  }

  private static func quote(_ scene: Scene, _ dice: inout Dice) -> Interaction.Quote {
    let (kind, words, statement) = dice.pick(Quotes.all)
    return Interaction.Quote(kind: kind, words: scene.fill(words), statement: scene.fill(statement))
  }
}
