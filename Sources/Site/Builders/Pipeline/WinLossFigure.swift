internal import PipelineMetrics

/// The figures that each line of wins and losses has.
enum WinLossFigure: String, CaseIterable {
  case won, lost, rate
  case wonValue = "won-value"
  case lostValue = "lost-value"

  /// Those that a table has; odds of a reason mean nothing, since it was noted after the end.
  static func shown(_ feature: WinLoss.Feature) -> [WinLossFigure] {
    feature == .reason ? [.lost, .lostValue, .won, .wonValue] : [.won, .lost, .rate, .wonValue, .lostValue]
  }

  /// As a heading says it.
  var title: String {
    switch self {
    case .won: "Won"
    case .lost: "Lost"
    case .rate: "Win rate"
    case .wonValue: "Won value"
    case .lostValue: "Lost value"
    }
  }

  /// The figure of a line.
  func metric(_ line: WinLoss.Line) -> Metric {
    switch self {
    case .won: line.won
    case .lost: line.lost
    case .rate: line.rate
    case .wonValue: line.wonAmount
    case .lostValue: line.lostAmount
    }
  }
}
