internal import Automation
internal import Diagnostics
internal import WorkspaceModel

/// A message of the outbox, as its file tells it.
struct OutboxMessage: Sendable {
  /// Where a message stands on its way.
  enum State: String, Sendable, CaseIterable { case queued, sending, delivered, failed, uncertain }

  let path: RepoPath
  let person: String
  let title: String
  let severity: String
  let group: String?
  let digest: String?
  let alert: String
  let text: String
  let queuedAt: Instant?
  let notBefore: Instant?
  let state: State
  let attempts: Int
  /// Until when whoever is sending it is to be left alone.
  let claimedUntil: Instant?

  /// Tries after which a message is given up.
  static let tries = 6

  /// Reads a page of somebody's pulse; nil for one that is no message.
  init?(_ page: Page) {
    let parts = page.source.path.components.map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 4, parts[0] == "personal", parts[1] == "pulse", let fields = page.source.fields,
      let state = fields["delivery"]?.text.flatMap(State.init)
    else { return nil }
    path = page.source.path
    person = fields["to"]?.text ?? parts[2]
    title = page.source.title
    severity = fields["severity"]?.text ?? "medium"
    group = fields["group"]?.text
    digest = fields["digest"]?.text
    alert = fields["alert"]?.text ?? ""
    text = page.source.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    queuedAt = fields["queued_at"]?.text.flatMap { Instant(iso: $0) }
    notBefore = fields["not_before"]?.text.flatMap { Instant(iso: $0) }
    self.state = state
    attempts = fields["attempts"]?.text.flatMap { Int($0) } ?? 0
    claimedUntil = fields["claimed_until"]?.text.flatMap { Instant(iso: $0) }
  }

  /// The same on every try.
  var key: String { "\(person)/\(path.stem)" }

  /// Messages with the same bundle go out as one.
  var bundle: String {
    if let digest { return "\(person) digest \(digest)" }
    return group.map { "\(person) group \($0)" } ?? key
  }

  /// Whether it is to be sent now.
  func isDue(_ now: Instant) -> Bool {
    guard attempts < Self.tries else { return false }
    switch state {
    case .queued, .failed: return notBefore.map { $0.seconds <= now.seconds } ?? true
    case .sending, .delivered, .uncertain: return false
    }
  }

  /// Whether somebody began to send it and was never heard of again.
  func isAbandoned(_ now: Instant) -> Bool {
    state == .sending && (claimedUntil.map { $0.seconds <= now.seconds } ?? true)
  }

  /// One message of one or more.
  static func outgoing(_ bundle: [OutboxMessage], address: String?, now: Instant) -> OutgoingMessage {
    let first = bundle[0]
    let order = TriggerRule.Severity.allCases.map(\.rawValue)
    let severity =
      bundle.map(\.severity).max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) } ?? first.severity
    let subject = bundle.count == 1 ? first.title : "\(bundle.count) alerts: \(first.title) and more"
    let text = bundle.count == 1 ? first.text : bundle.map { "## \($0.title)\n\n\($0.text)" }.joined(separator: "\n")
    return OutgoingMessage(
      key: bundle.map(\.key).joined(separator: "+"), to: first.person, address: address, subject: subject, text: text,
      severity: severity, date: TriggerMessage.mailDate(first.queuedAt ?? now))
  }
}
