internal import Diagnostics
internal import WorkspaceModel

/// What is known of one customer on one day, and what each component makes of it (domain 1.8).
struct HealthFacts {
  let customer: Customer
  let day: Day
  /// Whether states without dates, such as those of tickets, hold on the day.
  let isToday: Bool
  let contacts: TwoWayContacts
  let people: [String: Contact]
  let peopleFile: RepoPath?
  let committee: [(deal: RepoPath, member: CommitteeMember)]
  let tickets: [Interaction]
  /// Whether anybody's tickets are recorded at all.
  let hasTickets: Bool
  let usage: [UsagePoint]
  /// Nil when nobody keeps this customer's invoices here.
  let invoices: [Invoice]?
  let settings: HealthSettings
  let dayOf: (Instant) -> Day

  /// A component before it has its weight.
  struct Part {
    var score: Fraction?
    var asOf: Day?
    var reason: String
    var sources: [RepoPath] = []
  }

  /// All components in a fixed order.
  func components(_ settings: HealthSettings) -> [HealthComponent] {
    HealthSettings.Component.allCases.map { kind in
      let part = part(kind)
      return HealthComponent(
        kind: kind, score: part.score.map { max(.zero, min(Fraction(100), $0)) },
        weight: settings.weights[kind] ?? .zero, asOf: part.asOf, reason: part.reason,
        sources: Set(part.sources).sorted())
    }
  }

  private func part(_ kind: HealthSettings.Component) -> Part {
    switch kind {
    case .usage: usageTrend
    case .adoption: adoption
    case .engagement: engagement
    case .relationship: relationship
    case .support: support
    case .commercial: commercial
    case .outcomes: outcomes
    case .sentiment: sentiment
    }
  }

  private var profile: RepoPath { customer.source.path }

  private func file(_ name: String) -> RepoPath { RepoPath("customers/\(customer.slug)/\(name)") }

  // MARK: Use

  /// The mean of a metric in the 28 days that end so many blocks before the day.
  private func mean(_ metric: String, block: Int) -> Fraction? {
    let end = day.adding(days: -28 * block)
    let values = usage.filter { $0.metric == metric && $0.day <= end && end.days(since: $0.day) < 28 }.map(\.value)
    return Fraction(values.reduce(.zero, +)) / Fraction(values.count)
  }

  private var usageTrend: Part {
    let metric = settings.usageMetric
    guard let now = mean(metric, block: 0) else { return Part(reason: "no \(metric) in 28 days") }
    // A day without a row is unknown: means of what was measured, not sums.
    let before = (1...3).compactMap { mean(metric, block: $0) }
    guard let usual = before.reduce(.zero, +) / Fraction(before.count), usual > .zero, let share = now / usual else {
      return Part(reason: "no \(metric) in the 84 days before the last 28")
    }
    let newest = usage.lazy.filter { $0.metric == metric && $0.day <= day }.map(\.day).max()
    return Part(
      score: share * Fraction(100), asOf: newest,
      reason:
        "\(metric) \(now.text(places: 1)) in 28 days, \(usual.text(places: 1)) in the \(before.count * 28) before",
      sources: [file("usage.csv")])
  }

  private var adoption: Part {
    guard let metric = settings.adoptionMetric else { return Part(reason: "no adoption metric is chosen") }
    let points = usage.filter { $0.metric == metric && $0.day <= day && day.days(since: $0.day) < 28 }
    guard let newest = points.max(by: { $0.day < $1.day }) else { return Part(reason: "no \(metric) in 28 days") }
    guard let whole = newest.denominator, let share = Fraction(newest.value) / Fraction(whole) else {
      return Part(reason: "\(metric) says not of how many")
    }
    return Part(
      score: share * Fraction(100), asOf: newest.day, reason: "\(newest.value.text) of \(whole.text)",
      sources: [file("usage.csv")])
  }

  // MARK: People

  private var engagement: Part {
    guard let newest = contacts.contacts(with: customer.slug).last(where: { $0.on <= day }) else {
      return Part(reason: "no two-way contact ever")
    }
    let days = day.days(since: newest.on)
    return Part(
      score: HalfLife.score(days: days), asOf: newest.on, reason: "\(days) days since two-way contact",
      sources: [newest.record])
  }

  private var relationship: Part {
    guard let peopleFile else { return Part(reason: "no contacts are noted") }
    let recent = contacts.people(at: customer.slug, in: 60, through: day)
    let late = contacts.people(at: customer.slug, in: 90, through: day)
    let hasChampion = committee.contains { $0.member.role == .champion && isThere($0.member.contact) }
    let hasSponsor = committee.contains { $0.member.role == .executiveSponsor && late.contains($0.member.contact) }
    var score = min(100, 25 * recent.count)
    if !hasChampion { score -= 25 }
    if !hasSponsor { score -= 25 }
    let sources = contacts.contacts(with: customer.slug).filter { $0.on <= day && day.days(since: $0.on) <= 90 }
    return Part(
      score: Fraction(score), asOf: sources.last?.on,
      reason:
        "\(recent.count) \(recent.count == 1 ? "contact" : "contacts") in 60 days, \(hasChampion ? "a" : "no") champion, "
        + "\(hasSponsor ? "" : "no ")contact with a sponsor in 90 days",
      sources: sources.map(\.record) + committee.map(\.deal) + [peopleFile])
  }

