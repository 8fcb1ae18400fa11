package import Diagnostics

/// A rule that turns facts into alerts and tasks (domain 5).
package struct TriggerRule: Sendable {
  package enum Severity: String, CaseIterable, Sendable { case low, medium, high, critical }

  package var id: String
  /// Where the rule begins.
  package var range: SourceRange
  package var name: String?
  /// Person id.
  package var owner: String?
  /// "interaction", "daily", "change(deal.stage)".
  package var event: String?
  /// Phrases of the founding form and of `match.any_phrase`.
  package var phrases: [String]
  /// Conditions of the founding form.
  package var conditions: [String]
  /// Whether one condition is enough.
  package var isAnyEnough: Bool
  /// Condition of the full form.
  package var condition: String?
  /// Speaker side, text scope and language of `match`.
  package var matching: [(name: String, value: String)]
  package var holdFor: String?
  package var resolve: String?
  package var severity: Severity?
  package var cooldown: String?
  package var key: [String]
  package var inhibitedBy: [String]
  /// Each action in words.
  package var actions: [String]
  /// The same actions with their settings.
  package var steps: [RuleStep]
  /// New episodes in one run above which the rule stops; nil for the run's own limit.
  package var fanOut: Int?
  package var reviewBy: Day?

  init?(range: SourceRange, _ fields: inout FieldReader) {
    let id = fields.text("id", required: true)
    self.range = range
    name = fields.text("title")
    owner = fields.text("owner")
    event = fields.text("event")
    phrases = fields.texts("keywords")
    conditions = fields.texts("conditions")
    let needsAll = fields.flag("all") ?? false
    isAnyEnough = fields.flag("any") ?? !needsAll
    condition = fields.text("where")
    let match = fields.record("match", owner: "match") { match in
      (
        match.texts("any_phrase"),
        ["speaker", "scope", "lang"].compactMap { name in match.text(name).map { (name: name, value: $0) } }
      )
    }
    phrases += match?.0 ?? []
    matching = match?.1 ?? []
    holdFor = fields.text("for")
    resolve = fields.text("resolve")
    severity = fields.choice("severity", Severity.self)
    cooldown = fields.text("cooldown")
    key = fields.texts("key")
    inhibitedBy = fields.texts("inhibited_by")
    let actionNodes = fields.node("actions").map { $0.items ?? [$0] } ?? []
    actions = actionNodes.map(Self.words)
    steps = actionNodes.compactMap(RuleStep.init)
    fanOut = fields.integer("fan_out", in: 1...100_000)
    reviewBy = fields.day("review_by")
    guard let id else { return nil }
    self.id = id
  }

  /// "notify_ae", or "escalate_to_manager (after: 2bd, unless: acked)" for an action with settings.
  private static func words(for node: YAMLNode) -> String {
    if let text = node.text { return text }
    guard let entry = node.entries?.first else { return "" }
    let settings = (entry.value.entries ?? []).map { "\($0.key): \($0.value.text ?? "…")" }
    return settings.isEmpty ? entry.key : "\(entry.key) (\(settings.joined(separator: ", ")))"
  }
}

/// A file of trigger rules: the workspace's, or one person's own.
package struct RuleFile: WorkspaceRecord {
  /// A stretch of time in which a rule keeps quiet about something.
  package struct Silence: Sendable {
    package var matches: [(name: String, value: String)]
    package var until: Day?
    package var by: String?
    package var reason: String?

    /// Whether it still holds on a day and is about a rule and a subject; one that names nothing is about everything.
    package func holds(on day: Day, rule: String, account: String, deal: String?) -> Bool {
      guard until.map({ $0 >= day }) ?? true else { return false }
      return matches.allSatisfy { match in
        switch match.name {
        case "account", "customer": match.value == account
        case "deal": deal.map { match.value == $0 || match.value == "\(account)/\($0)" } ?? false
        case "rule": match.value == rule
        default: false
        }
      }
    }
  }
  /// Who hears of which alerts, and when.
  package struct Route: Sendable {
    package var severity: TriggerRule.Severity?
    package var rule: String?
    /// "owner", "csm_and_manager", "digest_daily".
    package var to: String
    package var groupBy: [String]
    package var wait: RuleSpan?
  }
  /// Hours in which nobody is disturbed, by the recipient's own clock.
  package struct QuietHours: Sendable {
    /// Minutes of the day.
    package var from: Int
    package var to: Int
    package var hasWeekends: Bool

    /// Hours by the minutes of the day at which they begin and end.
    package init(from: Int, to: Int, hasWeekends: Bool) {
      self.from = from
      self.to = to
      self.hasWeekends = hasWeekends
    }
  }

  package var source: RecordSource
  package var rules: [TriggerRule]
  package var silences: [Silence]
  /// In order: the first that fits counts.
  package var routes: [Route]
  package var quietHours: QuietHours?
  /// Days on which nobody works.
  package var holidays: [Day]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    let nodes = source.fields?["rules"]?.items ?? []
    var index = -1
    rules = fields.records("rules", owner: "rule") { rule in
      index += 1
      let start = nodes.indices.contains(index) ? nodes[index].start : .start
      return TriggerRule(range: SourceRange(file: source.path, start: start), &rule)
    }
    silences = fields.records("silences", owner: "silence") { silence in
      let matches = (silence.node("match")?.entries ?? []).map { (name: $0.key, value: $0.value.text ?? "") }
      return Silence(
        matches: matches, until: silence.day("until"), by: silence.text("by"), reason: silence.text("reason"))
    }
    routes = fields.records("routes", owner: "route") { route in
      let isDefault = route.flag("default") ?? false
      let severity = route.choice("severity", TriggerRule.Severity.self)
      let rule = route.text("rule")
      let groupBy = route.texts("group_by")
      let wait = route.text("wait").flatMap { RuleSpan($0) }
      guard let to = route.text("to", required: true) else { return nil }
      return Route(
        severity: isDefault ? nil : severity, rule: isDefault ? nil : rule, to: to, groupBy: groupBy, wait: wait)
    }
    quietHours = fields.record("quiet_hours", owner: "quiet hours") { hours in
      let (from, to) = (hours.text("from"), hours.text("to"))
      let hasWeekends = hours.flag("weekends") ?? true
      guard let from = from.flatMap(Self.minutes), let to = to.flatMap(Self.minutes) else { return nil }
      return QuietHours(from: from, to: to, hasWeekends: hasWeekends)
    }
    holidays = fields.texts("holidays").compactMap { Day(iso: $0) }
    fields.accept("digests")
  }

  /// `19:30` as minutes of the day.
  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
