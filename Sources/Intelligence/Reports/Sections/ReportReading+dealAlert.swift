internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// The alert on a deal that a person has to see next.
  private var dealAlert: Alert? { openAlerts.first { deal(of: $0) != nil } }

  private static let none = "no alert on a deal is open"

  /// What happened, with the time.
  func happened() -> SectionData {
    var section = SectionData("happened", ["fired_at", "title"], none: Self.none)
    if let alert = dealAlert {
      section.add(
        alert.source.path,
        alert.firedAt.map { "\(ChangeFormat.day(clock.day(of: $0))), \($0.clock):" } ?? "At an unknown time:",
        alertTitle(alert))
    }
    return section
  }

  /// The exact words and where they stand.
  func evidence() -> SectionData {
    var section = SectionData(
      "evidence", ["title", "quote"], none: dealAlert == nil ? Self.none : "the alert names no evidence")
    let titles =
      dealAlert == nil ? [:] : Dictionary(workspace.records.map { ($0.source.path, $0.title) }) { first, _ in first }
    for entry in dealAlert?.evidence ?? [] {
      let path = RepoPath(entry.path)
      // What the audience may not see is not in its paths.
      guard workspace.paths.contains(path) else { continue }
      section.add(path, titles[path] ?? entry.path, entry.quote ?? "no words noted")
    }
    return section
  }

  /// Stage, amount, close date, next step.
  func dealFacts() -> SectionData {
    var section = SectionData(
      "deal_facts", ["title", "stage", "amount", "close_on", "next_step", "people"], none: Self.none)
    if let deal = dealAlert.flatMap({ deal(of: $0) }) {
      let people = deal.committee.map { anyName($0.contact) }
      section.add(
        deal.source.path, title(deal), stage(deal), ReportWords.money(deal.amount), deal.closeOn.map(ChangeFormat.day),
        deal.nextStep.map { "\($0.text)\($0.due.map { ", due \(ChangeFormat.day($0))" } ?? "")" } ?? "not noted",
        people.isEmpty ? "nobody noted" : people.joined(separator: ", "))
    }
    return section
  }

  /// The rule and the values at that moment.
  func why() -> SectionData {
    var section = SectionData("why", ["title", "values", "condition"], none: Self.none)
    if let alert = dealAlert {
      let rule = rule(of: alert)
      let conditions = (rule?.conditions ?? []) + [rule?.condition].compactMap(\.self) + (rule?.phrases ?? [])
      let path = workspace.ruleFiles.first { $0.rules.contains { $0.id == alert.rule } }?.source.path
      section.add(
        path ?? alert.source.path, ruleName(alert.rule), values(alert).isEmpty ? "no values noted" : values(alert),
        conditions.isEmpty ? "its condition is not on file" : conditions.joined(separator: ", "))
    }
    return section
  }

  /// The play of the deal's stage.
  func dealPlay() -> SectionData {
    play(dealAlert.flatMap { deal(of: $0) }, none: dealAlert == nil ? Self.none : "no play is written for this stage")
  }

  func play(_ deal: Deal?, none: String) -> SectionData {
    var section = SectionData("play", ["title"], none: none)
    guard let deal else { return section }
    let slug = deal.stage.flatMap { workspace.workflow(for: deal).stage($0)?.play }
    let play =
      workspace.playbooks.first { $0.slug == slug }
      ?? workspace.playbooks.first { book in deal.stage.map(book.stages.contains) ?? false }
    if let play { section.add(play.source.path, play.title) }
    return section
  }

  /// Who acts, and who takes over.
  func ownerLine() -> SectionData {
    var section = SectionData("owner_line", ["owner", "manager", "escalate_after"], none: Self.none)
    if let alert = dealAlert, let deal = deal(of: alert) {
      let manager = deal.owner.flatMap { sources.people[$0]?.manager }
      section.add(deal.source.path, name(deal.owner), name(manager), escalation(alert) ?? "one working day")
    }
    return section
  }

  /// "2bd" of "escalate_to_manager (after: 2bd, unless: acked)" in words.
  func escalation(_ alert: Alert) -> String? {
    for action in rule(of: alert)?.actions ?? [] where action.hasPrefix("escalate") {
      // "escalate_to_manager (after: 2bd, unless: acked)"
      let words = action.split { " (),".contains($0) }
      guard let place = words.firstIndex(of: "after:"), place + 1 < words.count else { continue }
      let text = words[place + 1]
      let digits = text.prefix { $0.isNumber }
      switch text.dropFirst(digits.count) {
      case "bd": return ReportWords.count(Int(digits) ?? 0, "working day")
      case "d": return ReportWords.count(Int(digits) ?? 0, "day")
      case "h": return ReportWords.count(Int(digits) ?? 0, "hour")
      default: return String(text)
      }
    }
    return nil
  }

  /// Where to acknowledge.
  func howToAck() -> SectionData {
    var section = SectionData("how_to_ack", ["path"], none: Self.none)
    if let alert = dealAlert { section.add(alert.source.path, alert.source.path.description) }
    return section
  }
}
