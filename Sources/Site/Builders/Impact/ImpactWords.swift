internal import PipelineMetrics
internal import WorkspaceModel

/// How quarters are compared in words: what was measured, never why.
enum ImpactWords {
  /// Below the chart and in the head of a section.
  static func title(_ measure: QuarterSeries.Measure) -> String {
    switch measure {
    case .cycle: "Sales cycle"
    case .winRate: "Win rate"
    }
  }

  /// What exactly is drawn.
  static func chartTitle(_ measure: QuarterSeries.Measure) -> String {
    switch measure {
    case .cycle: "Median days from creation to closing, deals won in the quarter"
    case .winRate: "Won of all deals closed in the quarter"
    }
  }

  /// "84 days", "66.7 %".
  static func figure(_ number: Fraction, _ measure: QuarterSeries.Measure) -> String {
    switch measure {
    case .cycle: days(number)
    case .winRate: Format.percent(number.rounded)
    }
  }

  /// How one value stands to another: "12 days shorter", "8.3 points higher", "the same".
  static func difference(_ number: Fraction, from other: Fraction, _ measure: QuarterSeries.Measure) -> String {
    let isMore = number > other
    let size = isMore ? number - other : other - number
    switch measure {
    case .cycle:
      let text = days(size)
      return text == "0 days" ? "the same" : "\(text) \(isMore ? "longer" : "shorter")"
    case .winRate:
      let text = points(size)
      return text == "0 points" ? "the same" : "\(text) \(isMore ? "higher" : "lower")"
    }
  }

  /// "8.3 points" of a share.
  static func points(_ size: Fraction) -> String {
    let text = trimmed((size * Fraction(100)).text(places: 1))
    return text == "1" ? "1 point" : "\(text) points"
  }

  /// "2 deals", "n" in words a reader knows.
  static func quarters(_ quarters: [MetricPeriod]) -> String {
    let names = quarters.map(MetricWords.name)
    guard let last = names.last else { return "no quarter" }
    return names.count == 1 ? last : "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  private static func days(_ number: Fraction) -> String {
    let text = trimmed(number.text(places: 1))
    return text == "1" ? "1 day" : "\(text) days"
  }

  private static func trimmed(_ text: String) -> String { text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
}
