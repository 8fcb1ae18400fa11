internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// Forecasts that were frozen in files, each compared with its digest and with history.
  func frozenTable() -> DataTable {
    SalesTable.table(
      "Frozen forecasts", anchor: "frozen", countText: Format.count(site.metrics.frozen.count, "forecast"),
      columns: [
        SalesTable.column("Quarter", sorts: false), SalesTable.column("Frozen on", sorts: false),
        SalesTable.column("Deals", number: true, sorts: false),
        SalesTable.column("Commit and closed", number: true, sorts: false),
        SalesTable.column("The file", sorts: false), SalesTable.column("Against history", sorts: false),
      ],
      rows: site.metrics.frozen.reversed().map { frozen in
        [
          SalesTable.text(
            MetricWords.name(frozen.snapshot.period), target: site.addresses.href(frozen.file.source.path)),
          SalesTable.day(frozen.snapshot.asOf),
          Cell(label: "", text: Format.grouped(frozen.snapshot.entries.count)),
          SalesTable.sum(frozen.snapshot.forecast, remark: frozen.file.override?.reason), fileCell(frozen.file),
          historyCell(frozen),
        ]
      },
      empty: (
        "No forecast is frozen",
        "Run fieldbook forecast --save two weeks into a quarter; accuracy is measured against it."
      ))
  }

  private func fileCell(_ file: ForecastFile) -> Cell {
    guard let digest = file.digest else { return Cell(label: "", text: "No digest", tone: "neutral") }
    return digest == file.contentDigest
      ? Cell(label: "", text: "As frozen", tone: "positive") : Cell(label: "", text: "Edited", tone: "urgent")
  }

  private func historyCell(_ frozen: FrozenForecast) -> Cell {
    if let reason = frozen.reason { return Cell(label: "", text: "Unknown", remark: reason, isUnknown: true) }
    guard let first = frozen.differences.first else { return Cell(label: "", text: "Agrees", tone: "positive") }
    let name = site.index.records[first.record].map { site.qualifiedTitle($0) } ?? first.record.stem
    return Cell(
      label: "", text: "\(Format.count(frozen.differences.count, "deal")) differ", tone: "urgent",
      remark: "\(name): \(first.inFile ?? "not in the file") there, \(first.inHistory ?? "nothing") in history")
  }

  /// One frozen forecast, deal by deal, beside what history says and what came of each.
  func forecastPage(_ file: ForecastFile) -> TablePage {
    let frozen = site.metrics.frozen.first { $0.file.source.path == file.source.path }
    let differing = Dictionary((frozen?.differences ?? []).map { ($0.record, $0) }) { first, _ in first }
    var sum = MoneySum()
    for entry in file.entries { sum.add(entry.amount) }
    return TablePage(
      head: PageHead(
        title: file.source.title, kicker: "Frozen forecast", headIcon: "pipeline",
        lede: file.asOf.map { "As it stood on \(Format.instant($0)). What came later changes nothing here." },
        crumbs: [
          Crumb(text: "Pipeline", href: Href("/pipeline/")),
          Crumb(text: "Business impact", href: Href("/pipeline/impact/")),
        ], badges: [Badge(text: fileCell(file).text, tone: fileCell(file).tone ?? "neutral")],
        notices: site.notices(for: file.source.path)
          + (frozen?.reason.map { reason in
            [
              Notice(
                kind: "unknown", icon: "question", noticeTitle: "Not compared with history",
                explanation: "\(MetricWords.sentenceCase(reason)), so that nobody can say whether it stood like this.")
            ]
          } ?? [])),
      intro: nil,
      tables: [
        SalesTable.table(
          "Deals", anchor: "deals", hidesCaption: true, countText: Format.count(file.entries.count, "deal"),
          columns: [
            SalesTable.column("Deal"), SalesTable.column("Category", facet: true),
            SalesTable.column("Amount", number: true), SalesTable.column("Against history"),
            SalesTable.column("Now", facet: true),
          ],
          rows: file.entries.map { forecastRow($0, differing, isCompared: frozen?.recomputed != nil) },
          totals: file.entries.count < 2
            ? nil
            : [
              SalesTable.text("All \(Format.count(file.entries.count, "deal"))"), SalesTable.blank(),
              SalesTable.sum(sum), SalesTable.blank(), SalesTable.blank(),
            ],
          empty: ("No deals", "Nothing was dated in the quarter."))
      ], provenance: site.provenance(file.source))
  }

  private func forecastRow(
    _ entry: ForecastFile.Entry, _ differing: [RepoPath: FrozenForecast.Difference], isCompared: Bool
  ) -> [Cell] {
    let path = entry.path
    let deal = path.flatMap { site.index.records[$0] as? Deal }
    let difference = path.flatMap { differing[$0] }
    let history =
      difference.map { Cell(label: "", text: "Differs", tone: "urgent", remark: $0.inHistory ?? "nothing in history") }
      ?? (isCompared ? Cell(label: "", text: "Agrees", tone: "positive") : SalesTable.unknown())
    return [
      SalesTable.text(
        deal.map { site.qualifiedTitle($0) } ?? entry.deal, target: path.flatMap { site.addresses.href($0) }),
      SalesTable.text(SalesWords.category(entry.category)), SalesTable.money(entry.amount), history,
      deal.map { SalesTable.text(site.stageName($0)) } ?? SalesTable.nothing(),
    ]
  }
}
