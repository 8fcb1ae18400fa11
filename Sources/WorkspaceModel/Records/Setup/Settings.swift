package import Diagnostics

/// What `fieldbook.yaml` says about the workspace as a whole.
package struct Settings: Sendable {
  /// Days after which a record of a kind counts as stale.
  package struct Freshness: Sendable {
    package var profileDays = 120
    package var battlecardDays = 90
    package var playbookDays = 180
    package var templateDays = 365
    package var trainingDays = 365
    package var securityDays = 180

    /// The defaults.
    package init() {}
  }
  /// What a check counts as, where.
  package struct CheckLevel: Sendable {
    /// Levels that a check can be given.
    package enum Level: String, CaseIterable, Sendable { case off, note, warning, error }

    /// Id of the check, or `*`.
    package var check: String
    package var level: Level
    /// Paths that it holds for; empty for all.
    package var paths: [GlobPattern]

    /// Whether it speaks of a check at a path.
    package func applies(to id: String, at path: RepoPath) -> Bool {
      (check == id || check == "*") && (paths.isEmpty || paths.contains { $0.matches(path) })
    }
  }
  /// How history is read.
  package struct History: Sendable {
    /// Mail addresses of machines that commit; `*` stands for any text.
    package var bots: [GlobPattern] = []
    /// A commit that touches more deals than this is a bulk import: its values count, the transitions to them do not.
    package var baselineDeals = 20

    /// The defaults.
    package init() {}

    /// Whether an address is a machine's, upper and lower case alike.
    package func isBot(_ email: String) -> Bool {
      let address = RepoPath(email.lowercased())
      return bots.contains { $0.matches(address) }
    }
  }
  package enum Weekday: String, CaseIterable, Sendable { case monday, sunday, saturday }

  /// What the site is called.
  package var name = "Fieldbook"
  /// ISO 4217 code that totals are printed in.
  package var currency = "EUR"
  /// IANA name; decides where a day begins.
  package var timeZone = "UTC"
  package var weekStart = Weekday.monday
  /// Month and day on which the fiscal year begins.
  package var fiscalYearStart = (month: 1, day: 1)
  /// Address of the repository's web page, for edit links.
  package var repository: String?
  /// Branch that edit links name.
  package var branch = "main"
  /// Audience that `build` makes when none is asked for.
  package var defaultAudience: String?
  package var freshness = Freshness()
  /// Levels of checks, in order; the last that fits counts.
  package var checkLevels: [CheckLevel] = []
  package var history = History()
  /// Holidays and business hours.
  package var workingTime = WorkingTime()
  /// How customers' health is scored.
  package var health = HealthSettings()
  /// Rules about files and folders.
  package var structure = StructureRules()

  /// The defaults of a workspace without `fieldbook.yaml`.
  package init() {}

  /// Reads a file by itself, leaving out whatever does not fit.
  package init(reading bytes: [UInt8]) {
    let node = YAMLComposer.compose(bytes[...], file: "fieldbook.yaml", limits: .file).node
    var fields = FieldReader(node, owner: "settings", file: "fieldbook.yaml", sink: FindingSink())
    self.init(&fields)
  }

  init(_ fields: inout FieldReader) {
    name = fields.text("name") ?? name
    currency = fields.text("currency") ?? currency
    timeZone = fields.text("time_zone") ?? timeZone
    weekStart = fields.choice("week_start", Weekday.self) ?? weekStart
    if let text = fields.text("fiscal_year_start") {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      if parts.count == 2, Day(year: 2024, month: parts[0], day: parts[1]) != nil {
        fiscalYearStart = (parts[0], parts[1])
      } else if let node = fields.node("fiscal_year_start") {
        fields.reportWrongType(node, "fiscal_year_start", expected: "a month and day such as 04-01")
      }
    }
    if let address = fields.text("repository") {
      if address.hasPrefix("https://") || address.hasPrefix("http://") {
        repository = address
      } else if let node = fields.node("repository") {
        fields.reportWrongType(node, "repository", expected: "a web address that begins with https://")
      }
    }
    branch = fields.text("branch") ?? branch
    defaultAudience = fields.text("default_audience")
    let defaults = freshness
    freshness =
      fields.record("freshness", owner: "freshness") { days in
        var freshness = defaults
        freshness.profileDays = days.integer("profile_days", in: 1...10_000) ?? freshness.profileDays
        freshness.battlecardDays = days.integer("battlecard_days", in: 1...10_000) ?? freshness.battlecardDays
        freshness.playbookDays = days.integer("playbook_days", in: 1...10_000) ?? freshness.playbookDays
        freshness.templateDays = days.integer("template_days", in: 1...10_000) ?? freshness.templateDays
        freshness.trainingDays = days.integer("training_days", in: 1...10_000) ?? freshness.trainingDays
        freshness.securityDays = days.integer("security_days", in: 1...10_000) ?? freshness.securityDays
        return freshness
      } ?? defaults
    checkLevels =
      fields.record("checks", owner: "checks") { checks in
        checks.records("levels", owner: "level") { level in
          guard let check = level.text("check", required: true),
            let wanted = level.choice("level", CheckLevel.Level.self, required: true)
          else { return nil }
          return CheckLevel(check: check, level: wanted, paths: level.texts("paths").map(GlobPattern.init))
        }
      } ?? []
    history =
      fields.record("history", owner: "history") { history in
        var read = History()
        read.bots = history.texts("bots").map { GlobPattern($0.lowercased()) }
        read.baselineDeals = history.integer("baseline_deals", in: 1...100_000) ?? read.baselineDeals
        return read
      } ?? history
    workingTime = WorkingTime(&fields)
    structure = fields.record("structure", owner: "structure", read: StructureRules.init) ?? structure
    health = fields.record("health", owner: "health", read: HealthSettings.init) ?? health
    fields.accept("budgets")
  }
}
