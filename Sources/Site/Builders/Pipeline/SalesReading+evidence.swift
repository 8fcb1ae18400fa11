internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The records behind a group of figures, figure by figure, this quarter before the last.
  func evidencePage(_ group: NumbersLane.FigureGroup, of lane: NumbersLane, _ numbers: PipelineNumbers) -> EvidencePage
  {
    var proofs: [MetricProof] = []
    var tabs: [Tab] = []
    for figure in group.figures {
      tabs.append(Tab(text: figure.label, anchor: proofAnchor(figure)))
      for (metric, period) in [(figure.now, numbers.quarter), (figure.before, numbers.before)] {
        guard let metric, let period else { continue }
        let isBefore = period == numbers.before
        proofs.append(
          proof(
            metric, title: "\(figure.label), \(MetricWords.name(period))",
            anchor: proofAnchor(figure, isBefore: isBefore), factors: factors(metric, lane, isBefore: isBefore)))
      }
    }
    return EvidencePage(
      head: PageHead(
        title: group.title, kicker: "Evidence", headIcon: "pipeline",
        lede: "What the figures of \(lane.id == "all" ? "all deals" : lane.title) are made from. "
          + "\(site.builtFrom), by what \(site.visible.audienceTitle) may see.",
        crumbs: [Crumb(text: "Pipeline", href: Href("/pipeline/", fragment: numbersAnchor(lane)))]),
      tabs: tabs.count > 12 ? [] : tabs, proofs: proofs, told: nil)
  }

  /// One figure with its formula and all that it rests on; records on both sides of a comparison do not add up.
  func proof(
    _ metric: Metric, title: String, anchor: String, factors: [Link], addsUp: Bool = true
  ) -> MetricProof {
    let inputs = EvidenceWords.inputs(metric)
    return MetricProof(
      anchor: anchor, proofTitle: title,
      version: "\(metric.definition.id), version \(metric.definition.version)",
      definition: MetricWords.spoken(MetricWords.sentenceCase(metric.definition.sentence)) + ".",
      exact: MetricWords.exact(metric),
      isUnknown: MetricWords.isUnknown(metric), sample: MetricWords.sample(metric, withPercent: false),
      workings: EvidenceWords.workings(metric), factors: factors,
      records: inputs.isEmpty ? nil : recordTable(inputs, title, "\(anchor)-records", addsUp: addsUp),
      leftOut: leftOutTable(metric, title, "\(anchor)-left-out"))
  }

  /// The figures that another one is made from.
  private func factors(_ metric: Metric, _ lane: NumbersLane, isBefore: Bool) -> [Link] {
    let wanted =
      switch metric.definition.id {
      case "sales_velocity": [("win-rate", "count"), ("won", "average"), ("speed", "cycle-median")]
      case "quota_pace": [("target", "attainment")]
      case "coverage", "quota_attainment": [("target", "bookings")]
      default: [(String, String)]()
      }
    return wanted.compactMap { slug, anchor in
      guard let figure = lane.figure(slug, anchor), let metric = isBefore ? figure.before : figure.now else {
        return nil
      }
      return Link(
        text: "\(figure.label): \(MetricWords.exact(metric))",
        href: Href(evidenceAddress(lane, slug), fragment: proofAnchor(figure, isBefore: isBefore)))
    }
  }
}
