internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// People of the scope with a quota for bookings of their own, in the order of the file.
  var reps: [TeamMember] {
    let leaders = Set(workspace.people.compactMap(\.manager))
    return workspace.people.filter { person in
      isOurs(person.id) && person.status != .left && !leaders.contains(person.id)
        && (person.role == .ae || person.quotas.contains { ($0.measure ?? "bookings") == "bookings" })
    }
  }

  /// Won, commit and quota by team.
  func callCommitQuota() -> SectionData {
    var section = SectionData(
      "call", ["team", "won", "commit_amount", "quota", "call"],
      none: quarter == nil ? "no fiscal quarter" : "nobody in this scope has a target for the quarter")
    guard let quarter else { return section }
    var groups: [(name: String, people: Set<String>)] = []
    for rep in reps {
      let team = rep.team ?? "no team"
      if let place = groups.firstIndex(where: { $0.name == team }) {
        groups[place].people.insert(rep.id)
      } else {
        groups.append((team, [rep.id]))
      }
    }
    if groups.count > 1 { groups.append(("All teams", groups.reduce(into: []) { $0.formUnion($1.people) })) }
    for group in groups {
      let scope = MetricScope(people: group.people)
      let goal = QuotaAttainment(lives, during: quarter, scope: scope)
      let won = Bookings(lives, during: quarter, scope: scope)
      let snapshot = ForecastSnapshot(lives, for: quarter, scope: scope)
      section.note(goal.attainment)
      section.add(
        goal.attainment, group.name, ReportWords.figure(won.amount),
        ReportWords.sums(snapshot.sum(.commit)),
        quota(goal.attainment), "not recorded")
    }
    return section
  }

  /// The target that an attainment is measured against.
  private func quota(_ attainment: Metric) -> String {
    guard case .moneyRatio(let ratios) = attainment.value else { return ReportWords.figure(attainment) }
    return ratios.map { ReportWords.money(Money($0.value.denominator, currency: $0.unit.currency, kind: $0.unit.kind)) }
      .joined(separator: " + ")
  }

  /// Attainment, pace, pushes and missing facts of each account executive.
  func byRep() -> SectionData {
    var section = SectionData(
      "by_rep", ["owner", "attainment", "pace", "pushes", "slippage", "missing"],
      none: "nobody in this scope has deals or a target")
    guard let quarter else { return section }
    for rep in reps {
      let scope = MetricScope(people: [rep.id])
      let goal = QuotaAttainment(lives, during: quarter, scope: scope)
      let pushes = Pushes(lives, during: quarter, scope: scope).count
      let slippage = Slippage(lives, during: quarter, scope: scope).count
      let facts = workspace.deals.filter { $0.owner == rep.id && $0.isOpen }.reduce(0) { $0 + missing($1).count }
      for metric in [goal.attainment, goal.pace, pushes, slippage] { section.note(metric) }
      section.add(
        [sources.workspace.peopleSource?.path].compactMap(\.self) + SectionData.records(of: goal.attainment), rep.name,
        short(goal.attainment), short(goal.pace), Self.pushes(pushes),
        ReportWords.figure(slippage), ReportWords.count(facts, "missing fact"))
    }
    return section
  }

  /// "1 push", "3 pushes".
  private static func pushes(_ metric: Metric) -> String {
    guard let number = metric.number else { return ReportWords.figure(metric) }
    return "\(ReportWords.plain(number, places: 0)) \(number == Fraction(1) ? "push" : "pushes")"
  }

  /// The percentage alone.
  func short(_ metric: Metric) -> String {
    guard case .moneyRatio(let ratios) = metric.value, ratios.count == 1, let only = ratios.first else {
      return ReportWords.figure(metric)
    }
    return only.value.percent
  }

  /// The ten largest deals that close this quarter, with what changed.
  func topDeals() -> SectionData {
    var section = SectionData(
      "top_deals", ["title", "amount", "stage", "change", "owner"],
      none: "no open deal of this scope closes this quarter")
    let home = settings.currency
    let deals = openDeals.filter { deal in deal.closeOn.map { quarter?.contains($0) ?? false } ?? false }.sorted {
      left, right in
      let (isHome, isOtherHome) = (left.amount?.currency == home, right.amount?.currency == home)
      if isHome != isOtherHome { return isHome }
      let (one, other) = (left.amount?.amount ?? .zero, right.amount?.amount ?? .zero)
      return one == other ? left.source.path < right.source.path : one > other
    }
    for deal in deals {
      section.add(
        deal.source.path, title(deal), ReportWords.money(deal.amount), stage(deal), changeLine(deal), name(deal.owner))
    }
    section.limit(10, "deal")
    return section
  }

  /// Deals beyond the days that their stage allows.
  func stalled() -> SectionData {
    var section = SectionData(
      "stalled", ["title", "amount", "age", "stage", "owner"],
      none: "no open deal is beyond the days that its stage allows")
    for deal in openDeals {
      let standing = standing(deal)
      guard standing.isStale == true, let days = standing.daysInStage else { continue }
      section.add(
        deal.source.path, title(deal), ReportWords.money(deal.amount), ReportWords.count(days, "day"), stage(deal),
        name(deal.owner))
    }
    section.limit(10, "deal")
    return section
  }

  /// Reasons of deals that closed in 90 days.
  func themes() -> SectionData {
    var section = SectionData(
      "themes", ["reason", "n", "amount"], none: "no deal of this scope closed in the last 90 days")
    let days = MetricPeriod.last(90, through: today)
    var groups: [String: (sum: MoneySum, records: [RepoPath])] = [:]
    for life in lives.lives {
      for closing in life.closings(through: today, mode: .final)
      where days.contains(closing.on) && lives.credits(scope, closing.owner) {
        let code = sources.deals[life.record]?.reasonCode.map(ReportWords.words) ?? "no reason noted"
        let key = "\(closing.isWon ? "Won" : "Lost"), \(code)"
        groups[key, default: (MoneySum(), [])].sum.add(closing.amount)
        groups[key]?.records.append(life.record)
      }
    }
    for (key, group) in groups.sorted(by: { ($1.value.records.count, $0.key) < ($0.value.records.count, $1.key) }) {
      section.add(group.records, key, ReportWords.count(group.records.count, "deal"), ReportWords.sums(group.sum))
    }
    return section
  }

  /// For each rep the deal with most at risk.
  func coaching() -> SectionData {
    var section = SectionData(
      "coaching", ["owner", "title", "reason"], none: "no open deal of this scope has a known risk")
    section.define(DealRisk.definition)
    for rep in reps {
      let deals = workspace.deals.filter { $0.isOpen && $0.owner == rep.id }
      guard let risk = DealRisk.ranked(deals, self).first(where: { !$0.reasons.isEmpty }) else { continue }
      section.add(risk.deal.source.path, rep.name, title(risk.deal), risk.text)
    }
    return section
  }
}
