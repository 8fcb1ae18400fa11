internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// The newest accepted or proposed word about a rival on an account of theirs, in 30 days.
  private var naming: (insight: Insight, rival: Battlecard?)? {
    let found = workspace.insights.filter { insight in
      insight.kind == .competitor && insight.status != .rejected && insight.status != .superseded
        && isNearCustomer(insight.customer)
        && (insight.createdOn.map { $0 <= today && today.days(since: $0) <= 30 } ?? false)
    }
    let newest = found.max { ($0.createdOn ?? today, $1.source.path) < ($1.createdOn ?? today, $0.source.path) }
    return newest.map { ($0, rival(in: $0)) }
  }

  private static let none = "no rival was named on these accounts in the last 30 days"

  private func rival(in insight: Insight) -> Battlecard? {
    let text = ([insight.statement] + insight.evidence.compactMap(\.quote)).joined(separator: " ").lowercased()
    return workspace.battlecards.first { card in
      ([card.competitor] + card.aliases).contains { text.contains($0.lowercased()) }
    }
  }

  /// Rival, by whom, and the words.
  func named() -> SectionData {
    var section = SectionData("named", ["competitor", "contact", "quote", "title"], none: Self.none)
    guard let (insight, rival) = naming else { return section }
    let evidence = insight.evidence.first
    let path = evidence.map { RepoPath("customers/\(insight.customer)/\($0.source)") }
    let interaction = workspace.interactions.first { $0.source.path == path }
    section.add(
      interaction.map { [$0.source.path, insight.source.path] } ?? [insight.source.path],
      rival?.competitor ?? "A rival without a card",
      interaction.map(externalNames) ?? "somebody not noted", evidence?.quote ?? insight.statement,
      interaction.map { qualified($0.subject, $0.customer) } ?? customerName(insight.customer))
    return section
  }

  /// The card with its thirty-second answer.
  func card() -> SectionData {
    var section = SectionData(
      "card", ["title", "thirty_second_answer", "reviewed_on"],
      none: naming == nil ? Self.none : "there is no battlecard for this rival")
    if let card = naming?.rival {
      section.add(
        card.source.path, card.title, card.thirtySecondAnswer ?? "no answer is written yet",
        card.reviewedOn.map(ChangeFormat.day) ?? "never")
    }
    return section
  }

  /// Won, lost and open deals with the rival.
  func record() -> SectionData {
    var section = SectionData(
      "record", ["title", "outcome", "amount"], none: naming == nil ? Self.none : "no deal names this rival")
    guard let rival = naming?.rival else { return section }
    for deal in workspace.deals where deal.competitors.contains(rival.slug) {
      let outcome = deal.isOpen ? "open, \(stage(deal))" : deal.stage == "closed_won" ? "won" : "lost, \(reason(deal))"
      section.add(deal.source.path, title(deal), outcome, ReportWords.money(deal.amount))
    }
    return section
  }

  // MARK: Pipeline alert

  /// Coverage now, a week ago, and what experience asks for.
  func coverageAlert() -> SectionData {
    var section = SectionData(
      "coverage", ["team", "quarter", "after", "before", "threshold"], none: "no fiscal quarter")
    guard let quarter else { return section }
    let now = Coverage(lives, of: quarter, scope: scope)
    let past = DealLives(workspace, sources.visible.timeline, clock: MetricClock(endOf: today.adding(days: -7)))
    let before = Coverage(past, of: quarter, scope: scope).coverage
    for metric in [now.coverage, now.needed] { section.note(metric) }
    let team = request.team.map { "Team \($0)" } ?? request.person.map(name) ?? "All teams"
    section.add(
      now.coverage, team, quarter.name, ReportWords.multiple(now.coverage), ReportWords.multiple(before),
      ReportWords.multiple(Self.like(now.coverage, now.needed)))
    return section
  }

  /// A figure in the currencies and kinds of another one, where both have any.
  private static func like(_ model: Metric, _ metric: Metric) -> Metric {
    guard case .moneyRatio(let wanted) = model.value, case .moneyRatio(let all) = metric.value else { return metric }
    let same = all.filter { one in wanted.contains { $0.unit == one.unit } }
    var metric = metric
    if !same.isEmpty { metric.value = .moneyRatio(same) }
    return metric
  }

  /// Deals lost, cut or pushed in the last 28 days.
  func causes() -> SectionData {
    var section = SectionData(
      "causes", ["title", "change", "amount"], none: "no deal of this scope was lost, cut or pushed in the last 28 days"
    )
    let days = MetricPeriod.last(28, through: today)
    let waterfall = PipelineWaterfall(lives, during: days, scope: scope, closing: quarter)
    for (line, metric) in waterfall.lines where line == .lost || line == .pushedOut || line == .decreased {
      for input in metric.inputs {
        guard let deal = sources.deals[input.record] else { continue }
        section.add(deal.source.path, title(deal), ReportWords.words(line.rawValue), ReportWords.money(input.amount))
      }
    }
    return section
  }

  /// Open deals of the next quarter that might move forward, with what is missing.
  func candidates() -> SectionData {
    var section = SectionData(
      "candidates", ["title", "amount", "missing"], none: "no open deal of this scope closes in the next quarter")
    for deal in openDeals where deal.closeOn.map({ nextQuarter?.contains($0) ?? false }) ?? false {
      let missing = missing(deal)
      section.add(
        deal.source.path, title(deal), ReportWords.money(deal.amount),
        missing.isEmpty ? "nothing" : missing.joined(separator: "; "))
    }
    section.limit(8, "deal")
    return section
  }
}
