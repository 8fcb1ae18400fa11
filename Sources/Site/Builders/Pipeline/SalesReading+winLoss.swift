internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The page of wins and losses.
  static let outcomesAddress = "/pipeline/outcomes/"

  /// Why deals were won and lost, and against whom.
  func outcomesPage(_ winLoss: WinLossNumbers) -> OutcomesPage {
    OutcomesPage(
      head: PageHead(
        title: "Won and lost", kicker: "Pipeline", headIcon: "pipeline",
        lede: "Why deals were won and lost, and against whom; each figure opens its deals.",
        crumbs: [Crumb(text: "Pipeline", href: Href("/pipeline/"))]),
      winLoss: winLossSection(winLoss, site.metrics.numbers))
  }

  /// Wins and losses by reason and by competitor.
  private func winLossSection(_ winLoss: WinLossNumbers, _ numbers: PipelineNumbers) -> WinLossSection {
    WinLossSection(
      winLossTitle: "By reason and by competitor",
      winLossPeriod: "\(MetricWords.spoken(winLoss.year.name)), all pipelines",
      comparisons: winLoss.comparisons.map { comparison in
        let rows = comparison.year.lines.map { line in
          WinLossDrawing.Row(name: winLossName(line, comparison.feature), won: line.won.n, lost: line.lost.n)
        }
        return OutcomeComparison(
          chart: WinLossDrawing(rows).chart(comparison.feature == .reason ? "By reason" : "By competitor"),
          table: winLossTable(comparison, numbers))
      })
  }

  /// The reason or competitor of a line.
  func winLossName(_ line: WinLoss.Line, _ feature: WinLoss.Feature) -> String {
    switch (feature, line.key) {
    case (.reason, let code?): Slug.title(of: code)
    case (.reason, nil): "No reason noted"
    case (.competitor, let slug?): site.index.battlecards[slug]?.competitor ?? Slug.title(of: slug)
    case (.competitor, nil): "No competitor noted"
    }
  }

  /// The page of evidence of a feature.
  func winLossAddress(_ feature: WinLoss.Feature) -> String { "/pipeline/evidence/all/\(feature.rawValue)/" }

  /// The place of a figure on that page.
  func winLossAnchor(_ key: String?, _ figure: WinLossFigure, isQuarter: Bool = false) -> String {
    // Codes begin with "of-", so that no code is taken for the line without one.
    "\(key.map { "of-\(anchor($0))" } ?? "none")-\(figure.rawValue)\(isQuarter ? "-quarter" : "")"
  }

  private func winLossTable(_ comparison: WinLossNumbers.Comparison, _ numbers: PipelineNumbers) -> DataTable {
    let (feature, all) = (comparison.feature, comparison.year.all)
    let quarter = numbers.quarter.map(MetricWords.name) ?? ""
    let isReason = feature == .reason
    let rows = comparison.year.lines.map { line in
      let card = isReason ? nil : line.key.flatMap { site.index.battlecards[$0] }
      return [
        SalesTable.text(
          winLossName(line, feature), target: card.flatMap { site.addresses.href($0.source.path) })
      ] + cells(line, comparison)
    }
    let totals =
      [SalesTable.text("All deals")]
      + WinLossFigure.shown(feature).map { figure in
        winLossCell(figure.metric(all), Href(winLossAddress(feature), fragment: "all-\(figure.rawValue)"))
      }
      + [
        winLossCell(
          WinLossFigure.rate.metric(comparison.quarter.all),
          Href(winLossAddress(feature), fragment: "all-rate-quarter"))
      ]
    return SalesTable.table(
      isReason ? "Won and lost by reason" : "Won and lost by competitor", anchor: "win-loss-\(feature.rawValue)",
      countText: isReason
        ? "\(Format.count(all.n, "deal")) closed"
        : "a deal against several counts for each of them; \(Format.count(all.n, "deal")) closed",
      columns: [SalesTable.column(isReason ? "Reason" : "Competitor")]
        + WinLossFigure.shown(feature).map { SalesTable.column($0.title, number: true) }
        + [SalesTable.column("Won, \(quarter)", number: true)],
      rows: rows, totals: totals,
      empty: ("Nothing closed", "No deal was won or lost in \(MetricWords.spoken(comparison.year.period.name))."))
  }

  private func cells(_ line: WinLoss.Line, _ comparison: WinLossNumbers.Comparison) -> [Cell] {
    let page = winLossAddress(comparison.feature)
    let now = comparison.quarterLine(line.key)
    return WinLossFigure.shown(comparison.feature).map { figure in
      winLossCell(figure.metric(line), Href(page, fragment: winLossAnchor(line.key, figure)))
    } + [
      now.map {
        winLossCell($0.rate, Href(page, fragment: winLossAnchor(line.key, .rate, isQuarter: true)))
      } ?? SalesTable.nothing()
    ]
  }

  /// A figure that leads to its records; a count of nothing has none to lead to.
  private func winLossCell(_ metric: Metric, _ proof: Href) -> Cell {
    let key = metric.ratio.map { $0.fraction.rounded.text } ?? metric.number.map { $0.rounded.text }
    if MetricWords.isUnknown(metric) { return Cell(label: "", text: MetricWords.short(metric), isUnknown: true) }
    if metric.n == 0, metric.unknown == 0 { return Cell(label: "", text: "–", sortKey: "0") }
    let remark: String? =
      metric.ratio != nil && metric.n >= Metric.smallNumber
      ? MetricWords.sample(metric) : metric.unknown > 0 ? "\(metric.unknown) unknown" : nil
    // Lines break between amounts, never within one.
    let text = MetricWords.values(metric).map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " · ")
    return Cell(
      label: "", text: text, sortKey: key ?? String(metric.n), target: proof, remark: remark)
  }
}
