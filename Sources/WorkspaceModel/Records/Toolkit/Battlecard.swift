/// What to know and say when a competitor is in the deal (domain 1.7).
package struct Battlecard: WorkspaceRecord {
  /// A row of the comparison, with its own freshness.
  package struct Claim: Sendable {
    package var topic: String
    package var ours: String?
    package var theirs: String?
    package var source: String?
    package var verifiedOn: Day?
    package var expiresOn: Day?
    /// The metric that `ours` has to agree with, and that stands in its place when it is left out.
    package var metric: String?

    /// The metric as it can be looked up.
    package var query: MetricQuery? { metric.map { MetricQuery($0) } }
  }
  /// A price somebody saw.
  package struct PriceSeen: Sendable {
    package var what: String
    package var value: Money?
    package var seenOn: Day?
    package var source: String?
  }
  /// What the customer says and what we answer.
  package struct Objection: Sendable {
    package var says: String
    package var reply: String?
  }
  /// A deal that shows it.
  package struct Proof: Sendable {
    /// "customer/deal" slugs.
    package var deal: String
    package var note: String?
  }
  /// What the competitor did lately.
  package struct Move: Sendable {
    package var on: Day?
    package var text: String
    package var source: String?
  }

  package var source: RecordSource
  package var competitor: String
  package var aliases: [String]
  /// Person id.
  package var owner: String?
  package var reviewedOn: Day?
  package var reviewEveryDays: Int?
  package var isNotToBeShared: Bool
  package var thirtySecondAnswer: String?
  package var whenWeWin: [String]
  package var whenTheyWin: [String]
  package var claims: [Claim]
  package var pricingSeen: [PriceSeen]
  package var objections: [Objection]
  package var questions: [String]
  package var landmines: [String]
  package var proof: [Proof]
  package var recentMoves: [Move]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    competitor = fields.text("competitor") ?? source.title
    aliases = fields.texts("aliases")
    owner = fields.text("owner")
    reviewedOn = fields.day("reviewed_on")
    reviewEveryDays = fields.integer("review_every_days", in: 1...3650)
    isNotToBeShared = fields.flag("do_not_share") ?? false
    thirtySecondAnswer = fields.text("thirty_second_answer")
    whenWeWin = fields.texts("when_we_win")
    whenTheyWin = fields.texts("when_they_win")
    claims = fields.records("claims", owner: "claim") { claim in
      guard let topic = claim.text("topic", required: true) else { return nil }
      return Claim(
        topic: topic, ours: claim.text("ours"), theirs: claim.text("theirs"), source: claim.text("source"),
        verifiedOn: claim.day("verified_on"), expiresOn: claim.day("expires_on"), metric: claim.text("metric"))
    }
    pricingSeen = fields.records("pricing_seen", owner: "price") { price in
      guard let what = price.text("what", required: true) else { return nil }
      return PriceSeen(
        what: what, value: price.money("value"), seenOn: price.day("seen_on"), source: price.text("source"))
    }
    objections = fields.records("objections", owner: "objection") { objection in
      guard let says = objection.text("says", required: true) else { return nil }
      return Objection(says: says, reply: objection.text("reply"))
    }
    questions = fields.texts("questions")
    landmines = fields.texts("landmines")
    proof = fields.records("proof", owner: "proof") { proof in
      guard let deal = proof.text("deal", required: true) else { return nil }
      return Proof(deal: deal, note: proof.text("note"))
    }
    recentMoves = fields.records("recent_moves", owner: "move") { move in
      guard let text = move.text("text", required: true) else { return nil }
      return Move(on: move.day("on"), text: text, source: move.text("source"))
    }
  }
}
