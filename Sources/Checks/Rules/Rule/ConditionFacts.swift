internal import Diagnostics

/// Names that conditions may compare.
enum ConditionFacts {
  /// Facts that need no comparison, since they are true or false.
  static let flags: Set<String> = ["account.auto_renew", "auto_renew", "contact.do_not_contact", "deal.is_open"]

  private static let names: Set<String> = {
    var names: Set<String> = [
      "account", "amount", "arr", "close_on", "contact", "days_in_stage", "deal", "exit_criteria_missing",
      "health_score", "insight", "interaction", "invoice", "no_activity", "nps", "open_deals", "open_renewal_deals",
      "open_severe_tickets", "open_tickets", "renewal_in_days", "renewal_on", "stage", "task", "today", "usage",
    ]
    let fields = [
      "account": [
        "account_stage", "arr", "churned_on", "contract_end", "contract_start", "country", "csm", "employees",
        "health_score", "industry", "lifecycle", "name", "no_activity", "notice_days", "nps", "open_deals",
        "open_severe_tickets", "open_tickets", "owner", "parent", "renewal_in_days", "renewal_on", "reviewed_on",
        "seats_purchased", "segment", "sites_contracted", "slug", "tags", "tier",
      ],
      "contact": ["department", "id", "left_on", "role", "seniority", "status", "title"],
      "deal": [
        "amount", "close_on", "competitor", "created_on", "currency", "days_in_stage", "days_to_close", "forecast",
        "forecast_category", "health_score", "id", "name", "next_step", "next_step.due", "next_step.owner",
        "no_activity", "owner", "pipeline", "probability", "slug", "source", "stage", "type",
      ],
      "insight": ["confidence", "kind", "status"],
      "interaction": ["channel", "direction", "kind", "occurred_at", "sentiment", "speaker"],
      "invoice": ["amount", "days_late", "due_on", "paid_on", "status"],
      "task": ["days_late", "due", "due_on", "owner", "priority", "status"],
    ]
    for (record, more) in fields { for field in more { names.insert("\(record).\(field)") } }
    return names.union(flags)
  }()

  /// Whether a rule can compare it; metrics of usage bear names of the workspace's choosing.
  static func isKnown(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix("usage.") && name.utf8.count > 6
  }

  /// Whether a word begins like the fact of a record.
  static func looksLikeFact(_ name: String) -> Bool {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
    return ["account", "contact", "deal", "insight", "interaction", "invoice", "task"].contains(String(name[..<dot]))
  }

  /// The nearest known name.
  static func nearest(to name: String) -> String? { NearestWord.to(name, among: names) }
}
