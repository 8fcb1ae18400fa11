internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  private static let categoryOrder: [Deal.Category?] = [
    .commit, .mostLikely, .bestCase, .pipeline, .omitted, .closed, nil,
  ]

  /// Open deals by forecast category, one column a currency and kind, weighted amounts behind.
  func forecast(_ open: [Deal]) -> DataTable {
    var amounts: [Deal.Category?: MoneySum] = [:]
    var weights: [Deal.Category?: MoneySum] = [:]
    var overridden: [Deal.Category?: Int] = [:]
    var total = MoneySum()
    var totalWeight = MoneySum()
    for deal in open {
      let standing = standings.standing(of: deal)
      let share = weighted(deal, standing)
      amounts[standing.category, default: MoneySum()].add(deal.amount)
      weights[standing.category, default: MoneySum()].add(share)
      if deal.forecastCategory != nil { overridden[standing.category, default: 0] += 1 }
      total.add(deal.amount)
      totalWeight.add(share)
    }
    let units = total.sums.map(\.unit)
    return SalesTable.table(
      "Forecast by category", anchor: "forecast",
      countText: Format.count(open.count, "open deal"),
      columns: [SalesTable.column("Category", sorts: false), SalesTable.column("Deals", number: true, sorts: false)]
        + units.map { SalesTable.column(name($0), number: true, sorts: false) }
        + [SalesTable.column("Without amount", number: true, sorts: false)],
      rows: open.isEmpty
        ? []
        : Self.categoryOrder.compactMap { category in
          guard let amount = amounts[category] ?? (category == .commit ? MoneySum() : nil) else { return nil }
          let name = category.map(SalesWords.category) ?? "No category"
          let remark = overridden[category].map { "\($0) set by owners" }
          return [SalesTable.text(name, remark: remark)]
            + cells(amount, weights[category] ?? MoneySum(), units: units)
        },
      totals: [SalesTable.text("All open deals")] + cells(total, totalWeight, units: units),
      empty: ("No open deals", "Add one with fieldbook new deal."))
  }

  private func name(_ unit: MoneySum.Unit) -> String {
    unit.kind.map { "\(unit.currency) \(Format.kindName($0))" } ?? unit.currency
  }

  private func cells(_ amount: MoneySum, _ weight: MoneySum, units: [MoneySum.Unit]) -> [Cell] {
    let amounts = Dictionary(amount.sums.map { ($0.unit, $0.amount) }) { first, _ in first }
    let weights = Dictionary(weight.sums.map { ($0.unit, $0.amount) }) { first, _ in first }
    return [Cell(label: "", text: Format.grouped(amount.count), sortKey: String(amount.count))]
      + units.map { unit in
        guard let sum = amounts[unit] else { return SalesTable.nothing() }
        let remark = weights[unit].map { "\(Format.number($0)) weighted" } ?? "odds unknown"
        return Cell(label: "", text: Format.number(sum), sortKey: sum.text, remark: remark)
      }
      + [
        amount.unknown == 0 ? SalesTable.nothing() : Cell(label: "", text: Format.grouped(amount.unknown))
      ]
  }
}
