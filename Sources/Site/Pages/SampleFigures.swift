extension FiguresPage {
  package static let sample = FiguresPage(
    head: PageHead(
      title: "Business impact", kicker: "Pipeline", headIcon: "pipeline", lede: "Beside where it began.",
      crumbs: [Crumb(text: "Pipeline", href: Href("/pipeline/"))]),
    tabs: [Tab(text: "Sales cycle", anchor: "cycle"), Tab(text: "Win rate", anchor: "win-rate")],
    intro: ["A difference is not a cause.", "Hollow dots stand for few deals."],
    sections: [
      FigureSection(
        anchor: "cycle", sectionTitle: "Sales cycle", spanText: "2 quarters",
        sentences: ["Q3 2026: 84 days, n = 3.", "No own baseline yet."], tiles: Sample.numbers[0].groups[0].tiles,
        charts: [
          LineChart(
            chartTitle: "Median days", reading: "Sales cycle: Q2 2026 90 days, Q3 2026 84 days",
            ticks: [
              ChartTick(level: "24", textY: "20", text: "100 days"), ChartTick(level: "176", textY: "172", text: "0"),
            ],
            labels: [
              ChartLabel(middle: "25.00%", text: "Q2", yearText: "2026"),
              ChartLabel(middle: "75.00%", text: "Q3", yearText: nil),
            ],
            lines: [
              ChartLine(
                kind: "own", name: "Sales cycle",
                segments: [ChartSegment(fromX: "25.00%", fromY: "39", toX: "75.00%", toY: "48")],
                dots: [
                  ChartDot(x: "25.00%", y: "39", textY: "30", valueText: "90 days", isHollow: true),
                  ChartDot(x: "75.00%", y: "48", textY: "39", valueText: nil, isHollow: false),
                ]),
              ChartLine(kind: "baseline", name: "Own baseline", segments: [], dots: []),
            ])
        ], tables: [Sample.register("cycle-table", "Sales cycle"), Sample.register("cycle-more", "More")])
    ])
}
