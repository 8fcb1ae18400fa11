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
  package var reviewBy: Day?

  init?(range: SourceRange, _ fields: inout FieldReader) {
    let id = fields.text("id", required: true)
    self.range = range
    name = fields.text("title")
    owner = fields.text("owner")
    event = fields.text("event")
    phrases = fields.texts("keywords")
    conditions = fields.texts("conditions")
    isAnyEnough = fields.flag("any") ?? true
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
    actions = (fields.node("actions")?.items ?? []).map(Self.words)
    reviewBy = fields.day("review_by")
    fields.accept("all")
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
  }

  package var source: RecordSource
  package var rules: [TriggerRule]
  package var silences: [Silence]

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
    fields.accept("routes", "quiet_hours", "digests")
  }
}
