/// The files that a workspace begins with.
enum SetupFiles {
  static let settings = """
    name: Larkspur Energy (demo)
    currency: EUR
    time_zone: Europe/Stockholm
    week_start: monday
    fiscal_year_start: 01-01
    repository: https://git.larkspur.example/sales/fieldbook
    default_audience: company
    freshness: {profile_days: 120, battlecard_days: 90, playbook_days: 180, template_days: 365, training_days: 365}

    """

  static let readme = """
    ---
    title: Welcome to the demo workspace
    summary: Invented customers of an invented vendor, with a history to try every page and number on.
    ---

    Nothing here is real. Begin with the [battlecards](sales-toolkit/battlecards/wattline.md) and the
    [discovery call](sales-toolkit/playbooks/discovery-call.md), then open any customer.

    | You have | Put it in |
    |---|---|
    | A call, mail or visit | `customers/<customer>/interactions/` |
    | Something the customer believes | `customers/<customer>/insights/` |
    | A promise, ours or theirs | `customers/<customer>/tasks/` |

    """

  static let access = """
    default: company
    audiences:
      company:
        title: Everyone at Larkspur
        members: ["*"]
        see: ["**"]
        hide: ["personal/**"]
        hide_fields: [contact.phones]
      leadership:
        title: Leadership
        members: [ingrid.falk, daniel.okoro, marta.reis]
        see: ["**"]
        hide: ["personal/**"]
      partners:
        title: Partner staff
        members: []
        see: ["sales-toolkit/playbooks/**"]
        hide: []

    """

  static let triggers = """
    rules:
      - id: buying_signals
        title: Buying signals
        owner: daniel.okoro
        event: interaction
        keywords: [budget approved, looking for a solution, send a quote, who signs]
        actions: [notify_ae, create_task, update_forecast]
        severity: high
        cooldown: 7d
        key: [account, deal]
        review_by: 2027-03-31
      - id: churn_risk
        title: Churn risk
        owner: petra.holst
        event: daily
        conditions: ["health_score < 40", "no_activity > 30"]
        any: true
        for: 2d
        resolve: health_score >= 45 and no_activity <= 14
        actions: [alert_csm, escalate_to_manager]
        severity: critical
        cooldown: 14d
        key: [account]
        review_by: 2027-03-31
      - id: close_date_passed
        title: Close date has passed
        owner: daniel.okoro
        event: daily
        where: "deal.stage in [business_case, negotiation] and close_on < today"
        resolve: close_on >= today
        actions: [notify_ae, create_task]
        severity: high
        cooldown: 5d
        key: [deal]
        review_by: 2027-01-31
    routes:
      - {severity: critical, to: csm_and_manager, group_by: [account], wait: 30m}
      - {default: true, to: digest_daily}

    """

  /// people.yaml as it was on a day: who had started, who had left, which quotas were set.
  static func people(on day: DemoDay) -> String {
    var lines = Lines()
    lines.add("people:")
    for person in Vendor.people where person.startedOn <= day {
      let hasLeft = person.id == Vendor.leaver && day >= AccountStory.handoverDay
      lines.add("  - id: \(person.id)")
      lines.field("    name", person.name)
      lines.field("    role", person.role)
      lines.field("    title", raw: YAMLText.quoted(person.title))
      lines.field("    manager", person.manager)
      lines.field("    team", person.team)
      lines.field("    email", person.email)
      lines.field("    status", hasLeft ? "left" : "active")
      lines.field("    started_on", person.startedOn)
      lines.field("    time_zone", person.zone.name)
      guard let quota = person.quota, !hasLeft, day >= DemoDay(2025, 12, 1) else { continue }
      lines.add("    quotas:")
      let measure = person.role == "csm" || person.role == "manager" ? "renewals" : "bookings"
      for (quarter, percent) in [100, 104, 108, 117].enumerated() {
        let target = "{value: \(quota * percent / 100_000 * 1000), currency: EUR, kind: ARR}"
        lines.add("      - {period: 2026-Q\(quarter + 1), measure: \(measure), target: \(target)}")
      }
    }
    return lines.text
  }

  /// Texts to copy: name, title, kind and text.
  static let templates: [(slug: String, title: String, kind: String, text: String)] = [
    (
      "discovery-agenda", "Discovery agenda", "agenda",
      "1. Your last bill\n2. One site, from the transformer on\n3. One event and what it cost\n4. How you buy"
    ),
    (
      "meeting-recap", "Meeting recap", "email",
      "Dear [contact first name],\n\nthank you for today. What I understood: [pain]. Next: [step] by "
        + "[date].\n\nBest regards\n[sender]"
    ),
    (
      "mutual-close-plan", "Mutual close plan", "checklist",
      "- [ ] Criteria met, signed by [technical buyer]\n- [ ] Order form with legal by [date]\n- [ ] Signature "
        + "by [economic buyer]"
    ),
    (
      "first-touch-email", "First touch", "email",
      "Hello [contact first name],\n\n[observation]. One question, and a no is a fine answer: "
        + "[question]\n\nKind regards\n[sender]"
    ),
  ]

  /// The bytes of a template.
  static func file(_ template: (slug: String, title: String, kind: String, text: String), reviewedOn: DemoDay) -> String
  {
    var lines = Lines()
    lines.add("---")
    lines.field("title", template.title)
    lines.add("kind: \(template.kind)")
    lines.add("owner: \(Vendor.vicePresident)")
    lines.field("reviewed_on", reviewedOn)
    lines.add("stages: [qualification, discovery]")
    lines.add("variables: [contact_first_name, date]")
    lines.field("summary", "Text to copy: \(template.title.lowercased()), short on purpose.")
    lines.add("---\n\n\(template.text)")
    return lines.text
  }
}
