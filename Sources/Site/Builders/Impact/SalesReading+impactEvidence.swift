internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The records behind the series of a workflow, the newest quarter first.
  func impactEvidencePage(_ id: String) -> EvidencePage {
    var proofs: [MetricProof] = []
    var tabs: [Tab] = []
    for lane in site.metrics.impact?.lanes ?? [] where lane.workflow.workflowID == id {
      for series in lane.series {
        let title = ImpactWords.title(series.measure)
        if let newest = series.points.last {
          tabs.append(Tab(text: title, anchor: impactAnchor(series.measure, newest.period)))
        }
        proofs += series.points.reversed().flatMap { self.proofs($0, series, title, id) }
        guard let baseline = series.baseline else { continue }
        tabs.append(Tab(text: "\(title), baseline", anchor: baselineAnchor(series.measure)))
        proofs.append(
          proof(
            baseline.value, title: "\(title), own baseline", anchor: baselineAnchor(series.measure), factors: []))
      }
    }
    let title = site.metrics.impact?.lanes.first { $0.workflow.workflowID == id }?.workflow.title ?? id
    return evidencePage("Impact, \(title)", of: title, tabs, proofs)
  }

  private func proofs(
    _ point: QuarterSeries.Point, _ series: QuarterSeries, _ title: String, _ lane: String
  ) -> [MetricProof] {
    let (name, measure) = (MetricWords.name(point.period), series.measure)
    let place = impactAnchor(measure, point.period)
    let value = proof(
      point.value, title: "\(title), \(name)\(coverage(point.coverage).map { ", \($0)" } ?? "")", anchor: place,
      factors: [])
    guard let mean = point.mean else { return [value] }
    let page = impactEvidence(lane)
    return [
      value,
      MetricProof(
        anchor: "\(place)-mean", proofTitle: "\(title), mean of the quarters before \(name)",
        version: "\(point.value.definition.id)_naive_mean, version 1",
        definition: "Mean of the values of all full quarters before \(name), each counting once.",
        exact: ImpactWords.figure(mean.number, measure), isUnknown: false,
        sample: "\(Format.count(mean.quarters.count, "quarter")), n = \(mean.n)", workings: [],
        factors: mean.quarters.reversed().map { quarter in
          let value = series.points.last { $0.period == quarter }.map { ": \(MetricWords.short($0.value))" }
          return Link(
            text: MetricWords.name(quarter) + (value ?? ""), href: Href(page, fragment: impactAnchor(measure, quarter)))
        }, records: nil, leftOut: nil),
    ]
  }

  /// What forecasts, the naive ones and their quarters are made from, the newest quarter first.
  func forecastEvidencePage() -> EvidencePage {
    var proofs: [MetricProof] = []
    var tabs: [Tab] = []
    for quarter in (site.metrics.impact?.forecasts ?? []).reversed() {
      let name = MetricWords.name(quarter.period)
      tabs.append(Tab(text: name, anchor: forecastAnchor(quarter, "accuracy")))
      let parts: [(String, String, Metric?)] = [
        ("accuracy", "Forecast accuracy, \(name)", quarter.accuracy),
        ("actual", "What \(name) brought", quarter.actual),
        ("weighted", "Weighted pipeline on the eve of \(name)", quarter.naive[.weighted]),
        ("repeated", "What the quarter before \(name) brought", quarter.naive[.repeated]),
      ]
      proofs += parts.compactMap { part, title, metric in
        metric.map {
          proof($0, title: title, anchor: forecastAnchor(quarter, part), factors: [], addsUp: part != "accuracy")
        }
      }
    }
    return evidencePage("Impact, forecast accuracy", of: "all deals", tabs, proofs)
  }

  private func evidencePage(_ title: String, of whole: String, _ tabs: [Tab], _ proofs: [MetricProof]) -> EvidencePage {
    EvidencePage(
      head: PageHead(
        title: title, kicker: "Evidence", headIcon: "pipeline",
        lede:
          "What the figures of \(whole) are made from. \(site.builtFrom), by what \(site.visible.audienceTitle) may see.",
        crumbs: [
          Crumb(text: "Pipeline", href: Href("/pipeline/")),
          Crumb(text: "Business impact", href: Href("/pipeline/impact/")),
        ]),
      tabs: tabs.count > 12 ? [] : tabs, proofs: proofs)
  }
}
