extension Sample {
  static let quarter = NumbersSection(
    anchor: "numbers-all", numbersTitle: "Q4 2026", periodText: "day 54 of 92, 1 Oct 2026 to 31 Dec 2026",
    groups: [
      MetricGroup(
        groupTitle: "Target",
        tiles: [
          tile("Bookings", "136 kEUR ARR", "n = 3", before: "Q3 2026: 96 kEUR ARR"),
          tile("Coverage", "2.0×", "n = 2", before: nil),
        ])
    ], funnel: nil, charts: [], waterfall: nil)

  static let numbers = [
    NumbersSection(
      anchor: "numbers-new-business", numbersTitle: "New business in Q4 2026", periodText: "beside Q3 2026",
      groups: [
        MetricGroup(
          groupTitle: "Win rate",
          tiles: [
            tile("By count", "3 of 4", "n = 4, 1 unknown", before: "Q3 2026: 2 of 5"),
            tile("By value", "Unknown", "no amount is known, 4 unknown", before: "Q3 2026: No data", isUnknown: true),
          ])
      ],
      funnel: register("numbers-new-business-funnel", "Funnel"),
      charts: [
        WaterfallChart(
          reading: "New business, EUR ARR: open at the start 280 kEUR, created +210 kEUR, open now 490 kEUR",
          unitName: "EUR ARR",
          bars: [
            bar("total", "Open at the start", "280 kEUR", left: "4.16%", middle: "16.66%", top: "97", height: "97"),
            bar("gain", "Created", "+210 kEUR", left: "37.49%", middle: "49.99%", top: "24", height: "73"),
            bar("total", "Open now", "490 kEUR", left: "70.82%", middle: "83.32%", top: "24", height: "170"),
          ])
      ],
      waterfall: register("numbers-new-business-waterfall", "What happened to the pipeline in Q4 2026"))
  ]

  private static func tile(
    _ label: String, _ value: String, _ sample: String, before: String?, isUnknown: Bool = false
  ) -> MetricTile {
    let page = "/pipeline/evidence/new-business/win-rate/"
    return MetricTile(
      label: label, values: [value], proof: Href(page, fragment: "count"), isUnknown: isUnknown, sample: sample,
      before: before.map { Link(text: $0, href: Href(page, fragment: "count-before")) })
  }

  private static func bar(
    _ kind: String, _ label: String, _ amount: String, left: String, middle: String, top: String, height: String
  ) -> WaterfallBar {
    WaterfallBar(
      kind: kind, label: label, amountText: amount, left: left, middle: middle, width: "24.99%", top: top,
      height: height, amountY: "18")
  }
}

extension EvidencePage {
  package static let sample = EvidencePage(
    head: PageHead(
      title: "Win rate", kicker: "Evidence", headIcon: "pipeline",
      lede: "What the figures of New business are made from.",
      crumbs: [Crumb(text: "Pipeline", href: Href("/pipeline/"))]
    ),
    tabs: [Tab(text: "By count", anchor: "count"), Tab(text: "By value", anchor: "value")],
    proofs: [
      MetricProof(
        anchor: "count", proofTitle: "By count, Q4 2026", version: "win_rate, version 1",
        definition: "Won / (won + lost) of deals closed in 2026-Q4; final-outcome mode.", exact: "3 of 4, 75 %",
        isUnknown: false, sample: "n = 4, 1 unknown", workings: ["Won: 3, 136,000 EUR ARR", "Lost: 1"],
        factors: [Link(text: "Bookings: 136,000 EUR ARR", href: Href("/pipeline/evidence/all/target/"))],
        records: Sample.register("count-records", "Records: by count"),
        leftOut: Sample.register("count-left-out", "Left out: by count")),
      MetricProof(
        anchor: "value", proofTitle: "By value, Q4 2026", version: "win_rate_value, version 1",
        definition: "Won amount / (won + lost amount).", exact: "Unknown", isUnknown: true, sample: "no deal closed",
        workings: [], factors: [], records: nil, leftOut: nil),
    ],
    told: ToldOn(pages: [Link(text: "Kilovane", href: Href("/toolkit/battlecards/kilovane/"))]))
}