  private func isThere(_ contact: String) -> Bool { people[contact].map { !hasLeft($0) } ?? false }

  private func hasLeft(_ contact: Contact) -> Bool {
    contact.leftOn.map { $0 <= day } ?? (contact.status == .left)
  }

  // MARK: Service and money

  private var support: Part {
    guard hasTickets else { return Part(reason: "no tickets are recorded in this workspace") }
    guard isToday else { return Part(reason: "the state of tickets on that day is not known") }
    var score = 100
    var (severe, other, reopened) = (0, 0, 0)
    var newest: Day?
    for interaction in tickets {
      let opened = interaction.occurredAt.map(dayOf)
      // A ticket without a day is there today.
      guard opened ?? day <= day else { continue }
      if let opened { newest = max(newest ?? opened, opened) }
      // A ticket that does not say it is closed is open; one that does not say how bad it is counts as severe.
      if interaction.ticket?.status != .closed {
        if interaction.ticket?.severity == .normal { other += 1 } else { severe += 1 }
      }
      if interaction.ticket?.reopened == true, opened.map({ day.days(since: $0) <= 30 }) ?? true { reopened += 1 }
    }
    score -= 15 * severe + 5 * other + 10 * reopened
    return Part(
      score: Fraction(score), asOf: newest,
      reason: "\(severe) severe and \(other) other open tickets, \(reopened) re-opened in 30 days",
      sources: tickets.isEmpty ? [profile] : tickets.map(\.source.path))
  }

  private var commercial: Part {
    guard let invoices, !invoices.isEmpty else { return Part(reason: "no invoices are kept here") }
    if let silent = invoices.first(where: { $0.dueOn == nil && !isSettled($0) }) {
      return Part(reason: "invoice \(silent.number) does not say when it is due")
    }
    var (score, late) = (100, 0)
    for invoice in invoices {
      guard let days = daysLate(invoice) else { continue }
      if days > 60 { score = min(score, 0) }
      if days > 15 {
        score -= 20
        late += 1
      }
    }
    return Part(
      score: Fraction(score), asOf: invoices.compactMap { $0.issuedOn ?? $0.dueOn }.filter { $0 <= day }.max(),
      reason: "\(late) \(late == 1 ? "invoice" : "invoices") more than 15 days late", sources: [file("billing.csv")])
  }

  /// Days past due on the day; paid later than the day is unpaid on it.
  private func daysLate(_ invoice: Invoice) -> Int? {
    guard let due = invoice.dueOn, due < day, !isSettled(invoice) else { return nil }
    return day.days(since: due)
  }

  /// Whether nothing is owed for an invoice on the day.
  private func isSettled(_ invoice: Invoice) -> Bool {
    if invoice.status == .void || invoice.status == .draft { return true }
    if let paid = invoice.paidOn { return paid <= day }
    return invoice.status == .paid
  }

  private var outcomes: Part {
    guard isToday else { return Part(reason: "criteria met on that day are not known") }
    guard let agreed = customer.success?.criteriaAgreed, let met = customer.success?.criteriaMet,
      let share = Ratio(met, of: agreed)
    else { return Part(reason: "no success criteria are noted") }
    return Part(
      score: share.fraction * Fraction(100), asOf: customer.reviewedOn, reason: "\(met) of \(agreed) criteria met",
      sources: [profile])
  }

  private var sentiment: Part {
    guard let nps = customer.success?.nps, customer.success?.npsOn.map({ $0 <= day }) ?? isToday else {
      return Part(reason: "nobody was asked")
    }
    return Part(
      score: Fraction(Int128(nps + 100), over: 2), asOf: customer.success?.npsOn, reason: "NPS \(nps)",
      sources: [profile])
  }

  // MARK: Flags

  /// What caps the score on the day.
  var flags: [HealthFlag] {
    var flags: [HealthFlag] = []
    if let notice = customer.cancellationNoticeOn, notice <= day { flags.append(.cancellationNotice(notice)) }
    let sponsors = Set(committee.filter { $0.member.role == .executiveSponsor }.map(\.member.contact))
    for id in sponsors.sorted() {
      guard let person = people[id], hasLeft(person) else { continue }
      flags.append(.sponsorLeft(id))
    }
    for invoice in invoices ?? [] {
      if let days = daysLate(invoice), days > 60 { flags.append(.overdue(invoice: invoice.number, days: days)) }
    }
    return flags
  }
}
