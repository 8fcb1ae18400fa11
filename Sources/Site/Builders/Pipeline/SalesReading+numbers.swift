internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The page of evidence of a group of figures.
  func evidenceAddress(_ lane: NumbersLane, _ slug: String) -> String {
    "/pipeline/evidence/\(anchor(lane.id))/\(anchor(slug))/"
  }

  /// The place of a figure of this quarter, or of the last, on its page of evidence.
  func proofAnchor(_ figure: NumbersLane.Figure, isBefore: Bool = false) -> String {
    anchor(figure.anchor) + (isBefore ? "-before" : "")
  }

  /// The place of a workflow's figures on the page of the pipeline.
  func numbersAnchor(_ lane: NumbersLane) -> String { "numbers-\(anchor(lane.id))" }

  /// What concerns targets; says so when there is no data.
  func targetSection(_ numbers: PipelineNumbers) -> NumbersSection {
    guard let lane = numbers.target, let quarter = numbers.quarter else {
      return NumbersSection(
        anchor: "numbers-all", numbersTitle: "Quarter", periodText: "no data", groups: [], funnel: nil, charts: [],
        waterfall: nil)
    }
    return NumbersSection(
      anchor: numbersAnchor(lane), numbersTitle: MetricWords.name(quarter), periodText: progress(quarter),
      groups: groups(lane, numbers), funnel: nil, charts: [], waterfall: nil)
  }

  /// The figures of one workflow.
  func numbersSection(_ lane: NumbersLane, _ numbers: PipelineNumbers) -> NumbersSection {
    let period = numbers.quarter.map(MetricWords.name) ?? ""
    return NumbersSection(
      anchor: numbersAnchor(lane), numbersTitle: "\(lane.title) in \(period)",
      periodText: numbers.before.map { "beside \(MetricWords.name($0))" } ?? "", groups: groups(lane, numbers),
      funnel: funnelTable(lane, numbers), charts: waterfallCharts(lane, period),
      waterfall: waterfallTable(lane, period))
  }

  /// "day 54 of 92".
  private func progress(_ quarter: MetricPeriod) -> String {
    "day \(today.days(since: quarter.start) + 1) of \(quarter.length), \(Format.day(quarter.start)) to "
      + Format.day(quarter.end.adding(days: -1))
  }

  private func groups(_ lane: NumbersLane, _ numbers: PipelineNumbers) -> [MetricGroup] {
    lane.groups.map { group in
      MetricGroup(
        groupTitle: group.title,
        tiles: group.figures.map { tile($0, on: evidenceAddress(lane, group.slug), numbers) })
    }
  }

  private func tile(_ figure: NumbersLane.Figure, on page: String, _ numbers: PipelineNumbers) -> MetricTile {
    MetricTile(
      label: figure.label, values: MetricWords.values(figure.now),
      proof: Href(page, fragment: proofAnchor(figure)), isUnknown: MetricWords.isUnknown(figure.now),
      sample: MetricWords.sample(figure.now),
      before: figure.before.flatMap { metric in
        numbers.before.map { period in
          Link(
            text: "\(MetricWords.name(period)): \(MetricWords.short(metric))",
            href: Href(page, fragment: proofAnchor(figure, isBefore: true)))
        }
      })
  }

  private func funnelTable(_ lane: NumbersLane, _ numbers: PipelineNumbers) -> DataTable {
    let (now, then) = (numbers.quarter.map(MetricWords.name) ?? "", numbers.before.map(MetricWords.name) ?? "")
    let page = evidenceAddress(lane, "stages")
    func cell(_ figure: NumbersLane.Figure, isBefore: Bool = false) -> Cell {
      guard let metric = isBefore ? figure.before : figure.now else { return SalesTable.nothing() }
      return Cell(
        label: "", text: MetricWords.isUnknown(metric) ? "–" : MetricWords.short(metric),
        target: Href(page, fragment: proofAnchor(figure, isBefore: isBefore)),
        remark: MetricWords.isUnknown(metric) ? nil : MetricWords.sample(metric))
    }
    return SalesTable.table(
      "\(lane.title): funnel", anchor: "\(numbersAnchor(lane))-funnel", countText: "visits that ended in the quarter",
      columns: [
        SalesTable.column("Stage", sorts: false), SalesTable.column("Advanced, \(now)", number: true, sorts: false),
        SalesTable.column(then, number: true, sorts: false),
        SalesTable.column("Days, median", number: true, sorts: false),
        SalesTable.column("Days, mean", number: true, sorts: false),
        SalesTable.column("Median, \(then)", number: true, sorts: false),
        SalesTable.column("There now", number: true, sorts: false),
      ],
      rows: lane.funnel.map { stage in
        [
          SalesTable.text(stage.stage.name), cell(stage.conversion), cell(stage.conversion, isBefore: true),
          cell(stage.median), cell(stage.mean), cell(stage.median, isBefore: true),
          Cell(
            label: "", text: Format.grouped(stage.unfinished), sortKey: String(stage.unfinished),
            target: Href("/pipeline/", fragment: "\(anchor(lane.id))-\(anchor(stage.stage.id))")),
        ]
      },
      empty: ("No stages", "The workflow has no open stage."))
  }
}
