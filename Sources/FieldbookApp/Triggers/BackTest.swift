internal import Automation
internal import Diagnostics
internal import Git
internal import History
internal import PipelineMetrics
internal import Site
package import WorkspaceModel

/// What today's rules would have fired on the days of the past, each day by what was known at its end.
package struct BackTest: Sendable {
  /// One episode that would have been.
  package struct Fired: Sendable, Hashable {
    package var on: WorkspaceModel.Day
    package var rule: String
    package var subject: String
    package var resolvedOn: WorkspaceModel.Day?
    /// The words or values that made it fire.
    package var why: String
    /// What people said of the alert that really was, where there was one within three days.
    package var verdict: Alert.Verdict?
    /// What became of the subject afterwards: "left", "won", "lost".
    package var outcome: String?
  }

  package var rule: String
  package var days: ClosedRange<WorkspaceModel.Day>
  package var fired: [Fired] = []
  /// Episodes by month, every month of the time.
  package var months: [(month: String, count: Int)] = []
  /// Evaluations that could not be judged.
  package var unknown = 0
  /// How often more episodes would have opened in a run than the limit allows.
  package var overLimit = 0
  /// A digest of what the rule says.
  package var digest = ""
  /// The commit whose history was gone through, short.
  package var commit: String?
  /// The records that episodes were made from.
  var evidence: Set<RepoPath> = []
  package var timings: Timings

  /// useful / (useful + noise); nil without verdicts.
  package var precision: (useful: Int, judged: Int)? {
    let judged = fired.filter { $0.verdict == .useful || $0.verdict == .noise }
    return judged.isEmpty ? nil : (judged.count { $0.verdict == .useful }, judged.count)
  }
}

extension Fieldbook {
  /// Replays history day by day with today's rules; nothing is written.
  package static func backTest(
    _ options: OpenOptions, rule id: String, since: WorkspaceModel.Day?
  ) async throws(FieldbookError) -> BackTest {
    let fieldbook = try await open(triggerOptions(options, at: nil))
    guard RuleSet(fieldbook.workspace).rules.contains(where: { $0.id == id }) else { throw fieldbook.noRule(id) }
    var timings = fieldbook.timings
    var test = try timings.measure("replay") { () throws(FieldbookError) in try fieldbook.replay([id], since: since) }
    test.digest = fieldbook.workspace.ruleFiles.lazy.flatMap(\.rules).first { $0.id == id }?.digest ?? ""
    test.commit = fieldbook.snapshot.revision?.short
    test.timings = timings
    return test
  }

  func noRule(_ id: String) -> FieldbookError {
    let set = RuleSet(workspace)
    if let unread = set.unread.first(where: { $0.rule == id }) {
      return .usage("the rule '\(id)' cannot be evaluated: \(unread.reason)", help: "run: fieldbook check")
    }
    return .usage(
      "there is no rule '\(id)'",
      help: NearestWord.to(id, among: set.rules.map(\.id)).map { "did you mean '\($0)'?" }
        ?? "run: fieldbook triggers list")
  }

