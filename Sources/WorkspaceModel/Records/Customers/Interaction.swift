/// Something that passed between us and a customer.
package struct Interaction: WorkspaceRecord {
  package enum Kind: String, CaseIterable, Sendable {
    case emailIn = "email_in"
    case emailOut = "email_out"
    case call, meeting, demo, onsite, chat
    case supportTicket = "support_ticket"
    case nps
    case productSignal = "product_signal"
    case documentView = "document_view"
    case note
  }
  package enum Direction: String, CaseIterable, Sendable { case inbound, outbound }
  package enum Outcome: String, CaseIterable, Sendable { case held, noShow = "no_show", cancelled }
  package enum Sensitivity: String, CaseIterable, Sendable { case normal, confidential }

  /// A customer's complaint or question to support.
  package struct Ticket: Sendable {
    package enum Severity: String, CaseIterable, Sendable { case severe, normal }
    package enum Status: String, CaseIterable, Sendable { case open, closed }
    package var severity: Severity?
    package var status: Status?
    package var reopened: Bool?
  }

  package var source: RecordSource
  /// Slug of the customer, told by the folder.
  package var customer: String
  package var kind: Kind?
  package var subject: String
  package var occurredAt: Instant?
  package var durationMinutes: Int?
  package var direction: Direction?
  /// Contact and person ids.
  package var participants: [String]
  /// Deal slugs of the same customer.
  package var deals: [String]
  package var summary: String?
  /// The system that it was imported from, and its id there.
  package var origin: (system: String, id: String)?
  package var thread: String?
  package var outcome: Outcome?
  package var sensitivity: Sensitivity?
  package var isAutomated: Bool
  package var ticket: Ticket?
  package var npsScore: Int?

  init(_ source: RecordSource, customer: String, _ fields: inout FieldReader) {
    self.source = source
    self.customer = customer
    kind = fields.choice("kind", Kind.self, required: true)
    subject = fields.text("subject") ?? source.title
    occurredAt = fields.instant("occurred_at", required: true)
    durationMinutes = fields.integer("duration_minutes", in: 0...10_000)
    direction = fields.choice("direction", Direction.self)
    participants = fields.texts("participants")
    deals = fields.texts("deals")
    summary = fields.text("summary")
    origin = fields.record("source", owner: "source") { source in
      guard let system = source.text("system", required: true) else { return nil }
      return (system, source.text("id") ?? "")
    }
    thread = fields.text("thread")
    outcome = fields.choice("outcome", Outcome.self)
    sensitivity = fields.choice("sensitivity", Sensitivity.self)
    isAutomated = fields.flag("automated") ?? false
    ticket = fields.record("ticket", owner: "ticket") { ticket in
      Ticket(
        severity: ticket.choice("severity", Ticket.Severity.self), status: ticket.choice("status", Ticket.Status.self),
        reopened: ticket.flag("reopened"))
    }
    npsScore = fields.record("nps", owner: "nps") { $0.integer("score", in: 0...10) }
  }

  /// Whether it counts as activity (domain 1.6): notes and signals do not.
  package var isActivity: Bool {
    switch kind {
    case .emailIn, .emailOut, .call, .meeting, .demo, .onsite, .chat: !isAutomated && outcome == nil || outcome == .held
    default: false
    }
  }

  /// Whether the customer took part (domain 1.6); `isExternal` tells contacts from colleagues.
  package func isTwoWay(isExternal: (String) -> Bool) -> Bool {
    guard isActivity else { return false }
    switch kind {
    case .emailIn: return true
    case .call, .meeting, .demo, .onsite: return participants.contains(where: isExternal)
    case .chat: return participants.contains(where: isExternal)
    default: return false
    }
  }
}
