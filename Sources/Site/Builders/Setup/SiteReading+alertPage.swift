internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The page of an alert with what made it fire.
  func alertPage(_ alert: Alert, _ href: Href, _ shelf: SetupShelf) -> AlertPage {
    let rule = alert.rule.flatMap { shelf.rules[$0] }
    let ruleName = rule?.rule.name ?? alert.rule.map { Slug.title(of: $0) } ?? "Unknown rule"
    let about = alert.subject.map { subject($0) }
    let item = shelf.sales.alertItems([alert]).first
    let readings = alert.values.map { value in
      AlertReading(
        name: Slug.title(of: value.name), value: Self.reading(value.value),
        threshold: rule.flatMap { RuleWords.threshold(value.name, in: $0.rule) })
    }
    return AlertPage(
      head: PageHead(
        title: about.map { "\(ruleName): \(alert.subject.flatMap { index.deals[$0]?.name } ?? $0.text)" } ?? ruleName,
        kicker: "Alert", headIcon: "alert",
        crumbs: [Crumb(text: "Pulse", href: Href("/pulse/"))],
        badges: [SalesWords.severity(alert.severity), SalesWords.alertState(alert.state)],
        people: [item?.assignee].compactMap(\.self), actions: pageActions(alert.source, at: href.path)),
      factGroups: [alertFacts(alert, about: about)], reason: Self.reason(readings),
      rule: Link(text: ruleName, href: rule?.page ?? Href(href.path, fragment: "why")), readings: readings,
      quotes: alert.evidence.compactMap { quote($0, on: href) }, records: alert.evidence.compactMap { record($0) },
      actionsTaken: actionsTaken(alert), actionsWaiting: alert.waiting.map(RuleWords.action),
      created: alert.done.compactMap { created($0) },
      suggestedPlay: suggestedPlay(alert), commands: commands(alert), provenance: provenance(alert.source))
  }

  private func alertFacts(_ alert: Alert, about: (text: String, href: Href?)?) -> FactGroup {
    var facts = [
      Fact(label: "About", values: about.map { [FactValue(value: $0.text, target: $0.href)] } ?? []),
      Fact(
        label: "State",
        values: alert.state.map { _ in
          let badge = SalesWords.alertState(alert.state)
          return [FactValue(value: badge.text, tone: badge.tone)]
        } ?? []), textFact("Fired", alert.firedAt.map(Format.instant)),
    ]
    if alert.acknowledgedAt != nil || alert.acknowledgedBy != nil {
      facts.append(textFact("Acknowledged", alert.acknowledgedAt.map(Format.instant)))
      facts.append(peopleFact("By", alert.acknowledgedBy.map { [$0] } ?? []))
    }
    if alert.resolvedAt != nil { facts.append(textFact("Resolved", alert.resolvedAt.map(Format.instant))) }
    if let verdict = alert.verdict { facts.append(textFact("Verdict", Slug.title(of: verdict.rawValue))) }
    return FactGroup(groupTitle: "Alert", facts: facts)
  }

  /// "Health score 39.9, below 40; no activity 38, above 30".
  private static func reason(_ readings: [AlertReading]) -> String {
    if readings.isEmpty { return "No values are on file." }
    return readings.enumerated().map { number, reading in
      let name = number == 0 ? reading.name : reading.name.lowercased()
      return "\(name) \(reading.value)\(reading.threshold.map { ", \($0)" } ?? "")"
    }.joined(separator: "; ") + "."
  }

  private static func reading(_ text: String) -> String {
    if let day = WorkspaceModel.Day(iso: text) { return Format.day(day) }
    return text.contains("_") && !text.contains(" ") ? Slug.title(of: text) : text
  }

  /// Words of a record that the reader may see; a quote from elsewhere would say what is hidden.
  private func quote(_ evidence: Alert.Evidence, on href: Href) -> Quote? {
    let path = RepoPath(evidence.path)
    guard let words = evidence.quote, let record = index.records[path], let page = addresses.href(path) else {
      return nil
    }
    var saidOn: Day?
    if let interaction = record as? Interaction { saidOn = interaction.occurredAt.map { Day($0.day) } }
    return Quote(words: words, source: Link(text: qualifiedTitle(record), href: page), saidOn: saidOn)
  }

  /// A record without words, as far as the reader may see it.
  private func record(_ evidence: Alert.Evidence) -> AlertRecord? {
    let path = RepoPath(evidence.path)
    guard evidence.quote == nil, let page = addresses.href(path) else { return nil }
    let title = index.records[path].map { qualifiedTitle($0) } ?? path.stem
    let commit = evidence.commit.flatMap { short in
      changes.timeline.commits.firstIndex { $0.id.hasPrefix(short) }.map { (short, changes.page(of: $0)) }
    }
    return AlertRecord(
      record: Link(text: title, href: page), remark: evidence.note, commitText: commit?.0, commitPage: commit?.1)
  }

  /// What was done, with whom it reached and when; the bare names where an alert tells no more.
  private func actionsTaken(_ alert: Alert) -> [String] {
    let told = Set(alert.done.map(\.action))
    let done = alert.done.map { done in
      let action = done.action == "route" ? "Told by the team's route" : RuleWords.action(done.action)
      let to = done.to.map { ", to \(personName($0))" } ?? ""
      return "\(action)\(to)\(done.at.map { ", \(Format.instant($0))" } ?? "")"
    }
    return done + alert.actions.filter { !told.contains($0) }.map(RuleWords.action)
  }

  private func created(_ done: Alert.Done) -> Link? {
    guard let path = done.path.map({ RepoPath($0) }), let page = addresses.href(path),
      let record = index.records[path], ["create_task", "update_forecast"].contains(done.action)
    else { return nil }
    return Link(text: record.title, href: page)
  }

  /// The play of the stage that the deal stands in.
  private func suggestedPlay(_ alert: Alert) -> Link? {
    guard let deal = alert.subject.flatMap({ index.deals[$0] }), let stage = deal.stage,
      let play = workspace.workflow(for: deal).stage(stage)?.play, let playbook = index.playbooks[play],
      let href = addresses.href(playbook.source.path)
    else { return nil }
    return Link(text: playbook.title, href: href)
  }

  private func commands(_ alert: Alert) -> [CommandLine] {
    guard alert.isOpen else { return [] }
    let id = alert.source.slug
    var lines: [CommandLine] = []
    if alert.state != .acknowledged {
      lines.append(CommandLine(purpose: "Acknowledge", line: "fieldbook alerts ack \(id)"))
    }
    lines.append(CommandLine(purpose: "Close as noise", line: "fieldbook alerts resolve \(id) --verdict noise"))
    if let rule = alert.rule, Slug.isValid(rule) {
      let account = alert.subject?.split(separator: "/").first.map(String.init).flatMap { index.customers[$0]?.slug }
      let about = account.map { " --account \($0)" } ?? ""
      lines.append(
        CommandLine(purpose: "Silence for two weeks", line: "fieldbook alerts silence \(rule)\(about) --for 14d"))
    }
    return lines
  }
}
