internal import PipelineMetrics
internal import WorkspaceModel

/// Wins and losses over all pipelines: of the four quarters up to this one, and of this quarter alone.
struct WinLossNumbers: Sendable {
  /// One feature with its lines and their figures.
  struct Comparison: Sendable {
    let feature: WinLoss.Feature
    /// Of the longer period; its lines are shown.
    let year: WinLoss
    let quarter: WinLoss

    /// The line of this quarter that has the same reason or competitor; nil when nothing closed.
    func quarterLine(_ key: String?) -> WinLoss.Line? { quarter.lines.first { $0.key == key } }
  }

  /// By reason, then by competitor.
  let comparisons: [Comparison]
  /// Four quarters, the last of which is this one.
  let year: MetricPeriod

  /// Reads the lives that all figures read; nil where the calendar ends.
  init?(_ lives: DealLives, quarter: MetricPeriod) {
    var first = quarter
    for _ in 0..<3 {
      guard let before = MetricPeriod.quarter(of: first.eve, settings: lives.settings) else { return nil }
      first = before
    }
    let year = MetricPeriod(first.start, until: quarter.end, name: "\(first.name) to \(quarter.name)")
    self.year = year
    comparisons = WinLoss.Feature.allCases.map { feature in
      Comparison(
        feature: feature, year: WinLoss(lives, by: feature, during: year),
        quarter: WinLoss(lives, by: feature, during: quarter))
    }
  }
}
