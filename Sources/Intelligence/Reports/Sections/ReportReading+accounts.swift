internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Customers under contract that they look after.
  var accounts: [Customer] { customers.filter { $0.lifecycle == .customer } }

  /// Accounts by health, those with insufficient data first, then the lowest scores.
  func accountsByBand() -> SectionData {
    var section = SectionData(
      "accounts_by_band", ["title", "score", "band", "change", "coverage"],
      none: "no customer of this scope is under contract")
    let scored = accounts.compactMap { account in sources.health.score(of: account.slug).map { (account, $0) } }
    section.define(CustomerHealth.definition)
    for (account, health) in scored.sorted(by: {
      ($0.1.score ?? .zero) == ($1.1.score ?? .zero)
        ? $0.0.slug < $1.0.slug : ($0.1.score ?? .zero) < ($1.1.score ?? .zero)
    }) {
      section.add(
        account.source.path, account.name, scoreText(health), bandText(health), changeText(account.slug, days: 7),
        health.coverage?.percent)
    }
    section.limit(20, "account")
    return section
  }

  /// "36"; "insufficient data" when too little is known.
  func scoreText(_ health: CustomerHealth) -> String {
    guard let score = health.score else { return "insufficient data" }
    let text = ReportWords.plain(score, places: 0)
    // A cap at 39.9999 must not read as 40, which is another band.
    guard let rounded = Int(text), HealthBand(Fraction(rounded)) != HealthBand(score) else { return text }
    return "just under \(text)"
  }

  /// "at risk".
  func bandText(_ health: CustomerHealth) -> String {
    health.band.map { ReportWords.words($0.rawValue) } ?? "\(health.coverage?.percent ?? "nothing") known"
  }

  /// How a score moved by the components that are known on both days.
  func changeText(_ slug: String, days: Int) -> String {
    let trend = sources.health.trend(of: slug, on: [today.adding(days: -days), today])
    guard let change = trend?.change else { return "change in \(days) days unknown" }
    let text = ReportWords.plain(change, places: 0)
    if text == "0" || text == "−0" || text == "-0" { return "unchanged in \(days) days" }
    return "\(change < .zero ? "" : "+")\(text) in \(days) days"
  }

  /// The largest moves of usage over 28 days.
  func usageMovers() -> SectionData {
    let metric = settings.health.usageMetric
    var section = SectionData(
      "usage_movers", ["title", "change", "value", "denominator"],
      none: "no customer of this scope has \(ReportWords.words(metric)) on file for 28 days")
    var moves: [(account: Customer, table: RepoPath, old: Decimal4, point: UsagePoint, share: Fraction)] = []
    for account in accounts {
      let points = (workspace.usage[account.slug] ?? []).filter { $0.metric == metric && $0.day <= today }.sorted {
        $0.day < $1.day
      }
      guard let last = points.last, let first = points.last(where: { last.day.days(since: $0.day) >= 28 }),
        let share = (Fraction(last.value) - Fraction(first.value)) / Fraction(first.value), share != .zero
      else { continue }
      let table = workspace.tables.first { $0.customer == account.slug && $0.source.kind == .usage }?.source.path
      moves.append((account, table ?? account.source.path, first.value, last, share))
    }
    func size(_ share: Fraction) -> Fraction { share < .zero ? .zero - share : share }
    for move in moves.sorted(by: {
      size($0.share) == size($1.share) ? $0.account.slug < $1.account.slug : size($0.share) > size($1.share)
    }).prefix(10) {
      let change = ChangeFormat.change(from: move.old, to: move.point.value)
      section.add(
        [move.table], move.account.name, "\(ReportWords.words(metric)) \(change ?? "changed")",
        ChangeFormat.number(move.point.value), move.point.denominator.map(ChangeFormat.number) ?? "an unknown number")
    }
    return section
  }

  /// Renewals of the next 120 days with what is at stake and how far the deal is.
  func renewals() -> SectionData {
    var section = SectionData(
      "renewals", ["date", "title", "arr", "stage", "owner"],
      none: "no contract of this scope renews in the next 120 days")
    for account in dueAccounts(within: 120) {
      let deal = workspace.deals.first { $0.customer == account.slug && $0.type == .renewal && $0.isOpen }
      let left = account.renewalOn.map { $0.days(since: today) }
      section.add(
        [account.source.path] + (deal.map { [$0.source.path] } ?? []),
        account.renewalOn.map { "\(ChangeFormat.day($0)) (in \(ReportWords.count(left ?? 0, "day")))" }, account.name,
        ReportWords.money(account.arr), deal.map { "renewal deal in \(stage($0))" } ?? "no renewal deal",
        name(account.owner("csm") ?? deal?.owner ?? account.owner("ae")))
    }
    return section
  }

  /// Accounts whose contract renews within so many days, the nearest first.
  func dueAccounts(within days: Int) -> [Customer] {
    accounts.filter { $0.renewalOn.map { $0 >= today && $0.days(since: today) <= days } ?? false }
      .sorted { ($0.renewalOn ?? today, $0.slug) < ($1.renewalOn ?? today, $1.slug) }
  }

  /// Accounts in onboarding that are past the days their step allows.
  func onboardingLate() -> SectionData {
    let onboarding = accounts.filter { $0.accountStage == .onboarding }
    var section = SectionData(
      "onboarding_late", ["title", "stage", "days_late"],
      none: onboarding.isEmpty
        ? "no account of this scope is in onboarding" : "no account is past the 90 days of onboarding")
    for account in onboarding {
      guard let start = account.contractStart, today.days(since: start) > 90 else { continue }
      section.add(account.source.path, account.name, "onboarding", String(today.days(since: start) - 90))
    }
    return section
  }

  /// Severe tickets that are open or were reopened.
  func severeTickets() -> SectionData {
    var section = SectionData("severe_tickets", ["title", "age"], none: "no severe ticket of this scope is open")
    for account in accounts {
      for ticket in past(account.slug)
      where ticket.kind == .supportTicket && ticket.ticket?.severity == .severe && ticket.ticket?.status != .closed {
        section.add(
          ticket.source.path, qualified(ticket.subject, account.slug),
          day(ticket).map { "\(age(since: $0))\(ticket.ticket?.reopened == true ? ", reopened" : "")" })
      }
    }
    return section
  }
}
