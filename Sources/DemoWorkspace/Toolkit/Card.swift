/// What is known of a rival, as the cards begin.
struct Card: Sendable {
  /// One row of the comparison.
  struct Claim: Sendable {
    var topic: String
    var ours: String
    var theirs: String
    var verifiedOn: DemoDay?
  }

  var slug: String
  var name: String
  var alias: String
  var owner: String
  var pitch: String
  var wins: [String]
  var losses: [String]
  var claims: [Claim]
  var objection: (says: String, reply: String)
  var question: String
  var landmine: String
  var background: String

  var reviewedOn = DemoDay(2025, 5, 20)
  /// Prices that were heard: what, how much, when, from whom.
  var prices: [(what: String, value: Int, day: DemoDay, source: String)] = []
  /// Deals that show something: path of the deal and a note.
  var proof: [(deal: String, note: String)] = []
  /// What they did lately.
  var moves: [(day: DemoDay, text: String)] = []

  /// The bytes of the card.
  var file: String {
    var lines = Lines()
    lines.add("---")
    lines.field("competitor", name)
    lines.field("aliases", [alias])
    lines.add("owner: \(owner)")
    lines.field("reviewed_on", reviewedOn)
    lines.add("review_every_days: 90")
    lines.add("do_not_share: true")
    lines.field("thirty_second_answer", pitch)
    lines.block("when_we_win", wins)
    lines.block("when_they_win", losses)
    lines.add("claims:")
    for claim in claims {
      let day = claim.verifiedOn ?? reviewedOn
      lines.field("  - topic", claim.topic)
      lines.field("    ours", claim.ours)
      lines.field("    theirs", claim.theirs)
      lines.field("    source", "their public pages, read \(day.iso)")
      lines.field("    verified_on", day)
      lines.field("    expires_on", day + 182)
    }
    if !prices.isEmpty { lines.add("pricing_seen:") }
    for price in prices {
      let value = "{value: \(price.value), currency: EUR, kind: ACV}"
      let source = YAMLText.quoted(price.source)
      lines.add(
        "  - {what: \(YAMLText.quoted(price.what)), value: \(value), seen_on: \(price.day.iso), source: \(source)}")
    }
    lines.add("objections:")
    lines.field("  - says", objection.says)
    lines.field("    reply", objection.reply)
    lines.block("questions", [question])
    lines.block("landmines", [landmine])
    if !proof.isEmpty { lines.add("proof:") }
    for entry in proof { lines.add("  - {deal: \(entry.deal), note: \(YAMLText.quoted(entry.note))}") }
    if !moves.isEmpty { lines.add("recent_moves:") }
    for move in moves {
      lines.add("  - {on: \(move.day.iso), text: \(YAMLText.quoted(move.text)), source: \"heard from a customer\"}")
    }
    lines.add("---\n\n## Background\n\n\(background)")
    return lines.text
  }
}
