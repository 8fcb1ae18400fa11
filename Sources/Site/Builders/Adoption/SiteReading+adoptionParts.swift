internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  // MARK: Deals

  /// Whether open deals are kept current, by owner.
  func touchesSection() -> FigureSection {
    let touches = DealTouches(workspace, visible.timeline, clock: metricClock)
    let (fortnight, month) = (touches.share(within: 14), touches.share(within: 30))
    return FigureSection(
      anchor: "deals", sectionTitle: "Deals kept current", spanText: Format.count(touches.entries.count, "open deal"),
      sentences: [MetricWords.sentenceCase(month.definition.sentence) + "."],
      tiles: [
        tile("Touched in 14 days", fortnight, "deals-touched"), tile("Touched in 30 days", month, "deals-touched"),
      ], charts: [], tables: [ownerTable(touches), touchTable(touches)])
  }

  private func ownerTable(_ touches: DealTouches) -> DataTable {
    SalesTable.table(
      "By owner", anchor: "deal-owners", countText: Format.count(touches.owners.count, "owner"),
      columns: [
        SalesTable.column("Owner"), SalesTable.column("Touched in 14 days", number: true),
        SalesTable.column("Touched in 30 days", number: true), SalesTable.column("Unknown", number: true),
      ],
      rows: touches.owners.map { owner in
        let month = touches.share(within: 30, of: owner)
        return [
          SalesTable.text(
            owner.map { personName($0) } ?? "Nobody", target: owner.flatMap { addresses.person($0) },
            avatar: owner.map { Format.initials(personName($0)) }), cell(touches.share(within: 14, of: owner)),
          cell(month), number(month.unknown),
        ]
      },
      empty: ("No open deals", "There is nothing to keep current."))
  }

  private func touchTable(_ touches: DealTouches) -> DataTable {
    let sorted = touches.entries.sorted { left, right in
      let (one, other) = (left.last?.number ?? Int.min, right.last?.number ?? Int.min)
      return one == other ? left.record < right.record : one < other
    }
    return SalesTable.table(
      "Open deals by last touch", anchor: "deals-touched", countText: Format.count(sorted.count, "deal"),
      isFilterable: sorted.count > 10,
      columns: [
        SalesTable.column("Deal"), SalesTable.column("Owner", facet: true), SalesTable.column("Last touch"),
        SalesTable.column("Days ago", number: true), SalesTable.column("By", facet: true),
      ],
      rows: sorted.map(touchRow),
      empty: ("No open deals", "There is nothing to keep current."))
  }

  private func touchRow(_ entry: DealTouches.Entry) -> [Cell] {
    let record = index.records[entry.record]
    let title = record.map { qualifiedTitle($0) } ?? entry.record.stem
    let commit = entry.commit.flatMap { changes.place(of: $0) }.map { changes.page(of: $0) }
    let none =
      entry.knownSince == nil ? Cell(label: "", text: "Not since the import", sortKey: "0") : SalesTable.unknown()
    let last = entry.last.map { Cell(label: "", text: Format.day($0), sortKey: $0.iso, target: commit) }
    return [
      SalesTable.text(title, target: addresses.href(entry.record)),
      SalesTable.text(entry.owner.map { personName($0) } ?? "Nobody"), last ?? none,
      entry.last.map { number(today.days(since: $0)) } ?? SalesTable.nothing(),
      entry.by.map { SalesTable.text(contributorName($0)) } ?? SalesTable.nothing(),
    ]
  }

  // MARK: Pages

  /// Whether records were verified within the time they are allowed.
  func verifiedSection() -> FigureSection {
    let verified = VerifiedRecords(workspace, on: today)
    return FigureSection(
      anchor: "verified", sectionTitle: "Verified in time", spanText: Format.count(verified.kinds.count, "kind"),
      sentences: ["Records that nobody ever verified are unknown: neither in time nor late."],
      tiles: [tile("Verified in time", verified.share, "verified-kinds")], charts: [],
      tables: [
        SalesTable.table(
          "Verified in time by kind", anchor: "verified-kinds", hidesCaption: true,
          countText: Format.count(verified.kinds.count, "kind"),
          columns: [
            SalesTable.column("Kind"), SalesTable.column("Limit", number: true),
            SalesTable.column("Verified in time", number: true), SalesTable.column("Never verified", number: true),
          ],
          rows: verified.kinds.map { kind in
            [
              SalesTable.text(Self.name(kind.kind), target: Self.page(kind.kind)),
              Cell(label: "", text: Format.count(kind.limit, "day"), sortKey: String(kind.limit)), cell(kind.share),
              number(kind.share.unknown),
            ]
          },
          empty: ("No data", "No record bears a date of review."))
      ])
  }

  private static func name(_ kind: RecordKind) -> String {
    switch kind {
    case .customer: "Customer profiles"
    case .battlecard: "Battlecards"
    case .playbook: "Playbooks"
    case .template: "Templates"
    case .training: "Training"
    default: "Security"
    }
  }

  private static func page(_ kind: RecordKind) -> Href {
    switch kind {
    case .customer: Href("/customers/")
    case .battlecard: Href("/toolkit/battlecards/")
    case .playbook: Href("/toolkit/playbooks/")
    case .template: Href("/toolkit/templates/")
    case .training: Href("/toolkit/training/")
    default: Href("/toolkit/security-compliance/")
    }
  }

  // MARK: Plans, delays, readers

  /// Who has a current daily plan, as far as the reader may see any.
  func plansSection() -> FigureSection {
    var readers: Set<String> = []
    if case .person(let id) = visible.audience { readers.insert(id) }
    let share = CurrentPlans(workspace, on: today, readers: readers).share
    return FigureSection(
      anchor: "plans", sectionTitle: "Daily plans", spanText: readers.isEmpty ? "not seen here" : "your own",
      sentences: [
        readers.isEmpty
          ? "Unknown: a daily plan is seen by the one person it belongs to, so this site can count none."
          : "Counts your own plan for today or the next working day; nobody else's can be seen."
      ],
      tiles: [tile("Current daily plans", share, "plans")], charts: [], tables: [])
  }

  /// How soon what happened with customers is on record.
  func delaySection() -> FigureSection {
    let delay = RecordingDelay(
      workspace, visible.timeline, clock: metricClock, during: MetricPeriod.last(91, through: today))
    let reasons = Dictionary(grouping: delay.median.leftOut, by: \.reason).mapValues(\.count)
    let left = reasons.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return FigureSection(
      anchor: "delay", sectionTitle: "From conversation to record", spanText: "interactions of the last 13 weeks",
      sentences: left.isEmpty ? [] : ["Left out: \(left.joined(separator: "; "))."],
      tiles: [
        tile("Median", delay.median, "delays", Self.duration),
        tile("Nine in ten within", delay.p90, "delays", Self.duration),
      ], charts: [], tables: [delayTable(delay.median)])
  }

  private func delayTable(_ median: Metric) -> DataTable {
    let all: [(input: MetricInput, minutes: Int)] = median.inputs.map { input in
      (input, Int(input.part.prefix { $0 != " " }) ?? 0)
    }
    let slowest = all.sorted { left, right in
      left.minutes == right.minutes ? left.input.record < right.input.record : left.minutes > right.minutes
    }
    return SalesTable.table(
      "The slowest", anchor: "delays", countText: "the slowest of \(Format.count(slowest.count, "interaction"))",
      columns: [
        SalesTable.column("Interaction", sorts: false),
        SalesTable.column("On record after", number: true, sorts: false),
        SalesTable.column("Commit", sorts: false),
      ],
      rows: slowest.prefix(10).map { delayRow($0.input, $0.minutes) },
      empty: ("No data", "No interaction of these weeks has a delay that is known."))
  }

  private func delayRow(_ input: MetricInput, _ minutes: Int) -> [Cell] {
    let record = index.records[input.record]
    let title = record.map { qualifiedTitle($0) } ?? input.record.stem
    let place = input.commits.first.flatMap { changes.place(of: $0) }
    let commit = place.map { place in
      SalesTable.text(changes.timeline.commits[place].short, target: changes.page(of: place))
    }
    return [
      SalesTable.text(title, target: addresses.href(input.record)),
      Cell(label: "", text: Self.duration(Fraction(minutes)), sortKey: String(minutes)),
      commit ?? SalesTable.nothing(),
    ]
  }

  /// Readers leave no trace.
  func readersSection() -> FigureSection {
    FigureSection(
      anchor: "readers", sectionTitle: "Who reads", spanText: "not measured",
      sentences: [
        "Not measured: pages are plain files without a log, a counter or a cookie. Whoever serves them may have a log; nothing "
          + "here asks for it."
      ], tiles: [], charts: [], tables: [])
  }

  /// Minutes as people say them: "42 minutes", "5 hours", "3.5 days".
  static func duration(_ minutes: Fraction) -> String {
    guard let whole = Int(minutes.text(places: 0)) else { return "\(minutes.text(places: 0)) minutes" }
    if whole < 120 { return Format.count(whole, "minute") }
    if whole < 2880 { return Format.count((whole + 30) / 60, "hour") }
    let days = (minutes / Fraction(1440))?.text(places: 1) ?? ""
    return "\(days.hasSuffix(".0") ? String(days.dropLast(2)) : days) days"
  }

  private func tile(
    _ label: String, _ metric: Metric, _ proof: String, _ spoken: ((Fraction) -> String)? = nil
  ) -> MetricTile {
    let text = metric.number.flatMap { number in spoken.map { $0(number) } }
    return MetricTile(
      label: label, values: text.map { [$0] } ?? MetricWords.values(metric), proof: Href("", fragment: proof),
      isUnknown: MetricWords.isUnknown(metric), sample: MetricWords.sample(metric), before: nil)
  }

  private func cell(_ metric: Metric) -> Cell {
    guard let ratio = metric.ratio else {
      return Cell(label: "", text: "Unknown", remark: metric.reason, isUnknown: true)
    }
    // Below ten the fraction tells the number already.
    return Cell(
      label: "", text: MetricWords.short(metric), sortKey: ratio.fraction.text(places: 4),
      remark: metric.n < Metric.smallNumber ? nil : MetricWords.sample(metric))
  }
}
