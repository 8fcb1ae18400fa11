internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The rules of the workspace on one page, and a page for each file of somebody's own.
  func rulePlan(_ shelf: SetupShelf) -> [PlannedPage] {
    var files: [String: [RuleFile]] = [:]
    for file in workspace.ruleFiles {
      if let href = addresses.href(file.source.path) { files[href.path, default: []].append(file) }
    }
    return files.keys.sorted().compactMap { address in
      let list = files[address] ?? []
      guard address != "/rules/" || shelf.documents.layout.has(address) else { return nil }
      return PlannedPage(address, .rules, source: list.first?.source.path) { $0.rulesPage(list, address, shelf) }
    }
  }

  private func rulesPage(_ files: [RuleFile], _ address: String, _ shelf: SetupShelf) -> RulesPage {
    let order = TriggerRule.Severity.allCases
    let rules = files.flatMap(\.rules).enumerated().sorted { left, right in
      let first = left.element.severity.flatMap { order.firstIndex(of: $0) } ?? -1
      let second = right.element.severity.flatMap { order.firstIndex(of: $0) } ?? -1
      return first != second ? first > second : left.offset < right.offset
    }.map(\.element)
    let isShared = address == "/rules/"
    let person = isShared ? nil : files.first?.source.slug
    let items = rules.map { ruleItem($0, shelf) }
    return RulesPage(
      head: PageHead(
        title: person.map { "Rules of \(personName($0))" } ?? "Rules", kicker: isShared ? "Workspace" : "Personal",
        headIcon: "rule", lede: "What fires, when, and who hears of it.",
        crumbs: isShared
          ? [] : shelf.documents.layout.has("/rules/") ? [Crumb(text: "Rules", href: Href("/rules/"))] : [],
        people: person.map { [self.person($0)] } ?? []),
      toc: items.map { Heading(text: $0.title, anchor: $0.anchor, isNested: false) }, rules: items,
      silences: silenceTable(files), routes: routeTable(files), provenance: provenanceOrNone(files.first?.source))
  }

  private func ruleItem(_ rule: TriggerRule, _ shelf: SetupShelf) -> RuleItem {
    var facts = [
      peopleFact("Owner", rule.owner.map { [$0] } ?? []),
      textFact("Once per", rule.key.map { Slug.title(of: $0).lowercased() }),
      textFact("Quiet afterwards", rule.cooldown.map(RuleWords.span)),
    ]
    if let review = rule.reviewBy, review < today {
      facts.append(
        Fact(label: "Review by", values: [FactValue(value: Format.day(review), remark: "overdue")]))
    } else {
      facts.append(dayFact("Review by", rule.reviewBy))
    }
    let alerts = shelf.alertsOf[rule.id] ?? []
    facts += ruleProof(alerts)
    return RuleItem(
      anchor: shelf.sales.anchor(rule.id), title: rule.name ?? Slug.title(of: rule.id),
      severity: SalesWords.severity(rule.severity), sentence: RuleWords.sentence(rule), keywords: rule.phrases,
      conditions: RuleWords.conditions(rule), actions: rule.actions.map(RuleWords.action), facts: facts,
      record: ruleRecord(alerts), unknowns: unknowns(rule), backTest: backTest(rule),
      testCommand: "fieldbook triggers backtest \(rule.id) --save")
  }

  /// "Fired 3 times in 90 days, 2 useful".
  private func ruleRecord(_ alerts: [Alert]) -> String {
    let recent = alerts.filter { alert in
      guard let day = alert.firedAt?.day else { return false }
      return (0...90).contains(today.days(since: day))
    }
    guard !recent.isEmpty else { return "Not fired in 90 days" }
    let times = recent.count == 1 ? "once" : "\(recent.count) times"
    let verdicts = [("useful", Alert.Verdict.useful), ("noise", .noise), ("duplicate", .duplicate)].compactMap {
      word, verdict in
      let count = recent.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(word)" : nil
    }
    let unjudged = recent.count { $0.verdict == nil }
    let judged = verdicts + (unjudged > 0 ? ["\(unjudged) not judged"] : [])
    return "Fired \(times) in 90 days, \(judged.joined(separator: ", "))"
  }

  private func silenceTable(_ files: [RuleFile]) -> DataTable {
    let silences = files.flatMap(\.silences).filter { ($0.until ?? today) >= today }
    return SalesTable.table(
      "Silences in force", anchor: "silence-table", hidesCaption: true,
      countText: Format.count(silences.count, "silence"),
      columns: [
        SalesTable.column("About"), SalesTable.column("Until"), SalesTable.column("By"),
        SalesTable.column("Reason", sorts: false),
      ],
      rows: silences.map { silence in
        [
          silenceCell(silence),
          silence.until == nil ? SalesTable.text("No end") : SalesTable.day(silence.until),
          SalesTable.text(silence.by.map(personName), target: silence.by.flatMap(addresses.person)),
          SalesTable.text(silence.reason),
        ]
      },
      empty: ("No silences", "Nothing is kept quiet at present."))
  }

  private func silenceCell(_ silence: RuleFile.Silence) -> Cell {
    if silence.matches.isEmpty { return SalesTable.text("Everything") }
    let mentions = silence.matches.map { match -> (text: String, href: Href?) in
      ["account", "customer", "deal"].contains(match.name)
        ? subject(match.value) : ("\(Slug.title(of: match.name)): \(match.value)", nil)
    }
    return SalesTable.text(
      mentions.map(\.text).joined(separator: ", "), target: mentions.count == 1 ? mentions[0].href : nil)
  }

  private func routeTable(_ files: [RuleFile]) -> DataTable {
    let routes = files.flatMap { $0.source.fields?["routes"]?.items ?? [] }
    return SalesTable.table(
      "Who hears of what", anchor: "route-table", hidesCaption: true, countText: Format.count(routes.count, "route"),
      columns: [
        SalesTable.column("Alerts", sorts: false), SalesTable.column("Go to", sorts: false),
        SalesTable.column("Together by", sorts: false), SalesTable.column("After", sorts: false),
      ],
      rows: routes.map { route in
        let groups = (route["group_by"]?.items ?? []).compactMap(\.text)
        let isDefault = route["default"]?.text == "true"
        return [
          SalesTable.text(
            route["severity"]?.text.map { Slug.title(of: $0) } ?? (isDefault ? "All others" : "All")),
          SalesTable.text(route["to"]?.text.map(RuleWords.receiver)),
          groups.isEmpty ? SalesTable.nothing() : SalesTable.text(groups.joined(separator: ", ")),
          route["wait"]?.text.map { SalesTable.text(RuleWords.span($0)) } ?? SalesTable.nothing(),
        ]
      },
      empty: ("No routes", "Alerts go to the owner of the account."))
  }
}
