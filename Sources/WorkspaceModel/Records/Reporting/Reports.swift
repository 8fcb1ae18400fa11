/// What a report shows and for whom; the body is its template.
package struct ReportDefinition: WorkspaceRecord {
  package enum Level: String, CaseIterable, Sendable { case personal, team, pulse }
  package enum Cadence: String, CaseIterable, Sendable {
    case daily, weekly, monthly
    case onEvent = "on_event"
  }
  /// A part of the report.
  package struct Section: Sendable {
    package var id: String
    package var title: String
    /// What it is made from.
    package var origin: String?
    package var shows: String?
  }

  package var source: RecordSource
  /// "ae", "vp_sales", "morning_brief".
  package var report: String
  package var level: Level?
  package var cadence: Cadence?
  package var forRole: String?
  package var period: String?
  /// Person id.
  package var owner: String?
  package var reviewedOn: Day?
  package var sections: [Section]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    report = fields.text("report") ?? source.slug
    level = fields.choice("level", Level.self)
    cadence = fields.choice("cadence", Cadence.self)
    forRole = fields.text("for_role")
    period = fields.text("period")
    owner = fields.text("owner")
    reviewedOn = fields.day("reviewed_on")
    sections = fields.records("sections", owner: "section") { section in
      guard let id = section.text("id", required: true) else { return nil }
      return Section(
        id: id, title: section.text("title") ?? Slug.title(of: id), origin: section.text("from"),
        shows: section.text("shows"))
    }
  }
}

/// One episode of a rule that fired.
package struct Alert: WorkspaceRecord {
  package enum State: String, CaseIterable, Sendable {
    case pending, firing, acknowledged, resolved, silenced, inhibited, expired
  }
  package enum Verdict: String, CaseIterable, Sendable { case useful, noise, duplicate }
  /// A quote and where it stands.
  package struct Evidence: Sendable {
    /// Path from the workspace's root.
    package var path: String
    package var quote: String?
    /// What the record says to the matter, where no words of it are quoted.
    package var note: String?
    /// Short hash of the commit whose version of the record it was.
    package var commit: String?

    /// Evidence by its parts.
    package init(path: String, quote: String? = nil, note: String? = nil, commit: String? = nil) {
      self.path = path
      self.quote = quote
      self.note = note
      self.commit = commit
    }
  }
  /// Something that was done because of it.
  package struct Done: Sendable {
    package var action: String
    package var at: Instant?
    /// Person id.
    package var to: String?
    /// Path from the workspace's root.
    package var path: String?

    /// What was done by its parts.
    package init(action: String, at: Instant? = nil, to: String? = nil, path: String? = nil) {
      self.action = action
      self.at = at
      self.to = to
      self.path = path
    }
  }

  package var source: RecordSource
  package var rule: String?
  /// Customer slug, or "customer/deal".
  package var subject: String?
  package var severity: TriggerRule.Severity?
  package var state: State?
  package var firedAt: Instant?
  package var acknowledgedAt: Instant?
  package var acknowledgedBy: String?
  package var resolvedAt: Instant?
  package var verdict: Verdict?
  package var evidence: [Evidence]
  /// Values that made the rule true.
  package var values: [(name: String, value: String)]
  package var actions: [String]
  /// Actions that wait for their time.
  package var waiting: [String]
  package var done: [Done]
  /// The first day on which the rule held, told while it is pending.
  package var heldSince: Day?
  /// When it went to somebody's manager.
  package var escalatedAt: Instant?
  package var resolvedBy: String?

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    rule = fields.text("rule", required: true)
    subject = fields.text("subject", required: true)
    severity = fields.choice("severity", TriggerRule.Severity.self)
    state = fields.choice("state", State.self, required: true)
    firedAt = fields.instant("fired_at")
    acknowledgedAt = fields.instant("acked_at")
    acknowledgedBy = fields.text("acked_by")
    resolvedAt = fields.instant("resolved_at")
    verdict = fields.choice("verdict", Verdict.self)
    evidence = fields.records("evidence", owner: "evidence") { entry in
      guard let path = entry.text("path", required: true) else { return nil }
      return Evidence(path: path, quote: entry.text("quote"), note: entry.text("note"), commit: entry.text("commit"))
    }
    waiting = fields.texts("waiting")
    done = fields.records("done", owner: "action") { entry in
      guard let action = entry.text("action", required: true) else { return nil }
      return Done(action: action, at: entry.instant("at"), to: entry.text("to"), path: entry.text("path"))
    }
    heldSince = fields.day("held_since")
    escalatedAt = fields.instant("escalated_at")
    resolvedBy = fields.text("resolved_by")
    fields.accept("note", "silenced_by", "held_back_by")
    values = (fields.node("values")?.entries ?? []).map { ($0.key, $0.value.text ?? "unknown") }
    actions = fields.texts("actions")
  }

  /// Whether somebody still has to look at it.
  package var isOpen: Bool { state == .firing || state == .pending || state == .acknowledged }
}

/// What one person means to do on one day.
package struct DailyPlan: WorkspaceRecord {
  package var source: RecordSource
  /// Person id, told by the folder when the file does not say.
  package var person: String
  package var day: Day?

  init(_ source: RecordSource, person: String, _ fields: inout FieldReader) {
    self.source = source
    self.person = fields.text("person") ?? person
    day = fields.day("day") ?? Day(iso: source.slug)
  }
}

/// The frame of a context pack.
package struct ContextTemplate: WorkspaceRecord {
  package enum Tier: String, CaseIterable, Sendable { case compact, standard, extended }

  package var source: RecordSource
  package var tier: Tier?
  package var budgetTokens: Int?

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    tier = fields.choice("tier", Tier.self)
    budgetTokens = fields.integer("budget_tokens", in: 1...100_000_000)
  }
}
