/// A sale that may come.
struct Deal: Sendable {
  /// One stay at a stage.
  struct Visit: Sendable {
    var stage: Stage
    var day: DemoDay
    var reason: String?
  }
  /// A changed field, as the file itself records it.
  struct Change: Sendable {
    var field: String
    var from: String
    var to: String
    var day: DemoDay
  }
  /// A contact's part in the purchase.
  struct Member: Sendable {
    var contact: Int
    var influence: Int
    var stance: Int
    var lastTwoWay: DemoDay?
  }
  /// What is known of one element of MEDDPICC.
  struct Fact: Sendable {
    var element: Int
    var score: Int
    var text: String
    var evidence: [Int]
    var day: DemoDay
  }
  /// What happens next.
  struct Step: Sendable {
    var text: String
    var due: DemoDay
    var owner: String
  }
  /// How it ended.
  struct Closing: Sendable {
    var day: DemoDay
    var isWon: Bool
    var code: String
    var text: String
    var revisit: DemoDay?
  }

  var number: Int
  var slug: String
  var name: String
  var type: String
  var pipeline: String
  var product: String
  var sites: Int
  var amount: Int
  var kind: String
  var months: Int
  var createdOn: DemoDay
  var closeOn: DemoDay
  var closing: Closing?
  var rivals: [String]
  var owner: String
  var team: [String]
  var override: String?
  var step: Step?
  var committee: [Member] = []
  var facts: [Fact] = []
  var visits: [Visit]
  var changes: [Change] = []
  var texts: [String] = []
  var status: String?
  /// When it moves on, unless something comes in between.
  var movesOn: DemoDay
  /// How well it goes, 0 to 1000; nobody in the story knows.
  var luck: Int

  /// Where it stands.
  var stage: Stage { visits.last?.stage ?? .lead }
  /// The path within the customer's folder.
  var path: String { "deals/\(slug).md" }
}

extension Account {
  private static let elements = [
    "metrics", "economic_buyer", "decision_criteria", "decision_process", "paper_process", "identified_pain",
    "champion", "competition",
  ]

  /// The bytes of a deal's file.
  func file(of deal: Deal) -> String {
    var lines = Lines()
    lines.add("---")
    lines.field("name", deal.name)
    lines.add("type: \(deal.type)")
    lines.add("pipeline: \(deal.pipeline)")
    lines.add("stage: \(deal.stage.rawValue)")
    lines.field("stage_entered_on", deal.visits.last?.day)
    lines.add("amount: {value: \(deal.amount), currency: \(region.currency), kind: \(deal.kind)}")
    lines.add("term_months: \(deal.months)")
    lines.field("created_on", deal.createdOn)
    lines.field("close_on", deal.closeOn)
    if let closing = deal.closing {
      lines.field("closed_on", closing.day)
      lines.add("outcome: \(closing.isWon ? "won" : "lost")")
      lines.add("reason_code: \(closing.code)")
      lines.field("reason_text", closing.text)
      lines.field("revisit_on", closing.revisit)
    }
    lines.field("competitors", deal.rivals)
    lines.add("owner: \(deal.owner)")
    lines.field("team", deal.team)
    lines.field("source", source)
    lines.field("forecast_category", raw: deal.override)
    if let step = deal.step, deal.stage.isOpen {
      lines.add("next_step: {text: \(YAMLText.quoted(step.text)), due: \(step.due.iso), owner: \(step.owner)}")
    }
    addCommittee(of: deal, &lines)
    addFacts(of: deal, &lines)
    addHistory(of: deal, &lines)
    lines.add("external_ids: {salesforce: \(YAMLText.quoted("0068d00\(1_000_000 + index * 10 + deal.number)"))}")
    lines.add("---")
    let paragraphs = deal.texts + (deal.status.map { [$0] } ?? [])
    lines.add(paragraphs.map { linked($0, from: "../") }.joined(separator: "\n\n"))
    return lines.text
  }

  private func addCommittee(of deal: Deal, _ lines: inout Lines) {
    guard !deal.committee.isEmpty else { return }
    lines.add("committee:")
    for (position, member) in deal.committee.enumerated() {
      let contact = contacts[member.contact]
      let primary = position == 0 ? ", primary: true" : ""
      let met = member.lastTwoWay.map { ", last_two_way_on: \($0.iso)" } ?? ""
      let stance = "influence: \(member.influence), stance: \(member.stance)"
      lines.add("  - {contact: \(contact.id), role: \(contact.role), \(stance)\(primary)\(met)}")
    }
  }

  private func addFacts(of deal: Deal, _ lines: inout Lines) {
    guard !deal.facts.isEmpty else { return }
    lines.add("meddpicc:")
    for (number, element) in Self.elements.enumerated() {
      guard let fact = deal.facts.first(where: { $0.element == number }) else { continue }
      let evidence = YAMLText.list(fact.evidence.map { interactions[$0].path })
      let proof = fact.evidence.isEmpty ? "" : ", evidence: \(evidence)"
      let text = YAMLText.quoted(fact.text)
      lines.add("  \(element): {score: \(fact.score), text: \(text)\(proof), as_of: \(fact.day.iso)}")
    }
  }

  private func addHistory(of deal: Deal, _ lines: inout Lines) {
    lines.add("stage_history:")
    for visit in deal.visits {
      let reason = visit.reason.map { ", reason: \(YAMLText.quoted($0))" } ?? ""
      lines.add("  - {stage: \(visit.stage.rawValue), entered_on: \(visit.day.iso)\(reason)}")
    }
    guard !deal.changes.isEmpty else { return }
    lines.add("field_history:")
    for change in deal.changes {
      lines.add("  - {field: \(change.field), from: \(change.from), to: \(change.to), on: \(change.day.iso)}")
    }
  }
}
