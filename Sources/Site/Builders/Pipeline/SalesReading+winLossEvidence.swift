internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The records behind wins and losses of one feature, line by line, all deals last.
  func winLossEvidencePage(_ comparison: WinLossNumbers.Comparison) -> EvidencePage {
    let feature = comparison.feature
    var tabs: [Tab] = []
    var proofs: [MetricProof] = []
    func add(_ line: WinLoss.Line, _ now: WinLoss.Line?, _ name: String, place: String?) {
      func anchor(_ figure: WinLossFigure, _ isQuarter: Bool = false) -> String {
        place.map { "\($0)-\(figure.rawValue)\(isQuarter ? "-quarter" : "")" }
          ?? winLossAnchor(line.key, figure, isQuarter: isQuarter)
      }
      var isFirst = true
      func proof(_ metric: Metric, _ title: String, _ anchor: String) {
        guard metric.n + metric.unknown > 0 else { return }
        if isFirst { tabs.append(Tab(text: name, anchor: anchor)) }
        isFirst = false
        proofs.append(self.proof(metric, title: "\(name): \(title)", anchor: anchor, factors: []))
      }
      let period = MetricWords.spoken(comparison.year.period.name)
      for figure in WinLossFigure.shown(feature) {
        proof(figure.metric(line), "\(figure.title.lowercased()), \(period)", anchor(figure))
      }
      guard let now else { return }
      proof(now.rate, "won, \(MetricWords.name(comparison.quarter.period))", anchor(.rate, true))
    }
    for line in comparison.year.lines {
      add(line, comparison.quarterLine(line.key), winLossName(line, feature), place: nil)
    }
    add(comparison.year.all, comparison.quarter.all, "All deals", place: "all")
    return EvidencePage(
      head: PageHead(
        title: feature == .reason ? "Won and lost by reason" : "Won and lost by competitor", kicker: "Evidence",
        headIcon: "pipeline",
        lede: "What the figures of all pipelines are made from. "
          + "\(site.builtFrom), by what \(site.visible.audienceTitle) may see.",
        crumbs: [
          Crumb(text: "Pipeline", href: Href("/pipeline/")),
          Crumb(text: "Won and lost", href: Href(Self.outcomesAddress)),
        ]),
      tabs: tabs.count > 12 ? [] : tabs, proofs: proofs)
  }
}
