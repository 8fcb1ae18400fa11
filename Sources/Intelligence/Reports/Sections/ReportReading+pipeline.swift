internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Open and weighted pipeline of this quarter and the next, commit, coverage, and with goals the attainment.
  func pipeline() -> SectionData {
    var section = SectionData(
      "pipeline", ["label", "value", "n"], none: lives.reasonForNone ?? "no open deal in this scope")
    guard lives.reasonForNone == nil, !openDeals.isEmpty || request.includesGoals else { return section }
    let quarters = [quarter.map { ("this quarter", $0) }, nextQuarter.map { ("next quarter", $0) }].compactMap(\.self)
    for (words, quarter) in quarters {
      let open = OpenPipeline(lives, scope: scope, closing: quarter, rates: sources.rates)
      add(open.amount, "Open, closing \(words) (\(quarter.name))", to: &section)
      add(open.weighted, "Weighted, closing \(words)", to: &section)
    }
    if let quarter {
      let snapshot = ForecastSnapshot(lives, for: quarter, scope: scope)
      let committed = snapshot.entries.filter { $0.category == .commit }
      section.add(
        committed.map(\.record), "In commit for \(quarter.name)", ReportWords.sums(snapshot.sum(.commit)),
        ReportWords.count(committed.count, "deal"))
      let coverage = Coverage(lives, of: quarter, scope: scope)
      section.note(coverage.coverage)
      section.add(
        coverage.coverage, "Coverage of what is left of the quota", ReportWords.multiple(coverage.coverage),
        ReportWords.count(coverage.coverage.n, "deal"))
      if request.includesGoals { addGoals(quarter, to: &section) }
    }
    return section
  }

  private func addGoals(_ quarter: MetricPeriod, to section: inout SectionData) {
    let goal = QuotaAttainment(lives, during: quarter, scope: scope)
    add(goal.attainment, "Goal \(quarter.name)", to: &section)
    section.note(goal.pace)
    section.add(
      goal.pace, "Pace against the goal", short(goal.pace), ReportWords.count(goal.pace.n, "deal"))
    let bookings = Bookings(lives, during: quarter, scope: scope)
    add(bookings.amount, "Won in \(quarter.name)", to: &section)
  }

  private func add(_ metric: Metric, _ label: String, to section: inout SectionData) {
    section.note(metric)
    section.add(metric, label, ReportWords.figure(metric), ReportWords.count(metric.n, "deal"))
  }

  /// The bridge of the open pipeline over the period.
  func waterfall() -> SectionData {
    var section = SectionData("waterfall", ["label", "value", "n"], none: lives.reasonForNone ?? "no deals in scope")
    let waterfall = PipelineWaterfall(lives, during: period, scope: scope)
    for (line, metric) in waterfall.lines {
      if metric.reason != nil { continue }
      let isEdge = line == .openStart || line == .openEnd
      if !isEdge, metric.inputs.isEmpty { continue }
      let sign = isEdge ? "" : line.isIn ? "+" : "−"
      let label = line == .openStart ? "Open at the start" : line == .openEnd ? "Open at the end" : line.title
      section.add(metric, label, sign + ReportWords.figure(metric), ReportWords.count(metric.n, "deal"))
    }
    return section
  }

  /// Coverage of this quarter and the next against what experience asks for.
  func coverage() -> SectionData {
    var section = SectionData("coverage", ["label", "value"], none: "no fiscal quarter")
    for (words, quarter) in [("This quarter", quarter), ("Next quarter", nextQuarter)] {
      guard let quarter else { continue }
      let metric = Coverage(lives, of: quarter, scope: scope)
      section.add(metric.coverage, "\(words) (\(quarter.name))", ReportWords.multiple(metric.coverage))
      section.note(metric.coverage)
      if words == "This quarter" {
        section.add(metric.needed, "Needed by the win rate of the last year", ReportWords.multiple(metric.needed))
        section.note(metric.needed)
      }
    }
    return section
  }
}
