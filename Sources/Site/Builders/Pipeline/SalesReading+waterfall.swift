internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The units in which a waterfall has amounts, in their order.
  private func units(_ waterfall: PipelineWaterfall) -> [MoneySum.Unit] {
    var units: Set<MoneySum.Unit> = []
    for (_, metric) in waterfall.lines {
      if case .money(let amounts) = metric.value { units.formUnion(amounts.map(\.unit)) }
    }
    return units.sorted()
  }

  private func amount(_ metric: Metric, in unit: MoneySum.Unit) -> Decimal4 {
    guard case .money(let amounts) = metric.value else { return .zero }
    return amounts.first { $0.unit == unit }?.value.rounded ?? .zero
  }

  /// Whether a line has its place in the table even when nothing happened.
  private func isTotal(_ line: PipelineWaterfall.Line) -> Bool { line == .openStart || line == .openEnd }

  private func title(_ line: PipelineWaterfall.Line) -> String {
    switch line {
    case .openStart: "Open at the start"
    case .openEnd: "Open now"
    default: MetricWords.sentenceCase(line.title.lowercased())
    }
  }

  /// Start, ins, outs and end with the proof below that they meet.
  func waterfallTable(_ lane: NumbersLane, _ period: String) -> DataTable? {
    guard let waterfall = lane.waterfall else { return nil }
    let units = units(waterfall)
    let page = evidenceAddress(lane, "waterfall")
    let rows = waterfall.lines.filter { isTotal($0.line) || $0.metric.n + $0.metric.unknown > 0 }.map { line, metric in
      [
        SalesTable.text(title(line), target: Href(page, fragment: anchor(line.rawValue))),
        Cell(label: "", text: Format.grouped(metric.n), remark: metric.unknown > 0 ? "\(metric.unknown) unknown" : nil),
      ] + units.map { unit in signed(amount(metric, in: unit), line) }
    }
    let checks = units.map { unit in
      waterfall.imbalance[unit].map { Cell(label: "", text: "off by \(Format.number($0))", tone: "urgent") }
        ?? Cell(label: "", text: "0", remark: "balances")
    }
    return SalesTable.table(
      "\(lane.title): what happened in \(period)", anchor: "\(numbersAnchor(lane))-waterfall",
      countText: "in and out since the quarter began",
      columns: [SalesTable.column("Step", sorts: false), SalesTable.column("Records", number: true, sorts: false)]
        + units.map { SalesTable.column(MetricWords.unit($0), number: true, sorts: false) },
      rows: units.isEmpty ? [] : rows,
      totals: [SalesTable.text("Start and ins, less outs and end"), SalesTable.blank()] + checks,
      empty: ("No data", "No deal of this workflow was open in the quarter with an amount."))
  }

  private func signed(_ amount: Decimal4, _ line: PipelineWaterfall.Line) -> Cell {
    guard amount != .zero || isTotal(line) else { return SalesTable.nothing() }
    let number = Format.number(amount)
    return Cell(
      label: "", text: isTotal(line) ? number : (line.isIn ? "+" : "−") + number,
      sortKey: (line.isIn ? amount : .zero - amount).text)
  }

  /// One chart a unit; the table says the same.
  func waterfallCharts(_ lane: NumbersLane, _ period: String) -> [WaterfallChart] {
    guard let waterfall = lane.waterfall else { return [] }
    return units(waterfall).compactMap { unit in
      let steps = waterfall.lines.compactMap { line, metric -> WaterfallDrawing.Step? in
        let amount = amount(metric, in: unit)
        guard isTotal(line) || amount != .zero else { return nil }
        return WaterfallDrawing.Step(
          label: line == .openStart ? "At the start" : line == .openEnd ? "Now" : title(line), amount: amount,
          kind: isTotal(line) ? .total : line.isIn ? .gain : .loss)
      }
      guard steps.count > 2 else { return nil }
      return WaterfallDrawing(steps).chart(unit, "\(lane.title), \(period)")
    }
  }
}
