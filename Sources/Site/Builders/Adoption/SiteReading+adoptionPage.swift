internal import PipelineMetrics
internal import WorkspaceModel

extension SiteReading {
  /// The clock by which metrics are told.
  var metricClock: MetricClock {
    guard let offset = inputs.offsetMinutes else { return MetricClock(clock.asOf) }
    return MetricClock(clock.asOf) { offset($0.seconds) }
  }

  /// Whether people keep the workspace alive: who writes, how current deals and pages are, how soon things are on record.
  func adoptionPage() -> FiguresPage {
    let sections = [
      writersSection(), touchesSection(), verifiedSection(), plansSection(), delaySection(), readersSection(),
    ]
    return FiguresPage(
      head: PageHead(
        title: "Adoption", kicker: "Workspace", headIcon: "health",
        lede: "Whether people keep the workspace alive, from its history. \(builtFrom), by what "
          + "\(visible.audienceTitle) may see.",
        crumbs: [Crumb(text: "Health", href: Href("/health/"))],
        notices: changes.timeline.isCutOff
          ? [
            Notice(
              kind: "note", icon: "question", noticeTitle: "History was cut off when cloning",
              explanation: "What came before is unknown and takes part in no figure. Run: git fetch --unshallow")
          ] : []),
      tabs: sections.map { Tab(text: $0.sectionTitle, anchor: $0.anchor) },
      intro: [
        "These figures say whether the workspace is used, not how well somebody works. Commits count what was written down, "
          + "and much good work is not."
      ], sections: sections)
  }

  // MARK: Who writes

  private func writersSection() -> FigureSection {
    let activity = CommitActivity(visible.timeline, clock: metricClock, weekStart: workspace.settings.weekStart)
    let (unknown, count) = (activity.weeks.count { !$0.isKnown }, activity.weeks.count)
    let people = Set(activity.authors.filter { !$0.contributor.isBot }.compactMap { contributors.id($0.contributor) })
    let active = workspace.people.filter { $0.status != .left }
    var sentences: [String] = []
    if visible.timeline.commits.isEmpty {
      sentences.append("No data: history is not at hand.")
    } else {
      let commits = activity.weeks.reduce(0) { $0 + $1.byPeople }
      let machines = activity.weeks.reduce(0) { $0 + $1.byMachines }
      sentences.append(
        "\(Format.count(commits, "commit")) by people and \(machines) by machines in \(count) weeks"
          + (unknown > 0 ? ", of which \(unknown) are unknown." : "."))
      if !active.isEmpty {
        sentences.append(
          "\(active.count { people.contains($0.id) }) of \(active.count) people on file wrote at least one of them.")
      }
    }
    return FigureSection(
      anchor: "writers", sectionTitle: "Who writes", spanText: "\(count) weeks to \(Format.day(today))",
      sentences: sentences, tiles: [], charts: [commitChart(activity)].compactMap(\.self),
      tables: visible.timeline.commits.isEmpty
        ? [] : [authorTable(activity, active), weekTable(activity)])
  }

  private func commitChart(_ activity: CommitActivity) -> LineChart? {
    guard !visible.timeline.commits.isEmpty else { return nil }
    let weeks = activity.weeks
    func values(_ count: (CommitActivity.Week) -> Int) -> [Decimal4?] {
      weeks.map { $0.isKnown ? Decimal4(count($0)) : nil }
    }
    let people = LineDrawing.Series(
      kind: "people", name: "By people", values: values(\.byPeople),
      texts: weeks.map { $0.isKnown ? String($0.byPeople) : nil }, hollow: [weeks.count - 1])
    let machines = LineDrawing.Series(
      kind: "machines", name: "By machines alone", values: values(\.byMachines), isDotted: false)
    let told = weeks.map { "\(Format.day($0.start)) \($0.isKnown ? "\($0.byPeople) and \($0.byMachines)" : "unknown")" }
    return LineDrawing(
      labels: weeks.enumerated().map { place, week in
        (place % 3 == 0 ? String(Format.day(week.start).dropLast(5)) : "", nil)
      }, series: [people, machines], tick: { Format.number($0) }
    ).chart(
      "Commits a week, by the week's first day; the last week is not over",
      reading: "Commits by people and by machines, week by week: \(told.joined(separator: ", "))")
  }

  private func weekTable(_ activity: CommitActivity) -> DataTable {
    SalesTable.table(
      "Commits by week", anchor: "weeks", countText: Format.count(activity.weeks.count, "week"),
      columns: [
        SalesTable.column("Week from", sorts: false), SalesTable.column("By people", number: true, sorts: false),
        SalesTable.column("People", number: true, sorts: false),
        SalesTable.column("By machines alone", number: true, sorts: false),
      ],
      rows: activity.weeks.reversed().enumerated().map { place, week in
        let start = SalesTable.day(week.start, remark: place == 0 ? "so far" : nil)
        guard week.isKnown else { return [start, SalesTable.unknown(), SalesTable.unknown(), SalesTable.unknown()] }
        return [start, number(week.byPeople), number(week.people.count), number(week.byMachines)]
      },
      empty: ("No data", "History is not at hand."))
  }

  private func authorTable(_ activity: CommitActivity, _ active: [TeamMember]) -> DataTable {
    let writers = Set(activity.authors.compactMap { contributors.id($0.contributor) })
    let quiet = active.filter { !writers.contains($0.id) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let weeks = activity.weeks.count
    let rows = activity.authors.map { author -> [Cell] in
      let id = contributors.id(author.contributor)
      let kind = author.contributor.isBot ? "Machine" : id == nil ? "Not on file" : "Person"
      return [
        SalesTable.text(
          contributorName(author.contributor), target: id.flatMap { addresses.person($0) },
          avatar: Format.initials(contributorName(author.contributor))), SalesTable.text(kind), number(author.commits),
        Cell(label: "", text: "\(author.weeks) of \(weeks)", sortKey: String(author.weeks)),
        SalesTable.day(author.last),
      ]
    }
    let none = quiet.map { member -> [Cell] in
      [
        SalesTable.text(member.name, target: addresses.person(member.id), avatar: Format.initials(member.name)),
        SalesTable.text("Person"), activity.isComplete ? number(0) : SalesTable.unknown(),
        activity.isComplete
          ? Cell(label: "", text: "0 of \(weeks)", sortKey: "0") : SalesTable.unknown(), SalesTable.nothing(),
      ]
    }
    return SalesTable.table(
      "Commits by author", anchor: "authors", countText: Format.count(rows.count, "author"),
      isFilterable: rows.count + none.count > 10,
      columns: [
        SalesTable.column("Author"), SalesTable.column("Kind", facet: true), SalesTable.column("Commits", number: true),
        SalesTable.column("Weeks with one", number: true), SalesTable.column("Last"),
      ], rows: rows + none, empty: ("Nobody", "No commit lies in these weeks."))
  }

  func number(_ number: Int) -> Cell {
    Cell(label: "", text: Format.grouped(number), sortKey: String(number))
  }
}
