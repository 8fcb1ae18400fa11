internal import Diagnostics

/// What a fact that conditions compare is made of.
package enum FactType: Hashable, Sendable {
  case number, money, day, flag, list
  /// Any text.
  case text
  /// One of a closed set of words.
  case choice([String])
  /// A stage of a workflow.
  case stage
  /// The record itself, which is there or not.
  case record
  /// What the workspace measures, of so many or not.
  case usage
}

/// Names that conditions may compare, with what each is made of.
package enum ConditionFacts {
  /// Facts that need no comparison, since they are true or false.
  static let flags: Set<String> = Set(types.filter { $0.value == .flag }.keys)

  private static func words<Choice>(_: Choice.Type) -> FactType
  where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    .choice(Choice.allCases.map(\.rawValue))
  }

  private static let types: [String: FactType] = {
    var types: [String: FactType] = ["today": .day]
    for record in ["account", "contact", "deal", "insight", "interaction", "invoice", "task", "usage"] {
      types[record] = .record
    }
    let account: [String: FactType] = [
      "account_stage": words(Customer.AccountStage.self), "arr": .money, "auto_renew": .flag, "churned_on": .day,
      "contract_end": .day, "contract_start": .day, "country": .text, "csm": .text, "employees": .number,
      "health_score": .number, "industry": .text, "lifecycle": words(Customer.Lifecycle.self), "name": .text,
      "no_activity": .number, "notice_days": .number, "nps": .number, "open_deals": .number,
      "open_renewal_deals": .number, "open_severe_tickets": .number, "open_tickets": .number, "owner": .text,
      "parent": .text, "renewal_in_days": .number, "renewal_on": .day, "reviewed_on": .day,
      "seats_purchased": .number, "segment": words(Customer.Segment.self), "sites_contracted": .number,
      "slug": .text, "tags": .list, "tier": words(Customer.Tier.self),
    ]
    let deal: [String: FactType] = [
      "amount": .money, "close_on": .day, "competitor": .list, "created_on": .day, "currency": .text,
      "days_in_stage": .number, "days_to_close": .number, "exit_criteria_missing": .number,
      "forecast": words(Deal.Category.self), "forecast_category": words(Deal.Category.self),
      "health_score": .number, "id": .text, "is_open": .flag, "name": .text, "next_step": .text,
      "next_step.due": .day, "next_step.owner": .text, "no_activity": .number, "owner": .text, "pipeline": .text,
      "probability": .number, "slug": .text, "source": .text, "stage": .stage, "type": words(Deal.DealType.self),
    ]
    let others: [String: [String: FactType]] = [
      "contact": [
        "department": .text, "do_not_contact": .flag, "id": .text, "left_on": .day, "role": .text,
        "seniority": words(Contact.Seniority.self), "status": words(Contact.Status.self), "title": .text,
      ],
      "insight": ["confidence": .text, "kind": .text, "status": .text],
      "interaction": [
        "channel": .text, "direction": words(Interaction.Direction.self), "kind": words(Interaction.Kind.self),
        "occurred_at": .day, "sentiment": .text, "speaker": .text,
      ],
      "invoice": [
        "amount": .money, "days_late": .number, "due_on": .day, "paid_on": .day,
        "status": words(Invoice.Status.self),
      ],
      "task": [
        "days_late": .number, "due": .day, "due_on": .day, "owner": .text, "priority": words(SalesTask.Priority.self),
        "status": words(SalesTask.Status.self),
      ],
    ]
    for (field, type) in account { types["account.\(field)"] = type }
    for (field, type) in deal { types["deal.\(field)"] = type }
    for (record, fields) in others {
      for (field, type) in fields { types["\(record).\(field)"] = type }
    }
    for (short, whole) in shortNames { types[short] = types[whole] }
    return types
  }()

  /// What the short names stand for; `no_activity` is the deal's where the rule is about deals.
  package static let shortNames = [
    "amount": "deal.amount", "arr": "account.arr", "auto_renew": "account.auto_renew", "close_on": "deal.close_on",
    "days_in_stage": "deal.days_in_stage", "exit_criteria_missing": "deal.exit_criteria_missing",
    "health_score": "account.health_score", "no_activity": "account.no_activity", "nps": "account.nps",
    "open_deals": "account.open_deals", "open_renewal_deals": "account.open_renewal_deals",
    "open_severe_tickets": "account.open_severe_tickets", "open_tickets": "account.open_tickets",
    "renewal_in_days": "account.renewal_in_days", "renewal_on": "account.renewal_on", "stage": "deal.stage",
  ]

  private static let computed: Set<String> = [
    "account.health_score", "account.no_activity", "account.open_deals", "account.open_renewal_deals",
    "account.open_severe_tickets", "account.open_tickets", "account.renewal_in_days", "account.slug", "deal.slug",
    "deal.days_in_stage", "deal.days_to_close", "deal.exit_criteria_missing", "deal.health_score", "deal.is_open",
    "deal.no_activity", "task.days_late",
  ]

  /// Whether no file says it: it is worked out, so no commit changes it.
  package static func isComputed(_ name: String) -> Bool { computed.contains(name) }

  /// What a fact is made of; nil when there is none of that name.
  package static func type(of name: String) -> FactType? {
    if let type = types[name] { return type }
    // Metrics of usage bear names of the workspace's choosing.
    return name.hasPrefix("usage.") && name.utf8.count > 6 ? .usage : nil
  }

  /// Whether a rule can compare it.
  package static func isKnown(_ name: String) -> Bool { type(of: name) != nil }

  /// Whether a word begins like the fact of a record.
  static func looksLikeFact(_ name: String) -> Bool {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
    return ["account", "contact", "deal", "insight", "interaction", "invoice", "task"].contains(String(name[..<dot]))
  }

  /// The nearest known name.
  static func nearest(to name: String) -> String? { NearestWord.to(name, among: types.keys.sorted()) }
}
