internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  private var healthAlert: Alert? { openAlerts.first { deal(of: $0) == nil && customer(of: $0) != nil } }
  private var healthAccount: Customer? { healthAlert.flatMap { customer(of: $0) }.flatMap { sources.customers[$0] } }
  private static let none = "no alert on an account is open"

  /// Score and band now and 28 days ago.
  func scoreChange() -> SectionData {
    var section = SectionData("score", ["title", "before", "after", "band", "coverage", "because"], none: Self.none)
    guard let account = healthAccount, let alert = healthAlert, let now = sources.health.score(of: account.slug) else {
      return section
    }
    let before = sources.health.score(of: account.slug, on: today.adding(days: -28))
    section.define(CustomerHealth.definition)
    let values = values(alert)
    section.add(
      [account.source.path, alert.source.path], account.name, before.map(scoreText), scoreText(now), bandText(now),
      now.coverage?.percent, "\(ruleName(alert.rule))\(values.isEmpty ? "" : ": \(values)")")
    return section
  }

  /// Each component now and 28 days ago.
  func components() -> SectionData {
    var section = SectionData("components", ["name", "before", "after", "reason"], none: Self.none)
    guard let account = healthAccount, let now = sources.health.score(of: account.slug),
      let before = sources.health.score(of: account.slug, on: today.adding(days: -28))
    else { return section }
    func text(_ component: HealthComponent?) -> String {
      component?.score.map { ReportWords.plain($0, places: 0) } ?? "unknown"
    }
    for component in now.components where component.weight > .zero {
      let old = text(before.component(component.kind))
      section.add(
        component.sources.isEmpty ? [account.source.path] : component.sources, Slug.title(of: component.kind.rawValue),
        old, text(component), component.reason)
    }
    return section
  }

  /// The last three two-way contacts.
  func lastContacts() -> SectionData {
    var section = SectionData(
      "last_contacts", ["date", "title", "contact"], none: healthAlert == nil ? Self.none : "nobody there ever answered"
    )
    guard let account = healthAccount else { return section }
    let subjects = Dictionary((sources.interactions[account.slug] ?? []).map { ($0.source.path, $0.subject) }) {
      first, _ in first
    }
    for contact in sources.contacts.contacts(with: account.slug).suffix(3).reversed() {
      section.add(
        contact.record, ChangeFormat.day(contact.on), subjects[contact.record] ?? account.name, names(contact.people))
    }
    return section
  }

  /// Renewal date, last day for notice and what is at stake.
  func renewalAtStake() -> SectionData {
    var section = SectionData(
      "renewal", ["renewal_on", "notice_on", "arr"],
      none: healthAlert == nil ? Self.none : "the profile names no renewal date")
    guard let account = healthAccount, let renewal = account.renewalOn else { return section }
    let notice = account.noticeDays.map { renewal.adding(days: -$0) }
    section.add(
      account.source.path, "Renews \(ChangeFormat.day(renewal))",
      notice.map { "notice by \(ChangeFormat.day($0))" } ?? "term of notice unknown",
      ReportWords.money(account.arr))
    return section
  }

  /// The play of the renewal deal's stage.
  func healthPlay() -> SectionData {
    let deals = workspace.deals.filter { $0.customer == healthAccount?.slug && $0.isOpen }
    return play(
      deals.first { $0.type == .renewal } ?? deals.first,
      none: healthAlert == nil ? Self.none : "no play fits an open deal of this account")
  }

  /// Who hears of it next.
  func escalationLine() -> SectionData {
    var section = SectionData("escalation", ["owner", "manager", "escalate_after"], none: Self.none)
    guard let alert = healthAlert, let account = healthAccount else { return section }
    let owner = account.owner("csm") ?? account.owner("ae")
    section.add(
      alert.source.path, name(owner), name(owner.flatMap { sources.people[$0]?.manager }),
      escalation(alert) ?? "one working day")
    return section
  }
}