  func replay(_ rules: [String], since: WorkspaceModel.Day?) throws(FieldbookError) -> BackTest {
    let timeline = history.timeline
    let zone = WorkspaceZone(workspace.settings.timeZone)
    let last = clock.today
    let begin = timeline.commits.first.map {
      $0.recordedAt.day(offsetMinutes: zone.offsetMinutes(at: $0.recordedAt.seconds))
    }
    let first = min(max(since ?? .distantPast, begin ?? last), last)
    var test = BackTest(rule: rules.first ?? "", days: first...last, timings: Timings())
    // The rules that hold others back are looked at as well.
    let held = Set(RuleSet(workspace).rules.filter { rules.contains($0.id) }.flatMap(\.holdersBack))
    let calendar = WorkCalendar { zone, seconds in WorkspaceZone(zone).offsetMinutes(at: seconds) }
    var versions = WorkspaceVersions()
    var reader: WorkspaceReader?
    do throws(GitError) { reader = try WorkspaceReader(options.workspace, jobs: options.jobs) } catch {
      throw .repository(error)
    }
    var then = Workspace()
    var loaded: Int?
    var seen: Int?
    var book: [RepoPath: Episode] = [:]
    var place = -1
    for number in first.number...last.number {
      let day = WorkspaceModel.Day(number: number)
      let end = min(zone.end(of: day), clock.asOf)
      while place + 1 < timeline.commits.count, timeline.commits[place + 1].recordedAt.seconds <= end.seconds {
        place += 1
      }
      guard place >= 0, let reader else { continue }
      if loaded != place {
        do throws(GitError) {
          let files = try reader.read(.revision(timeline.commits[place].id), withFacts: false).files
          then = versions.workspace(files)
        } catch {
          throw .repository(error)
        }
        then.ruleFiles = workspace.ruleFiles
        loaded = place
      }
      let metric = MetricClock(end) { zone.offsetMinutes(at: $0.seconds) }
      var input = TriggerInput(
        then, timeline, clock: metric, calendar: calendar,
        arrivals: Arrivals(timeline, at: end, firstNew: seen.map { $0 + 1 }, lastKnown: place))
      input.episodes = book.keys.sorted().compactMap { book[$0] }
      input.only = Set(rules).union(held)
      input.plansActions = false
      let decisions = TriggerRun.decisions(input)
      seen = place
      for change in decisions.changes {
        if change.kind == .removed {
          book[change.episode.path] = nil
        } else {
          book[change.episode.path] = change.episode
        }
        note(change, on: day, rules, in: &test)
      }
      for tally in decisions.tallies where rules.contains(tally.rule) {
        test.unknown += tally.unknown.count
        if tally.overLimit != nil { test.overLimit += 1 }
      }
    }
    finish(&test)
    return test
  }

  private func note(
    _ change: TriggerDecisions.Change, on day: WorkspaceModel.Day, _ rules: [String], in test: inout BackTest
  ) {
    let episode = change.episode
    guard rules.contains(episode.rule) else { return }
    switch change.kind {
    case .opened:
      test.evidence.formUnion(episode.evidence.map { RepoPath($0.path) })
      let why = episode.values.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
      test.fired.append(
        BackTest.Fired(on: day, rule: episode.rule, subject: episode.subject.text, resolvedOn: nil, why: why))
    case .resolved, .expired:
      if let place = test.fired.lastIndex(where: {
        $0.subject == episode.subject.text && $0.rule == episode.rule && $0.resolvedOn == nil
      }) {
        test.fired[place].resolvedOn = day
      }
    default: break
    }
  }

  /// Holds what would have been against what people said and what came of it.
  private func finish(_ test: inout BackTest) {
    for place in test.fired.indices {
      let fired = test.fired[place]
      let real = workspace.alerts.first { alert in
        alert.rule == fired.rule && alert.subject == fired.subject
          && (alert.firedAt.map { abs($0.day.days(since: fired.on)) <= 3 } ?? false)
      }
      test.fired[place].verdict = real?.verdict
      let subject = RuleSubject(fired.subject)
      if let slug = subject.deal {
        let deal = workspace.deals.first { $0.customer == subject.account && $0.slug == slug }
        if let deal, !deal.isOpen { test.fired[place].outcome = deal.stage == "closed_won" ? "won" : "lost" }
      } else if workspace.customers.first(where: { $0.slug == subject.account })?.lifecycle == .former {
        test.fired[place].outcome = "left"
      }
    }
    var day = test.days.lowerBound
    while day <= test.days.upperBound {
      let month = String(day.iso.prefix(7))
      if test.months.last?.month != month {
        test.months.append((month, test.fired.count { $0.on.iso.hasPrefix(month) }))
      }
      day = day.adding(days: 1)
    }
  }
}

extension WorkspaceModel.Day {
  /// Earlier than anything that was ever written down.
  fileprivate static let distantPast = WorkspaceModel.Day(number: -1_000_000)
}
