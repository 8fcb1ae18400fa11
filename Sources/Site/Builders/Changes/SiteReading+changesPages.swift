internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// Changes by day and week, a page for each commit, comparisons, and the history of each record.
  func changesPlan() -> [PlannedPage] {
    guard !changes.isEmpty else { return [] }
    var plan = [PlannedPage("/changes/", .changes) { $0.changesPage() }]
    plan += changes.weeks.indices.map { number in
      PlannedPage(changes.weeks[number].address, .changes) { $0.weekPage(number) }
    }
    plan += changes.timeline.commits.indices.map { place in
      let page = changes.page(of: place)
      return PlannedPage(page.path, .changes) { $0.commitPage(place, at: page) }
    }
    plan += comparePlan()
    plan += recordHistoryPlan()
    return plan
  }

  /// The newest changes.
  func changesPage() -> ChangesPage {
    let all = changes.timeline.commits.indices
    let shown = all.suffix(60)
    let days = changeDays(shown.reversed())
    let count = Format.count(all.count, "change")
    return ChangesPage(
      head: PageHead(
        title: "Changes", kicker: "Workspace", headIcon: "clock",
        lede: "Who changed what in the workspace, and what it means for deals and customers.", notices: cutOffNotice()),
      week: changes.weeks.first.map { newestSummary($0) }, filters: filters(days),
      countText: shown.count < all.count ? "newest \(shown.count) of \(count)" : count, days: days,
      comparisons: comparisons.map(\.link), weeks: weekLinks(current: nil), previous: nil, next: nil,
      feed: Href("/feed.xml"))
  }

  /// The changes of one week.
  func weekPage(_ number: Int) -> ChangesPage {
    let week = changes.weeks[number]
    let shown = week.commits.suffix(500)
    let days = changeDays(shown.reversed())
    func link(_ other: Int) -> Link? {
      guard changes.weeks.indices.contains(other) else { return nil }
      return Link(text: changes.weeks[other].title, href: Href(changes.weeks[other].address))
    }
    let count = Format.count(week.commits.count, "change")
    return ChangesPage(
      head: PageHead(
        title: week.title, kicker: "Changes", headIcon: "clock", lede: week.span,
        crumbs: [Crumb(text: "Changes", href: Href("/changes/"))]),
      week: moveSummary("What moved", span: week.span, page: nil, NetChanges(changes, commits: week.commits)),
      filters: filters(days),
      countText: shown.count < week.commits.count ? "newest \(shown.count) of \(count)" : count, days: days,
      comparisons: comparisons.map(\.link), weeks: weekLinks(current: number), previous: link(number + 1),
      next: link(number - 1),
      feed: Href("/feed.xml"))
  }

  private func newestSummary(_ week: ChangeWeek) -> MoveSummary {
    moveSummary(
      week.contains(today) ? "What moved this week" : "What moved in week \(week.number)", span: week.span,
      page: Href(week.address), NetChanges(changes, commits: week.commits))
  }

  private func cutOffNotice() -> [Notice] {
    guard changes.timeline.isCutOff, let first = changes.days.first else { return [] }
    return [
      Notice(
        kind: "unknown", icon: "question", noticeTitle: "History before \(Format.day(first)) is unknown",
        explanation: "This clone is shallow; git fetch --unshallow brings the rest.")
    ]
  }

  /// Twelve weeks around the one at hand, so that a page does not grow with the age of the workspace.
  private func weekLinks(current: Int?) -> [WeekLink] {
    let start = max(0, min((current ?? 0) - 4, changes.weeks.count - 12))
    let end = min(changes.weeks.count, start + 12)
    return changes.weeks[start..<end].enumerated().map { offset, week in
      WeekLink(
        text: week.span, href: Href(week.address), commitCount: Format.grouped(week.commits.count),
        isCurrent: start + offset == current)
    }
  }

  /// What the commits of a page can be narrowed to.
  private func filters(_ days: [ChangeDay]) -> [ChangeFilter] {
    var people: [String: String] = [:]
    var kinds: Set<String> = []
    var customers: Set<String> = []
    func split(_ tokens: String) -> [String] { tokens.split(separator: " ").map(String.init) }
    for commit in days.lazy.flatMap(\.commits) {
      for token in split(commit.personTokens) where people[token] == nil {
        people[token] = index.people[token]?.name ?? Slug.title(of: token)
      }
      kinds.formUnion(split(commit.kindTokens))
      customers.formUnion(split(commit.customerTokens))
    }
    func options(_ pairs: [(String, String)]) -> [ChangeOption] {
      pairs.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { ChangeOption(token: $0.0, text: $0.1) }
    }
    let kindOptions = RecordKind.allCases.filter { kinds.contains($0.rawValue) }
      .sorted { KindWords.rank($0) < KindWords.rank($1) }
      .map { ChangeOption(token: $0.rawValue, text: KindWords.plural($0)) }
    return [
      ChangeFilter(key: "person", label: "Anyone", options: options(people.map { ($0, $1) })),
      ChangeFilter(key: "kind", label: "Any kind", options: kindOptions),
      ChangeFilter(
        key: "customer", label: "Any customer", options: options(customers.map { ($0, customerName($0)) })),
    ].filter { $0.options.count > 1 }
  }
}
