internal import Diagnostics
internal import WorkspaceModel

/// A task that a rule gives somebody.
struct TaskText {
  let rule: Rule
  let step: RuleStep
  let episode: Episode
  let owner: String?
  let due: Day
  let on: Day
  /// Name of the person at the customer that it is about.
  let contact: String?

  /// The file.
  func text(_ facts: FactReading) -> String {
    let name = facts.customers[episode.subject.account]?.name ?? episode.subject.account
    let title = (step["title"] ?? "\(rule.title): \(name)").replacing("{contact.name}", with: contact ?? name)
      .replacing("{account.name}", with: name)
    let folder = "customers/\(episode.subject.account)/"
    var about = episode.evidence.map(\.path).filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
    if let deal = episode.subject.deal { about.insert("deals/\(deal).md", at: 0) }
    var seen: Set<String> = []
    about = about.filter { seen.insert($0).inserted && facts.workspace.paths.contains(RepoPath(folder + $0)) }
    var lines = ["---", "title: \(YAMLText.quoted(title))"]
    if let owner { lines.append("owner: \(YAMLText.scalar(owner))") }
    lines += ["due: \(due.iso)", "status: open", "priority: \(priority)"]
    if !about.isEmpty { lines.append("about: [\(about.map(YAMLText.scalar).joined(separator: ", "))]") }
    if !episode.audience.isEmpty {
      lines.append("audience: [\(episode.audience.map(YAMLText.scalar).joined(separator: ", "))]")
    }
    lines.append("origin: {kind: rule, rule: \(YAMLText.scalar(rule.id)), alert: \(YAMLText.quoted(episode.id))}")
    lines += ["created_on: \(on.iso)", "---", ""]
    lines += episode.evidence.prefix(3).map { item in
      MarkdownText.bullet(
        quote: item.quote, note: item.note, target: MarkdownText.relative(item.path, from: "\(folder)tasks"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var priority: String {
    switch rule.severity {
    case .low: "low"
    case .medium: "normal"
    case .high, .critical: "high"
    }
  }
}
