internal import Diagnostics
internal import WorkspaceModel

/// What one person is told of an episode: a page of their own pulse, and what the delivery sends.
struct Message {
  let path: RepoPath
  let person: String
  let action: String
  let rule: Rule
  let episode: Episode
  /// "daily" or "weekly", when it may wait for the others.
  let digest: String?
  let notBefore: Instant
  /// Customer whose messages go together.
  let groupBy: String?

  /// The file.
  func text(_ facts: FactReading, _ now: Instant) -> String {
    let account = facts.customers[episode.subject.account]?.name ?? episode.subject.account
    let deal = episode.subject.deal.flatMap { facts.deals["\(episode.subject.account)/\($0)"]?.name }
    let about = deal ?? account
    let title = "\(rule.title): \(about)"
    var lines = [
      "---", "title: \(YAMLText.quoted(title))", "to: \(YAMLText.scalar(person))", "rule: \(YAMLText.scalar(rule.id))",
      "alert: \(YAMLText.scalar(episode.path.description))", "action: \(action)",
      "severity: \(episode.severity.rawValue)",
      "delivery: queued", "queued_at: \(now.iso)", "not_before: \(notBefore.iso)",
    ]
    if let digest { lines.append("digest: \(digest)") }
    if let groupBy { lines.append("group: \(YAMLText.scalar(groupBy))") }
    lines += ["---", ""]
    let folder = path.parent.description
    let values = episode.values.map { "\(MarkdownText.escaped($0.name)) \(MarkdownText.escaped($0.value))" }
    if !values.isEmpty { lines += ["Fired because of: \(values.joined(separator: ", ")).", ""] }
    lines += episode.evidence.map {
      MarkdownText.bullet(quote: $0.quote, note: $0.note, target: MarkdownText.relative($0.path, from: folder))
    }
    lines.append("")
    if action == "escalate_to_manager" { lines += ["Nobody has acknowledged it in time.", ""] }
    lines.append("Acknowledge it with `fieldbook alerts ack \(episode.id)`.")
    return lines.joined(separator: "\n") + "\n"
  }
}
