internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The page with what forecasts and their quarters are made from.
  var forecastEvidence: String { "/pipeline/impact/evidence/forecast-accuracy/" }

  /// The place of a quarter's forecast on its page of evidence.
  func forecastAnchor(_ quarter: ForecastQuarter, _ part: String) -> String {
    anchor("\(quarter.period.name.lowercased())-\(part)")
  }

  /// How near forecasts came, beside two that need no skill.
  func forecastSection(_ impact: BusinessImpact) -> FigureSection {
    let units = impact.units
    let known = impact.forecasts.count { quarter in units.contains { quarter.accuracy(in: $0) != nil } }
    return FigureSection(
      anchor: "forecast-accuracy", sectionTitle: "Forecast accuracy",
      spanText: Format.count(impact.forecasts.count, "quarter")
        + (known < impact.forecasts.count ? ", \(impact.forecasts.count - known) without a forecast" : ""),
      sentences: sentences(impact, units), tiles: [],
      charts: units.compactMap { chart(impact, $0) },
      tables: units.isEmpty ? [forecastTable(impact, nil)] : units.map { forecastTable(impact, $0) } + [frozenTable()])
  }

  private func sentences(_ impact: BusinessImpact, _ units: [MoneySum.Unit]) -> [String] {
    let definition =
      "Accuracy is max(0, 1 − |(F − A) / A|): F is commit and closed two weeks into the quarter, A what the quarter "
      + "brought. Naive forecasts: the weighted pipeline of the eve, and the quarter before once more."
    var sentences: [String] = []
    for unit in units {
      let all = impact.forecasts.compactMap { quarter -> (own: Fraction, others: [Fraction])? in
        let others = ForecastQuarter.Naive.allCases.compactMap { quarter.accuracy(of: $0, in: unit)?.fraction }
        guard let own = quarter.accuracy(in: unit)?.fraction, others.count == ForecastQuarter.Naive.allCases.count
        else {
          return nil
        }
        return (own, others)
      }
      guard !all.isEmpty else {
        sentences.append("\(MetricWords.unit(unit)): in no quarter are the forecast and both naive ones known.")
        continue
      }
      let nearer = all.count { pair in pair.others.allSatisfy { $0 < pair.own } }
      sentences.append(
        "\(MetricWords.unit(unit)): the forecast came nearer than both naive ones in \(nearer) of "
          + "\(Format.count(all.count, "quarter")) in which all three are known"
          + (all.count < Metric.smallNumber ? "; too few quarters to call it skill." : "."))
    }
    return sentences + [definition]
  }

  private func chart(_ impact: BusinessImpact, _ unit: MoneySum.Unit) -> LineChart? {
    let quarters = impact.forecasts
    let own = quarters.map { $0.accuracy(in: unit)?.fraction.rounded }
    // One value makes no course of time; the table tells it.
    guard own.count(where: { $0 != nil }) > 1 else { return nil }
    let naive: [(ForecastQuarter.Naive, String, String)] = [
      (.weighted, "mean", "Weighted pipeline of the eve"), (.repeated, "carried", "Same as the quarter before"),
    ]
    var lines = [
      LineDrawing.Series(
        kind: "own", name: "Forecast", values: own, texts: own.map { $0.map { Format.percent($0) } },
        hollow: Set(quarters.indices.filter { quarters[$0].actual.n < Metric.smallNumber }))
    ]
    if let baseline = impact.baseline(in: unit) {
      lines.append(
        LineDrawing.Series(
          kind: "baseline", name: "Own baseline", values: quarters.map { _ in baseline.number.rounded },
          isDotted: false))
    }
    lines += naive.map { naive, kind, name in
      LineDrawing.Series(
        kind: kind, name: name, values: quarters.map { $0.accuracy(of: naive, in: unit)?.fraction.rounded })
    }
    let told = quarters.map { quarter in
      let text = quarter.accuracy(in: unit).map { Format.percent($0.fraction.rounded) } ?? "unknown"
      return "\(MetricWords.name(quarter.period)) \(text)"
    }
    return LineDrawing(
      labels: labels(quarters.map(\.period)), series: lines, top: Decimal4(1), tick: { Format.percent($0) }
    ).chart(
      "Accuracy, \(MetricWords.unit(unit))",
      reading: "Forecast accuracy, \(MetricWords.unit(unit)): \(told.joined(separator: ", "))")
  }

  private func forecastTable(_ impact: BusinessImpact, _ unit: MoneySum.Unit?) -> DataTable {
    let name = unit.map { "Forecast accuracy, \(MetricWords.unit($0))" } ?? "Forecast accuracy"
    return SalesTable.table(
      name, anchor: anchor("forecast-\(unit.map { MetricWords.unit($0).lowercased() } ?? "table")"),
      countText: Format.count(impact.forecasts.count, "quarter"),
      columns: [
        SalesTable.column("Quarter", sorts: false), SalesTable.column("Forecast", number: true, sorts: false),
        SalesTable.column("Against baseline", number: true, sorts: false),
        SalesTable.column("Weighted pipeline", number: true, sorts: false),
        SalesTable.column("Quarter before", number: true, sorts: false),
        SalesTable.column("Brought", number: true, sorts: false),
      ],
      rows: impact.forecasts.reversed().map { quarter in
        [
          SalesTable.text(
            MetricWords.name(quarter.period),
            remark: quarter.snapshot == nil ? nil : quarter.isFrozen ? "frozen" : "recomputed"
          ),
          accuracyCell(quarter, unit), againstBaseline(quarter, impact, unit), naiveCell(quarter, .weighted, unit),
          naiveCell(quarter, .repeated, unit), broughtCell(quarter, unit),
        ]
      },
      empty: ("No data", "No full quarter is on record yet."))
  }

  private func accuracyCell(_ quarter: ForecastQuarter, _ unit: MoneySum.Unit?) -> Cell {
    let page = Href(forecastEvidence, fragment: forecastAnchor(quarter, "accuracy"))
    guard let unit, let ratio = quarter.accuracy(in: unit) else {
      return Cell(
        label: "", text: "Unknown", target: page,
        remark: quarter.snapshot == nil
          ? "none frozen, no history" : unit.map { "nothing called in \(MetricWords.unit($0))" } ?? "nothing was won",
        isUnknown: true)
    }
    return Cell(
      label: "", text: Format.percent(ratio.fraction.rounded), target: page,
      remark: "n = \(Format.count(quarter.actual.inputs.count { $0.amount?.unit == unit }, "deal")) won")
  }

  private func againstBaseline(_ quarter: ForecastQuarter, _ impact: BusinessImpact, _ unit: MoneySum.Unit?) -> Cell {
    guard let unit, let baseline = impact.baseline(in: unit), let number = quarter.accuracy(in: unit)?.fraction else {
      return SalesTable.nothing()
    }
    if baseline.quarters.contains(quarter.period) {
      return Cell(label: "", text: "is part of it", remark: Format.percent(baseline.number.rounded))
    }
    return Cell(
      label: "", text: ImpactWords.difference(number, from: baseline.number, .winRate),
      remark: "baseline \(Format.percent(baseline.number.rounded))")
  }

  private func naiveCell(_ quarter: ForecastQuarter, _ naive: ForecastQuarter.Naive, _ unit: MoneySum.Unit?) -> Cell {
    guard let unit, let ratio = quarter.accuracy(of: naive, in: unit), let called = quarter.naive[naive] else {
      return SalesTable.unknown()
    }
    let amount = MetricWords.exact(called, in: unit)
    return Cell(
      label: "", text: Format.percent(ratio.fraction.rounded),
      target: Href(forecastEvidence, fragment: forecastAnchor(quarter, naive.rawValue)),
      remark: [amount.map { "said \($0)" }, naive == .weighted && !quarter.isKnownThen ? "by dates in files" : nil]
        .compactMap(\.self).joined(separator: ", "))
  }

  private func broughtCell(_ quarter: ForecastQuarter, _ unit: MoneySum.Unit?) -> Cell {
    let page = Href(forecastEvidence, fragment: forecastAnchor(quarter, "actual"))
    guard let unit, let amount = MetricWords.exact(quarter.actual, in: unit) else {
      return Cell(
        label: "", text: MetricWords.short(quarter.actual), target: page, remark: MetricWords.sample(quarter.actual),
        isUnknown: MetricWords.isUnknown(quarter.actual))
    }
    return Cell(label: "", text: amount, target: page)
  }
}

extension MetricWords {
  /// The amount of a figure in one currency and kind: "136 kEUR".
  static func exact(_ metric: Metric, in unit: MoneySum.Unit) -> String? {
    guard case .money(let amounts) = metric.value, let amount = amounts.first(where: { $0.unit == unit }) else {
      return nil
    }
    return Format.compact(amount.value.rounded, currency: unit.currency)
  }
}
