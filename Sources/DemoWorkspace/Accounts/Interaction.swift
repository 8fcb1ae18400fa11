/// Something that was said, written or noticed.
struct Interaction: Sendable {
  /// Words of a customer that an insight may cite.
  struct Quote: Sendable {
    var kind: String
    var words: String
    var statement: String
  }

  var number: Int
  var kind: String
  var topic: String
  var subject: String
  var day: DemoDay
  var minute: Int
  var duration: Int?
  var direction: String?
  var participants: [String]
  var deal: Int?
  var summary: String
  var system: String
  var thread: String?
  var outcome: String?
  var ticket: (severity: String, status: String)?
  var score: Int?
  var body: String
  var quote: Quote?
  /// A second entry of the same meeting, to be removed.
  var isDouble = false
  var isDeleted = false

  /// The path within the customer's folder.
  var path: String {
    "interactions/\(day.iso)-\(String(kind.map { $0 == "_" ? "-" : $0 }))-\(topic).md"
  }
}

extension Account {
  /// The bytes of an interaction's file.
  func file(of interaction: Interaction) -> String {
    var lines = Lines()
    lines.add("---")
    lines.add("kind: \(interaction.kind)")
    lines.field("subject", interaction.subject)
    lines.add("occurred_at: \(region.zone.instant(interaction.day, minute: interaction.minute))")
    lines.field("duration_minutes", raw: interaction.duration.map(String.init))
    lines.field("direction", raw: interaction.direction)
    lines.field("participants", interaction.participants)
    lines.field("deals", interaction.deal.map { [deals[$0].slug] } ?? [])
    lines.field("summary", interaction.summary)
    lines.add("source: {system: \(interaction.system), id: \(YAMLText.quoted(nativeID(of: interaction)))}")
    lines.field("thread", interaction.thread)
    lines.field("outcome", raw: interaction.outcome)
    if let ticket = interaction.ticket {
      lines.add("ticket: {severity: \(ticket.severity), status: \(ticket.status), reopened: false}")
    }
    lines.field("nps", raw: interaction.score.map { "{score: \($0)}" })
    lines.add("---")
    lines.add(linked(interaction.body, from: "../"))
    return lines.text
  }

  private func nativeID(of interaction: Interaction) -> String {
    let number = index * 1000 + interaction.number
    return switch interaction.system {
    case "gong": "77823\(100_000_000_000_000 + number * 7919)"
    case "email": "<m\(number).\(interaction.day.number)@\(domain)>"
    case "slack": "c\(index)-\(1_700_000_000 + number).\(100_000 + number % 900_000)"
    case "granola": "not_\(number)d\(interaction.day.number)"
    default: "\(interaction.system)-\(number)"
    }
  }
}
