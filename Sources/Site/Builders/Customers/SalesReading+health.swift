internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SalesReading {
  /// The score of a customer with its parts; nil for those who are none.
  func healthScore(_ slug: String) -> HealthScore? {
    guard let health = site.metrics.health.score(of: slug) else { return nil }
    let weighed = health.components.filter { $0.weight > .zero }
    return HealthScore(
      score: health.score.map { "\(HealthWords.points($0)) of 100" } ?? "Insufficient data",
      isInsufficient: health.score == nil, band: health.band.map { HealthWords.badge($0) },
      coverage: coverage(health), caps: caps(health), components: weighed.map(meter), trend: trend(slug),
      explanation: Link(text: "How it came about", href: Self.healthPage(slug)))
  }

  /// Where the parts of a score are.
  static func healthPage(_ slug: String) -> Href { Href("/customers/\(slug)/health-score/") }

  /// The score among the key figures.
  func healthFigure(_ health: HealthScore) -> KeyFigure {
    let notes = [health.band?.text, health.trend?.caption.split(separator: ",").first.map(String.init)]
    return KeyFigure(
      label: "Health", value: health.isInsufficient ? "Unknown" : health.score,
      note: health.isInsufficient ? "too little is known" : notes.compactMap { $0 }.joined(separator: ", "),
      noteTone: health.band?.tone ?? "neutral", evidence: health.explanation.href, isUnknown: health.isInsufficient)
  }

  /// The page that says how a score came about.
  func healthPartsPage(_ customer: Customer) -> TablePage {
    TablePage(
      head: PageHead(
        title: "Health score", kicker: customer.name, headIcon: "health",
        lede: "What the score is made of, and where each part was read.", crumbs: crumbs(customer.slug),
        badges: healthScore(customer.slug)?.band.map { [$0] } ?? []),
      tables: [healthTable(customer.slug)].compactMap { $0 })
  }

  /// "Known for 85 % of the weight".
  private func coverage(_ health: CustomerHealth) -> String {
    guard let coverage = health.coverage else { return "Nothing has weight" }
    let known = Format.percent(coverage.fraction.rounded)
    return health.score == nil
      ? "Known for \(known) of the weight, 60 % are needed" : "Known for \(known) of the weight"
  }

  private func caps(_ health: CustomerHealth) -> [String] {
    health.flags.map { flag in
      switch flag {
      case .cancellationNotice(let day): "Below 40: notice given on \(Format.day(day))"
      case .sponsorLeft(let id): "Below 40: \(site.participantName(id)), executive sponsor, left"
      case .overdue(let invoice, let late): "Below 40: invoice \(invoice) is \(days(late)) late"
      }
    }
  }

  private func meter(_ part: HealthComponent) -> Meter {
    Meter(
      label: HealthWords.component(part.kind), amount: part.score?.text(places: 0) ?? "0", maximum: "100",
      reading: part.score?.text(places: 0) ?? "Unknown", tone: part.score.map { HealthWords.tone($0) } ?? "neutral",
      isUnknown: part.score == nil)
  }

  private func trend(_ slug: String) -> HealthLine? {
    guard let trend = site.metrics.health.trend(of: slug) else { return nil }
    let points = trend.points.compactMap { point in point.score.map { (day: point.day, score: $0) } }
    guard let first = points.first, let last = points.last, points.count > 1 else { return nil }
    let length = max(1, last.day.days(since: first.day))
    let pairs = points.map { point -> (x: Int, y: Int) in
      let y = 44 - (Int(point.score.text(places: 0)) ?? 0) * 40 / 100
      return (point.day.days(since: first.day) * 240 / length, y)
    }
    let names = trend.components.map { HealthWords.component($0).lowercased() }.joined(separator: ", ")
    let change = trend.change.map { change in
      let points = change.text(places: 0)
      return points == "0" ? "unchanged" : (change > .zero ? "+" : "") + points.replacing("-", with: "−")
    }
    return HealthLine(
      points: pairs.map { "\($0.x),\($0.y)" }.joined(separator: " "), lastX: String(pairs.last?.x ?? 240),
      lastY: String(pairs.last?.y ?? 44),
      reading: points.map { "\(Format.day($0.day)): \($0.score.text(places: 0))" }.joined(separator: ", "),
      caption: "\(change ?? "unknown") since \(Format.day(first.day)), by \(names)")
  }

  /// Each component with its weight, what it adds and what it is made from; nil for those who are no customers.
  func healthTable(_ slug: String) -> DataTable? {
    guard let health = site.metrics.health.score(of: slug) else { return nil }
    let known = health.components.filter { $0.score != nil }.reduce(Decimal4.zero) { $0 + $1.weight }
    let rows = health.components.map { part -> [Cell] in
      let share = part.score.flatMap { (Fraction(part.weight) * $0) / Fraction(known) }
      let source = part.sources.first { site.addresses.href($0) != nil }
      return [
        SalesTable.text(HealthWords.component(part.kind), remark: part.weight == .zero ? "not chosen" : nil),
        part.score.map { Cell(label: "", text: $0.text(places: 1), sortKey: $0.text(places: 4)) }
          ?? SalesTable.unknown(),
        Cell(label: "", text: Format.number(part.weight), sortKey: part.weight.text),
        share.map { Cell(label: "", text: $0.text(places: 1), sortKey: $0.text(places: 4)) } ?? SalesTable.nothing(),
        Cell(
          label: "", text: HealthWords.sentence(part.reason), remark: part.asOf.map { "as of \(Format.day($0))" },
          wraps: true),
        source.map { path in
          SalesTable.text(
            sourceName(path), target: site.addresses.href(path),
            remark: part.sources.count > 1 ? "and \(part.sources.count - 1) more" : nil)
        } ?? SalesTable.nothing(),
      ]
    }
    return SalesTable.table(
      "How health came about", anchor: "health-parts",
      countText: HealthWords.sentence(CustomerHealth.definition.sentence),
      columns: [
        SalesTable.column("Component", sorts: false), SalesTable.column("Score", number: true, sorts: false),
        SalesTable.column("Weight", number: true, sorts: false), SalesTable.column("Adds", number: true, sorts: false),
        SalesTable.column("Because", sorts: false), SalesTable.column("Source", sorts: false),
      ],
      rows: rows,
      totals: [
        SalesTable.text(health.average == health.score ? "Score" : "Score before the cap"),
        health.average.map { Cell(label: "", text: $0.text(places: 1)) } ?? SalesTable.unknown(),
        Cell(label: "", text: Format.number(known), remark: "known"),
        health.average.map { Cell(label: "", text: $0.text(places: 1)) } ?? SalesTable.nothing(),
        SalesTable.text(health.floor.map { "at worst \($0.text(places: 1)), were everything unknown 0" } ?? ""),
        SalesTable.blank(),
      ],
      empty: ("No components", "No component has a weight."))
  }

  private func sourceName(_ path: RepoPath) -> String { site.index.records[path]?.title ?? path.nameText }

  /// The score in a table; a dash for those who are no customers.
  func healthCell(_ slug: String) -> Cell {
    guard let health = site.metrics.health.score(of: slug) else { return SalesTable.nothing() }
    guard let score = health.score, let band = health.band else {
      return Cell(label: "", text: "Insufficient data", sortKey: "-1", isUnknown: true)
    }
    let badge = HealthWords.badge(band)
    return Cell(
      label: "", text: "\(HealthWords.points(score)) \(badge.text)", sortKey: score.text(places: 4), tone: badge.tone,
      remark: health.average == health.score ? nil : "capped")
  }
}
