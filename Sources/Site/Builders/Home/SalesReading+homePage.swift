internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// The front page: what needs a human today, and how the pipeline stands.
  func homePage(_ boards: PipelineBoards) -> HomePage {
    let firing = site.workspace.alerts.filter { $0.state == .firing }
    let open = boards.lanes.flatMap(\.open)
    var amount = MoneySum()
    for deal in open { amount.add(deal.amount) }
    let attention = attentionPanel(open)
    let due = duePanel(open)
    let lede = [
      "\(Format.count(firing.count, "alert")) firing", "\(due.countText) due within 7 days",
      "\(attention.countText) to look at",
    ].joined(separator: ", ")
    return HomePage(
      head: PageHead(
        title: "\(Self.weekdays[today.isoWeekday - 1]), \(Format.day(today))", kicker: "Morning brief",
        headIcon: "home", lede: "\(sentenceCase(lede)).", figures: homeFigures(open, amount)),
      alerts: alertItems(firing), alertCount: "\(firing.count) firing",
      allAlerts: Link(text: "All alerts", href: allAlerts), stages: stageBars(boards),
      pipelineSummary: pipelineSummary(open, amount), board: Link(text: "Open the board", href: Href("/pipeline/")),
      panels: [attention, due, changedPanel(), stalePanel()], computedFrom: site.builtFrom)
  }

  /// Without an alert there may be no page of alerts: the empty section stands for it.
  private var allAlerts: Href { site.workspace.alerts.isEmpty ? Href("", fragment: "alerts") : Href("/pulse/") }

  private func homeFigures(_ open: [Deal], _ amount: MoneySum) -> [KeyFigure] {
    let pipeline = pipelineFigures(open, amount).filter { $0.label == "Open pipeline" || $0.label == "Commit" }
    let start = quarterStart
    var bookings = MoneySum()
    var won = 0
    var closed = 0
    for deal in site.workspace.deals {
      guard !deal.isOpen, let day = deal.closedOn, day <= today else { continue }
      if deal.isWon, day >= start { bookings.add(deal.amount) }
      if today.days(since: day) < 365 {
        closed += 1
        if deal.isWon { won += 1 }
      }
    }
    // Below ten a rate says less than the fraction (domain 2.3).
    let rate =
      closed == 0
      ? "Unknown"
      : closed < 10
        ? "\(won) of \(closed)" : Format.percent(Decimal4(tenThousandths: (won * 10_000 + closed / 2) / closed))
    return pipeline + [
      KeyFigure(
        label: "Won this quarter", value: bookings.count == 0 ? "–" : bookings.sentence ?? "Unknown",
        note: "\(Format.count(bookings.count, "deal")) since \(Format.day(start))", noteTone: "neutral",
        evidence: Href("/deals/", fragment: "closed"), isUnknown: bookings.count > 0 && bookings.sentence == nil),
      KeyFigure(
        label: "Win rate", value: rate, note: "won of closed in 365 days, by count (n = \(closed))",
        noteTone: "neutral", evidence: Href("/deals/", fragment: "closed"), isUnknown: closed == 0),
    ]
  }

  /// The first day of the fiscal quarter that today lies in.
  private var quarterStart: WorkspaceModel.Day {
    let fiscal = site.workspace.settings.fiscalYearStart
    let (year, _, _) = today.parts
    var start = today
    for offset in -4...4 {
      let months = fiscal.month - 1 + offset * 3
      let shifted = months >= 0 ? months : months + 12
      let inYear = months >= 0 ? year + shifted / 12 : year - 1
      guard
        let day = WorkspaceModel.Day(year: inYear, month: shifted % 12 + 1, day: fiscal.day)
          ?? WorkspaceModel.Day(year: inYear, month: shifted % 12 + 1, day: 28)
      else { continue }
      if day <= today { start = day }
    }
    return start
  }

  private func pipelineSummary(_ open: [Deal], _ amount: MoneySum) -> String {
    var text = Format.count(open.count, "open deal")
    guard !open.isEmpty else { return text }
    var weightedSum = MoneySum()
    for deal in open { weightedSum.add(weighted(deal, standings.standing(of: deal))) }
    if let sentence = amount.sentence { text += ", \(sentence)" }
    if amount.unknown > 0 { text += ", \(amount.unknown) without amount" }
    if let sentence = weightedSum.sentence { text += "; \(sentence) when weighted by odds" }
    return text
  }

  /// Stages of all boards by their id, in the order of the first board that has them; bars count deals.
  private func stageBars(_ boards: PipelineBoards) -> [StageBar] {
    struct Bar {
      let name: String
      let page: Href
      var deals: [Deal]
    }
    var order: [String] = []
    var bars: [String: Bar] = [:]
    for lane in boards.lanes where !lane.open.isEmpty {
      let strays = lane.strays.isEmpty ? [] : [("unknown-stage", "Unknown stage", lane.strays)]
      for (id, name, deals) in lane.sums.stages.map({ ($0.stage.id, $0.stage.name, $0.deals) }) + strays {
        if bars[id] == nil { order.append(id) }
        let page = Href("/pipeline/", fragment: columnAnchor(lane.workflow, id))
        // A bar leads to the first board on which the stage holds a deal.
        let old = bars[id]
        bars[id] = Bar(
          name: old?.name ?? name, page: old.map { $0.deals.isEmpty ? page : $0.page } ?? page,
          deals: (old?.deals ?? []) + deals)
      }
    }
    let longest = max(1, bars.values.map(\.deals.count).max() ?? 1)
    return order.compactMap { bars[$0] }.map { bar in
      var amount = MoneySum()
      for deal in bar.deals { amount.add(deal.amount) }
      return StageBar(
        stageName: bar.name, page: bar.page, countText: Format.count(bar.deals.count, "deal"),
        sums: amount.shortTexts, barWidth: String(bar.deals.count * 100 / longest), warning: warning(bar.deals))
    }
  }

  private func warning(_ deals: [Deal]) -> String? {
    let overdue = deals.count { standings.standing(of: $0).daysOverdue != nil }
    let stale = deals.count { standings.standing(of: $0).isStale == true }
    return overdue > 0 ? "\(overdue) overdue" : stale > 0 ? "\(stale) stale" : nil
  }
}
