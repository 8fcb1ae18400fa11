internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The boards, the forecast and what moved.
  func pipelinePage(_ boards: PipelineBoards) -> PipelinePage {
    let open = boards.lanes.flatMap(\.open)
    let numbers = site.metrics.numbers
    var amount = MoneySum()
    for deal in open { amount.add(deal.amount) }
    let tabs = boards.lanes.map { lane in
      Tab(text: lane.workflow.title, anchor: anchor(lane.workflow.workflowID), tabCount: String(lane.open.count))
    }
    return PipelinePage(
      head: PageHead(
        title: "Pipeline", kicker: "Deals", headIcon: "pipeline",
        lede: "Open deals by stage, as of \(Format.day(today)). Currencies and kinds of amount are never added up.",
        figures: pipelineFigures(open, amount),
        actions: [Link(text: "Quarter by quarter", href: Href("/pipeline/impact/"))]
          + (numbers.winLoss == nil ? [] : [Link(text: "Won and lost", href: Href(Self.outcomesAddress))])),
      tabs: boards.lanes.isEmpty
        ? []
        : [Tab(text: "Quarter", anchor: "numbers-all")] + tabs
          + (numbers.lanes.first.map { [Tab(text: "Figures", anchor: numbersAnchor($0))] } ?? [])
          + [Tab(text: "Forecast", anchor: "forecast"), Tab(text: "What moved", anchor: "movements")],
      quarter: targetSection(numbers), boards: boards.lanes.map(board),
      numbers: numbers.lanes.map { numbersSection($0, numbers) },
      forecast: forecast(open), movements: movements())
  }

  /// The four figures that the pipeline leads with.
  func pipelineFigures(_ open: [Deal], _ amount: MoneySum) -> [KeyFigure] {
    guard !open.isEmpty else { return [] }
    var commit = MoneySum()
    var overdue = 0
    for deal in open {
      let standing = standings.standing(of: deal)
      if standing.category == .commit { commit.add(deal.amount) }
      if standing.daysOverdue != nil { overdue += 1 }
    }
    return [
      KeyFigure(
        label: "Open pipeline", value: amount.sentence ?? "Unknown",
        note: Format.count(open.count, "deal") + (amount.unknown > 0 ? ", \(amount.unknown) without amount" : ""),
        noteTone: "neutral", evidence: leadEvidence("amount"), isUnknown: amount.sentence == nil),
      weightedFigure(),
      KeyFigure(
        label: "Commit", value: commit.count == 0 ? "–" : commit.sentence ?? "Unknown",
        note: Format.count(commit.count, "deal"), noteTone: "neutral",
        evidence: Href("/pipeline/", fragment: "forecast"), isUnknown: commit.count > 0 && commit.sentence == nil),
      KeyFigure(
        label: "Close date passed", value: String(overdue), note: overdue > 0 ? "still open" : nil,
        noteTone: overdue > 0 ? "urgent" : "neutral", evidence: Href("/deals/"), isUnknown: false),
    ]
  }

  /// The weighted pipeline by the odds that its evidence names, so that the page tells one figure.
  private func weightedFigure() -> KeyFigure {
    guard let metric = site.metrics.numbers.target?.figure("open", "weighted")?.now else {
      return KeyFigure(label: "Weighted by odds", value: "Unknown", noteTone: "neutral", isUnknown: true)
    }
    let parts = [("owner", "by owners"), ("observed", "as observed"), ("standard", "by stage")]
    let odds = parts.compactMap { part, words in
      let count = metric.inputs.count { $0.part == part }
      return count == 0 ? nil : "\(count) \(words)"
    }
    return KeyFigure(
      label: "Weighted by odds", value: MetricWords.values(metric).joined(separator: ", "),
      note: odds.isEmpty ? nil : "odds of \(odds.joined(separator: ", "))", noteTone: "neutral",
      evidence: leadEvidence("weighted"), isUnknown: MetricWords.isUnknown(metric))
  }

  private func leadEvidence(_ anchor: String) -> Href? {
    site.metrics.numbers.target.map { Href(evidenceAddress($0, "open"), fragment: anchor) }
  }

  private func board(_ lane: PipelineBoards.Lane) -> Board {
    var columns = lane.sums.stages.map { sum in
      column(
        sum.stage.name, columnAnchor(lane.workflow, sum.stage.id), sum.deals, sum.amount,
        odds: sum.stage.probability.map { "\(Format.percent($0)) odds" } ?? "Odds unknown")
    }
    if !lane.strays.isEmpty {
      var amount = MoneySum()
      for deal in lane.strays { amount.add(deal.amount) }
      columns.append(
        column(
          "Unknown stage", columnAnchor(lane.workflow, "unknown-stage"), lane.strays, amount, odds: "Odds unknown"))
    }
    return Board(
      boardTitle: lane.workflow.title, anchor: anchor(lane.workflow.workflowID), boardSummary: summary(lane),
      columns: columns)
  }

  /// How many cards a column of a board holds.
  private static let cardsOfAColumn = 12

  private func column(
    _ name: String, _ anchor: String, _ deals: [Deal], _ amount: MoneySum, odds: String
  ) -> BoardColumn {
    let shown = deals.prefix(Self.cardsOfAColumn)
    return BoardColumn(
      stageName: name, anchor: anchor, countText: String(deals.count), sums: amount.shortTexts, odds: odds,
      cards: shown.map { dealCard($0, onBoard: true) },
      others: shown.count == deals.count
        ? nil : Link(text: "\(deals.count - shown.count) smaller ones", href: Href("/deals/", fragment: "open")))
  }

  /// "14 open deals, 812 kEUR ARR and 96 kGBP ARR; 340 kEUR ARR weighted by the odds of each stage".
  private func summary(_ lane: PipelineBoards.Lane) -> String {
    var text = Format.count(lane.open.count, "open deal")
    guard !lane.open.isEmpty else { return text }
    if let amount = lane.sums.amount.sentence { text += ", \(amount)" }
    if lane.sums.amount.unknown > 0 { text += ", \(lane.sums.amount.unknown) without amount" }
    let overridden = lane.open.count { $0.probability != nil }
    if let weighted = lane.sums.weighted.sentence {
      text += "; \(weighted) weighted by the odds of each stage"
      if overridden > 0 { text += ", \(overridden) set by owners" }
    }
    return text
  }
}
