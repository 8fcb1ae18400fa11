internal import WorkspaceModel

/// Lays lines out over equal steps of time, from zero up, so that no small change looks large.
struct LineDrawing {
  /// One line; nil where nothing is known.
  struct Series {
    let kind: String
    let name: String
    var values: [Decimal4?]
    /// Written beside the values; nil for none.
    var texts: [String?] = []
    /// Values with few records behind them, or of a time that is not over.
    var hollow: Set<Int> = []
    /// Whether values are drawn as dots.
    var isDotted = true
  }

  /// The steps of time, with the year where it begins.
  let labels: [(text: String, year: String?)]
  /// The first one is what the chart is about.
  let series: [Series]
  /// The highest value of the scale; nil to find one.
  var top: Decimal4?
  /// How a level of the scale is written.
  let tick: (Decimal4) -> String

  /// The lines stand between these, of 216 units; below are the labels.
  private static let (above, below) = (28, 176)

  /// The chart; nil without a value.
  func chart(_ title: String, reading: String) -> LineChart? {
    let known = series.flatMap { $0.values.compactMap { $0?.tenThousandths } }
    guard let highest = known.max() else { return nil }
    let step = top.map { $0.tenThousandths / 2 } ?? Self.step(highest)
    let count = top == nil ? max(1, (highest + step - 1) / step) : 2
    let scale = step * count
    func y(_ value: Int) -> Int { Self.below - (Self.below - Self.above) * max(0, min(value, scale)) / max(1, scale) }
    let ticks = (0...count).reversed().map { place in
      let level = y(step * place)
      return ChartTick(
        level: String(level), textY: String(level - 4), text: tick(Decimal4(tenThousandths: step * place)))
    }
    return LineChart(
      chartTitle: title, reading: reading, ticks: ticks,
      labels: labels.enumerated().map { ChartLabel(middle: x($0), text: $1.text, yearText: $1.year) },
      lines: series.map { line($0, y) })
  }

  private func line(_ series: Series, _ y: (Int) -> Int) -> ChartLine {
    var segments: [ChartSegment] = []
    var dots: [ChartDot] = []
    for (place, value) in series.values.enumerated() {
      guard let value else { continue }
      let level = y(value.tenThousandths)
      if place > 0, let before = series.values[place - 1] {
        segments.append(
          ChartSegment(
            fromX: x(place - 1), fromY: String(y(before.tenThousandths)), toX: x(place), toY: String(level)))
      }
      if series.isDotted {
        dots.append(
          ChartDot(
            x: x(place), y: String(level), textY: String(level - 10),
            valueText: series.texts.indices.contains(place) ? series.texts[place] : nil,
            isHollow: series.hollow.contains(place)))
      }
    }
    return ChartLine(kind: series.kind, name: series.name, segments: segments, dots: dots)
  }

  private func x(_ place: Int) -> String {
    let hundredths = (2 * place + 1) * 10_000 / (2 * max(1, labels.count))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }

  /// One, two or five times a power of ten, so that at most four steps reach the highest value.
  private static func step(_ highest: Int) -> Int {
    var power = 10_000
    while true {
      for factor in [1, 2, 5] where power * factor * 4 >= highest { return power * factor }
      power *= 10
    }
  }
}
