internal import PipelineMetrics

/// Lays wins and losses out as bars, a row each.
struct WinLossDrawing {
  /// One reason or competitor.
  struct Row {
    let name: String
    let won: Int
    let lost: Int
  }

  private let rows: [Row]
  /// Heights in the units of the drawing.
  private static let (row, text, bar) = (42, 14, 22)

  init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The bars in proportion to the longest one; nil when nothing closed.
  func chart(_ name: String) -> OutcomeChart? {
    let longest = rows.map { $0.won + $0.lost }.max() ?? 0
    guard longest > 0 else { return nil }
    let told = rows.map { "\($0.name) \($0.won) won, \($0.lost) lost" }.joined(separator: "; ")
    return OutcomeChart(
      chartName: name, reading: "\(name): \(told)", height: String(rows.count * Self.row),
      outcomeBars: rows.enumerated().map { index, row in
        let won = row.won * 10_000 / longest
        return OutcomeBar(
          barName: row.name, barText: "\(row.won) won, \(row.lost) lost", textY: String(index * Self.row + Self.text),
          barY: String(index * Self.row + Self.bar), wonWidth: percent(won), lostStart: percent(won),
          lostWidth: percent((row.won + row.lost) * 10_000 / longest - won))
      })
  }

  private func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
