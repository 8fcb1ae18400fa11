internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// Cycle, win rate and forecast accuracy by quarter, beside where they began and two guesses that need no skill.
  func impactPage() -> FiguresPage {
    let impact = site.metrics.impact
    var sections: [FigureSection] = []
    // Where most is known comes first.
    let lanes = (impact?.lanes ?? []).enumerated().sorted { left, right in
      let (one, other) = (knownQuarters(left.element), knownQuarters(right.element))
      return one == other ? left.offset < right.offset : one > other
    }
    for lane in lanes.map(\.element) {
      sections += lane.series.map { seriesSection($0, of: lane, impact?.quarters) }
    }
    if let impact { sections.append(forecastSection(impact)) }
    return FiguresPage(
      head: PageHead(
        title: "Business impact", kicker: "Pipeline", headIcon: "pipeline",
        lede: "How long sales take, how many are won and how near forecasts come, quarter by quarter. "
          + "\(site.builtFrom), by what \(site.visible.audienceTitle) may see.",
        crumbs: [Crumb(text: "Pipeline", href: Href("/pipeline/"))],
        notices: [
          Notice(
            kind: "note", icon: "question", noticeTitle: "A difference is not a cause",
            explanation: "These figures say what was measured and when. Markets, prices, people and luck change too, "
              + "and nothing here tells them apart.")
        ]),
      tabs: sections.map { Tab(text: $0.sectionTitle, anchor: $0.anchor) }, intro: impactIntro(impact?.quarters),
      sections: sections.isEmpty ? [emptySection()] : sections)
  }

  private func knownQuarters(_ lane: BusinessImpact.Lane) -> Int {
    lane.series.reduce(0) { $0 + $1.points.count { $0.number != nil } }
  }

  private func impactIntro(_ quarters: RecordedQuarters?) -> [String] {
    guard let quarters, let since = quarters.since else { return [] }
    return [
      "The record of deals begins on \(Format.day(since)) and covers \(Format.count(quarters.full.count, "full quarter")). "
        + "Deals that ended before it are not in it, so that the first quarters can only have short cycles.",
      "Own baseline: the first \(QuarterSeries.baselineQuarters) full quarters on record that have a value, taken "
        + "together. Naive guesses: the last value carried forward, and the mean of all full quarters before.",
      "Hollow dots stand for fewer than \(Metric.smallNumber) deals or a quarter that is not over. "
        + "A quarter without a value leaves a gap; it is not zero.",
    ]
  }

  private func emptySection() -> FigureSection {
    FigureSection(
      anchor: "figures", sectionTitle: "Quarters", spanText: "no data", sentences: [], tiles: [], charts: [],
      tables: [
        SalesTable.table(
          "Quarters", anchor: "figures-table", hidesCaption: true, countText: "no quarters",
          columns: [SalesTable.column("Quarter"), SalesTable.column("Value")], rows: [],
          empty: ("No data", "There are no deals in this workspace yet."))
      ])
  }

  // MARK: One series

  /// The page with the records behind the series of a workflow.
  func impactEvidence(_ lane: String) -> String { "/pipeline/impact/evidence/\(anchor(lane))/" }

  /// The place of a quarter of a series on its page of evidence.
  func impactAnchor(_ measure: QuarterSeries.Measure, _ period: MetricPeriod) -> String {
    anchor("\(measure.rawValue)-\(period.name)".lowercased())
  }

  private func seriesSection(
    _ series: QuarterSeries, of lane: BusinessImpact.Lane, _ quarters: RecordedQuarters?
  ) -> FigureSection {
    let page = impactEvidence(lane.workflow.workflowID)
    let name = "\(ImpactWords.title(series.measure)), \(lane.workflow.title)"
    // What comes before the first value would be an empty stretch of the chart.
    let known = series.points.firstIndex { $0.number != nil } ?? series.points.count
    let shown = Array(series.points.dropFirst(max(0, min(known, series.points.count - 2))).suffix(Self.shownQuarters))
    let full = series.points.filter { $0.coverage == .full }
    let unknown = full.count { $0.number == nil }
    let section = anchor("\(lane.workflow.workflowID)-\(series.measure.rawValue)")
    return FigureSection(
      anchor: section, sectionTitle: name,
      spanText: Format.count(full.count, "full quarter") + (unknown > 0 ? ", \(unknown) without a value" : ""),
      sentences: sentences(series), tiles: [],
      charts: [chart(series, shown, name)].compactMap(\.self),
      tables: [seriesTable(series, shown, name, "\(section)-table", page)])
  }

  /// So many quarters are drawn and listed, the running one with them.
  private static let shownQuarters = 9

  private func sentences(_ series: QuarterSeries) -> [String] {
    guard let newest = series.newest else { return ["No full quarter is on record yet."] }
    let name = MetricWords.name(newest.period)
    guard let number = newest.number else {
      return ["\(name): \(MetricWords.values(newest.value).joined()), \(MetricWords.sample(newest.value))."]
    }
    var sentences = ["\(name): \(MetricWords.short(newest.value)), \(MetricWords.sample(newest.value))."]
    var isSmall = newest.value.n < Metric.smallNumber
    if let baseline = series.baseline, let start = baseline.number {
      let same = baseline.quarters.contains(newest.period)
      sentences.append(
        "Own baseline, \(ImpactWords.quarters(baseline.quarters)): \(MetricWords.short(baseline.value)), n = "
          + "\(baseline.value.n)."
          + (same ? "" : " \(name) was \(ImpactWords.difference(number, from: start, series.measure))."))
      isSmall = isSmall || baseline.value.n < Metric.smallNumber
    } else {
      sentences.append(
        "No own baseline yet: it takes \(QuarterSeries.baselineQuarters) full quarters with a value and one after them."
      )
    }
    let guesses = [
      ("the last value carried forward", newest.carried), ("the mean of the quarters before", newest.mean),
    ]
    let said = guesses.enumerated().compactMap { place, guess in
      guess.1.map { guess.0 + " said \(text($0, series, isMean: place == 1))" }
    }
    if !said.isEmpty { sentences.append(MetricWords.sentenceCase(said.joined(separator: ", ")) + ".") }
    if isSmall {
      sentences.append(
        "Fewer than \(Metric.smallNumber) deals stand behind one of these: too few to tell a change from chance.")
    }
    return sentences
  }

  private func chart(_ series: QuarterSeries, _ shown: [QuarterSeries.Point], _ name: String) -> LineChart? {
    let isShare = series.measure == .winRate
    let own = LineDrawing.Series(
      kind: "own", name: ImpactWords.title(series.measure), values: shown.map { $0.number?.rounded },
      texts: shown.map { point in
        point.number.map { _ in
          isShare ? MetricWords.short(point.value) : point.number?.text(places: 0) ?? ""
        }
      },
      hollow: Set(shown.indices.filter { shown[$0].value.n < Metric.smallNumber || shown[$0].coverage != .full }))
    guard own.values.contains(where: { $0 != nil }) else { return nil }
    var lines = [own]
    if let start = series.baseline?.number {
      lines.append(
        LineDrawing.Series(
          kind: "baseline", name: "Own baseline", values: shown.map { _ in start.rounded }, isDotted: false))
    }
    for (kind, words, values) in [
      ("carried", "Last value carried forward", shown.map(\.carried)),
      ("mean", "Mean of earlier quarters", shown.map(\.mean)),
    ] where values.contains(where: { $0 != nil }) {
      lines.append(
        LineDrawing.Series(kind: kind, name: words, values: values.map { $0?.number.rounded }, isDotted: false))
    }
    let told = shown.map { point in
      let value = point.number == nil ? "unknown" : MetricWords.short(point.value)
      return "\(MetricWords.name(point.period)) \(value)"
    }
    let baseline = series.baseline.map { "; own baseline \(MetricWords.short($0.value))" } ?? "; no own baseline"
    return LineDrawing(
      labels: labels(shown.map(\.period)), series: lines, top: isShare ? Decimal4(1) : nil,
      tick: { isShare ? Format.percent($0) : Format.number($0) }
    ).chart(ImpactWords.chartTitle(series.measure), reading: "\(name): \(told.joined(separator: ", "))\(baseline)")
  }

  /// "Q1" with the year where it begins.
  func labels(_ quarters: [MetricPeriod]) -> [(text: String, year: String?)] {
    var year: Substring?
    return quarters.map { quarter in
      let parts = quarter.name.split(separator: "-")
      guard parts.count == 2 else { return (quarter.name, nil) }
      let isNew = parts[0] != year
      year = parts[0]
      return (String(parts[1]), isNew ? String(parts[0]) : nil)
    }
  }

  private func seriesTable(
    _ series: QuarterSeries, _ shown: [QuarterSeries.Point], _ name: String, _ anchor: String, _ page: String
  ) -> DataTable {
    SalesTable.table(
      name, anchor: anchor, hidesCaption: true, countText: Format.count(shown.count, "quarter"),
      columns: [
        SalesTable.column("Quarter", sorts: false),
        SalesTable.column(ImpactWords.title(series.measure), number: true, sorts: false),
        SalesTable.column("Against own baseline", number: true, sorts: false),
        SalesTable.column("Last value carried forward", number: true, sorts: false),
        SalesTable.column("Mean of earlier quarters", number: true, sorts: false),
      ],
      rows: shown.reversed().map { point in
        [
          SalesTable.text(MetricWords.name(point.period), remark: coverage(point.coverage)),
          Cell(
            label: "", text: point.number == nil ? "Unknown" : MetricWords.short(point.value),
            target: Href(page, fragment: impactAnchor(series.measure, point.period)),
            remark: MetricWords.sample(point.value), isUnknown: point.number == nil),
          againstBaseline(point, series), guessCell(point.carried, series, page, isMean: false, of: point),
          guessCell(point.mean, series, page, isMean: true, of: point),
        ]
      },
      totals: series.baseline.map { baseline in
        [
          SalesTable.text("Own baseline, \(ImpactWords.quarters(baseline.quarters))"),
          Cell(
            label: "", text: MetricWords.short(baseline.value),
            target: Href(page, fragment: baselineAnchor(series.measure)), remark: MetricWords.sample(baseline.value)),
          SalesTable.blank(), SalesTable.blank(), SalesTable.blank(),
        ]
      },
      empty: ("No data", "No quarter is on record yet."))
  }

  /// The place of a series' baseline on its page of evidence.
  func baselineAnchor(_ measure: QuarterSeries.Measure) -> String { anchor("\(measure.rawValue)-baseline") }

  /// What a quarter that is not whole is called.
  func coverage(_ coverage: QuarterSeries.Coverage) -> String? {
    switch coverage {
    case .full: nil
    case .partial: "partly on record"
    case .running: "so far"
    }
  }

  private func againstBaseline(_ point: QuarterSeries.Point, _ series: QuarterSeries) -> Cell {
    guard let baseline = series.baseline, let start = baseline.number, let number = point.number else {
      return SalesTable.nothing()
    }
    if baseline.quarters.contains(point.period) { return Cell(label: "", text: "is part of it") }
    let isSmall = min(point.value.n, baseline.value.n) < Metric.smallNumber
    return Cell(
      label: "", text: ImpactWords.difference(number, from: start, series.measure),
      remark: isSmall ? "too few deals to tell" : nil)
  }

  /// What a guess said: one quarter's value as that quarter has it, a mean by itself.
  private func text(_ guess: QuarterSeries.Guess, _ series: QuarterSeries, isMean: Bool) -> String {
    let last = series.points.last { $0.period == guess.quarters.last }
    return isMean
      ? "\(ImpactWords.figure(guess.number, series.measure)) (n = \(guess.n))"
      : last.map { "\(MetricWords.short($0.value)) (n = \(guess.n))" } ?? "Unknown"
  }

  private func guessCell(
    _ guess: QuarterSeries.Guess?, _ series: QuarterSeries, _ page: String, isMean: Bool, of point: QuarterSeries.Point
  ) -> Cell {
    guard let guess, let last = guess.quarters.last else { return SalesTable.nothing(remark: "nothing before it") }
    let measure = series.measure
    let earlier = series.points.last { $0.period == last }
    let place = isMean ? "\(impactAnchor(measure, point.period))-mean" : impactAnchor(measure, last)
    let text = isMean ? nil : earlier.map { MetricWords.short($0.value) }
    return Cell(
      label: "", text: text ?? ImpactWords.figure(guess.number, measure), target: Href(page, fragment: place),
      remark: isMean
        ? "\(Format.count(guess.quarters.count, "quarter")), n = \(guess.n)"
        : "\(MetricWords.name(last)), n = \(guess.n)")
  }
}
