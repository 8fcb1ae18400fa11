internal import Automation
internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Puts what rules decided into lines.
enum TriggerPrinter {
  /// "daily", "interaction", "change(deal.stage)".
  static func event(_ event: RuleEvent) -> String {
    switch event {
    case .daily: "daily"
    case .interaction: "interaction"
    case .change(let kind, let field):
      "change(\(RuleEvent.kinds.first { $0.kind == kind }?.word ?? kind.rawValue).\(field))"
    }
  }

  /// What a run did, or would do.
  static func lines(_ outcome: TriggerOutcome, isDryRun: Bool) -> [String] {
    let decisions = outcome.decisions
    var lines: [String] = []
    for change in decisions.changes {
      let episode = change.episode
      lines.append("\(word(change.kind))  \(episode.severity.rawValue)  \(episode.rule)  \(episode.subject.text)")
      guard change.kind != .removed, change.kind != .resolved, change.kind != .expired else { continue }
      if !episode.values.isEmpty {
        lines.append(
          "          \(TextPrinter.visible(episode.values.map { "\($0.name) \($0.value)" }.joined(separator: ", ")))")
      }
      for evidence in episode.evidence.prefix(3) {
        let words = evidence.quote.map { "“\($0)”" } ?? evidence.note ?? ""
        lines.append("          \(TextPrinter.visible("\(evidence.path): \(words)"))")
      }
      for done in episode.done { lines.append("          \(done.action)\(done.to.map { " → \($0)" } ?? "")") }
      for waiting in episode.waiting { lines.append("          \(waiting) later, unless it is acknowledged") }
    }
    for tally in decisions.tallies {
      if let count = tally.overLimit {
        lines.append("stopped   \(tally.rule) would open \(count) alerts at once; look at it, or raise --fan-out")
      }
      if !tally.unknown.isEmpty {
        let some = tally.unknown.prefix(3).map { "\($0.subject) (\($0.reason))" }.joined(separator: ", ")
        let more = tally.unknown.count > 3 ? ", …" : ""
        lines.append(
          "unknown   \(tally.rule) could not evaluate \(tally.unknown.count): \(TextPrinter.visible(some))\(more)")
      }
      let quiet = [
        (tally.negated, "turned around"), (tally.supposed, "only thought of"), (tally.otherSpeaker, "said by others"),
        (tally.again, "within an episode's quiet time"), (tally.cooling, "cooling down"),
        (tally.withheld, "nobody may see"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      if !quiet.isEmpty { lines.append("quiet     \(tally.rule): \(quiet.joined(separator: ", "))") }
    }
    for unread in decisions.unread { lines.append("not read  \(unread.rule): \(TextPrinter.visible(unread.reason))") }
    if isDryRun {
      lines.append("Nothing was written: \(decisions.writes.count) files would change")
      lines += decisions.writes.map { "  \(TextPrinter.visible($0.path.description))" }
    } else if let commit = outcome.commit {
      lines.append("Committed \(commit) on \(outcome.branch)")
      for path in outcome.left { lines.append("  left as it is in the work tree: \(TextPrinter.visible(path))") }
    } else {
      lines.append(decisions.isStopped ? "Nothing was written" : "Nothing to do")
    }
    return lines
  }

  /// What a look of a watcher came to; nothing when nothing happened but time.
  static func lines(_ report: Watcher.Report) -> [String] {
    var lines: [String] = []
    if let problem = report.problem {
      lines.append("failed    \(TextPrinter.visible(problem.message)); tries again in a minute")
      if let help = problem.help { lines.append("          \(TextPrinter.visible(help))") }
      return lines
    }
    guard let outcome = report.outcome else { return lines }
    lines.append("\(outcome.asOf.iso)  \(report.cause.rawValue)")
    if outcome.commit != nil || outcome.decisions.isStopped {
      lines += self.lines(outcome, isDryRun: false)
    }
    for delay in report.delays {
      let steps: [(String, Instant?)] = [
        ("happened", delay.happened), ("official", delay.recorded), ("seen", delay.detected),
        ("on the site", delay.rendered),
      ]
      let told = steps.compactMap { name, instant in instant.map { "\(name) \($0.iso)" } }
      lines.append("delay     \(delay.alert): \(told.joined(separator: ", "))")
    }
    if let summary = report.summary {
      lines.append("Published \(summary.pages) pages for \(summary.audienceTitle)")
    }
    lines.append("Next look at \(report.next.iso), or when the branch moves")
    return lines
  }

  private static func word(_ kind: TriggerDecisions.Change.Kind) -> String {
    kind.rawValue + String(repeating: " ", count: max(0, 8 - kind.rawValue.utf8.count))
  }

  /// The same for programs.
  static func json(_ outcome: TriggerOutcome, isDryRun: Bool) -> JSONValue {
    let decisions = outcome.decisions
    let changes = decisions.changes.map { change in
      JSONValue.members(
        ("kind", .string(change.kind.rawValue)), ("alert", .string(change.episode.id)),
        ("rule", .string(change.episode.rule)), ("subject", .string(change.episode.subject.text)),
        ("severity", .string(change.episode.severity.rawValue)), ("state", .string(change.episode.state.rawValue)),
        (
          "values",
          .object(change.episode.values.map { JSONValue.Member($0.name, .string($0.value)) })
        ),
        (
          "evidence",
          .array(
            change.episode.evidence.map { item in
              .members(
                ("path", .string(item.path)), ("quote", item.quote.map(JSONValue.string)),
                ("note", item.note.map(JSONValue.string)), ("commit", item.commit.map(JSONValue.string)))
            })
        ))
    }
    let tallies = decisions.tallies.map { tally in
      JSONValue.members(
        ("rule", .string(tally.rule)), ("looked", .integer(tally.looked)), ("held", .integer(tally.held)),
        ("unknown", .integer(tally.unknown.count)), ("negated", .integer(tally.negated)),
        ("supposed", .integer(tally.supposed)), ("other_speaker", .integer(tally.otherSpeaker)),
        ("again", .integer(tally.again)), ("cooling", .integer(tally.cooling)),
        ("over_limit", tally.overLimit.map(JSONValue.integer)))
    }
    return .members(
      ("as_of", .string(outcome.asOf.iso)), ("dry_run", .bool(isDryRun)),
      ("commit", outcome.commit.map(JSONValue.string)),
      ("branch", .string(outcome.branch)), ("changes", .array(changes)), ("rules", .array(tallies)),
      ("files", .array(decisions.writes.map { .string($0.path.description) })),
      (
        "not_read",
        .array(decisions.unread.map { .members(("rule", .string($0.rule)), ("reason", .string($0.reason))) })
      ))
  }

  /// Why a rule fires, or does not.
  static func lines(_ explanation: RuleExplanation) -> [String] {
    var lines = ["\(explanation.rule.id) \(explanation.verdict) for \(explanation.subject.text)"]
    for leaf in explanation.leaves {
      let values = leaf.values.map { "\($0.fact) is \($0.value.words)" }.joined(separator: ", ")
      let word = leaf.truth == .yes ? "yes    " : leaf.truth == .no ? "no     " : "unknown"
      lines.append(
        "  \(word)  \(TextPrinter.visible(leaf.text))\(values.isEmpty ? "" : ": \(TextPrinter.visible(values))")")
    }
    for occurrence in explanation.occurrences {
      lines.append("  \(occurrence.isMeant ? "yes    " : "no     ")  '\(occurrence.phrase)' \(occurrence.meaning)")
      lines.append("           “\(TextPrinter.visible(occurrence.quote))”, \(TextPrinter.visible(occurrence.path))")
    }
    lines += explanation.notes.map { "  \(TextPrinter.visible($0))" }
    return lines
  }

  /// What a rule would have fired.
  static func lines(_ test: BackTest) -> [String] {
    var lines = [
      "\(test.rule) from \(test.days.lowerBound.iso) to \(test.days.upperBound.iso): \(test.fired.count) episodes"
    ]
    for fired in test.fired {
      let end = fired.resolvedOn.map { " to \($0.iso)" } ?? ""
      let more = [fired.verdict.map { "judged \($0.rawValue)" }, fired.outcome.map { "later \($0)" }].compactMap(\.self)
      lines.append(
        "  \(fired.on.iso)\(end)  \(fired.subject)  \(TextPrinter.visible(fired.why))\(more.isEmpty ? "" : " (\(more.joined(separator: ", ")))")"
      )
    }
    lines.append("by month: " + test.months.map { "\($0.month) \($0.count)" }.joined(separator: ", "))
    lines.append("could not be judged: \(test.unknown) evaluations")
    if let precision = test.precision {
      lines.append("precision: \(precision.useful) of \(precision.judged) judged useful")
    } else {
      lines.append("precision: unknown, nobody judged an alert of it")
    }
    let outcomes = ["left", "won", "lost"].compactMap { (word: String) -> String? in
      let count = test.fired.count { $0.outcome == word }
      return count > 0 ? "\(count) \(word)" : nil
    }
    if !outcomes.isEmpty {
      lines.append("afterwards: \(outcomes.joined(separator: ", ")) of \(test.fired.count)")
    }
    if test.overLimit > 0 { lines.append("on \(test.overLimit) days it would have opened too many alerts at once") }
    return lines
  }
}
