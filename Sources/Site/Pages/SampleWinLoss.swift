extension Sample {
  static let winLoss = WinLossSection(
    winLossTitle: "Won and lost", winLossPeriod: "Q1 2026 to Q4 2026, all pipelines",
    comparisons: [
      OutcomeComparison(
        chart: OutcomeChart(
          chartName: "By reason", reading: "By reason: Price 1 won, 3 lost; Product fit 2 won, 0 lost", height: "84",
          outcomeBars: [
            OutcomeBar(
              barName: "Price", barText: "1 won, 3 lost", textY: "14", barY: "22", wonWidth: "25.00%",
              lostStart: "25.00%", lostWidth: "75.00%"),
            OutcomeBar(
              barName: "Product fit", barText: "2 won, 0 lost", textY: "56", barY: "64", wonWidth: "50.00%",
              lostStart: "50.00%", lostWidth: "0.00%"),
          ]), table: register("win-loss-reason", "By reason")),
      OutcomeComparison(chart: nil, table: register("win-loss-competitor", "By competitor")),
    ])
}
