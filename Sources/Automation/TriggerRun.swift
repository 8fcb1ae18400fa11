internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// Watches, detects and evaluates: makes decisions of a workspace, its history, a clock and what was decided before.
///
/// It writes nothing.
package struct TriggerRun {
  let input: TriggerInput
  let rules: RuleSet
  let facts: FactReading
  let calendar: WorkCalendar
  let audience: EvidenceAudience
  let now: Instant
  var book: EpisodeBook
  var decisions = TriggerDecisions()
  /// Accounts for which a rule has an open episode, by rule.
  var active: [String: Set<String>] = [:]

  /// The decisions of a run.
  package static func decisions(_ input: TriggerInput) -> TriggerDecisions {
    var run = TriggerRun(input)
    run.evaluate()
    return run.decisions
  }

  init(_ input: TriggerInput) {
    self.input = input
    rules = RuleSet(input.workspace, only: input.only)
    calendar = input.calendar.with(holidays: rules.holidays)
    facts = FactReading(input.workspace, clock: input.clock, calendar: calendar)
    audience = EvidenceAudience(input.workspace)
    // The workspace's own clock, whatever offset the moment was asked with.
    now = calendar.local(input.clock.now, zone: input.workspace.settings.timeZone)
    book = EpisodeBook(input.episodes, paths: input.workspace.paths)
    decisions.unread = rules.unread
  }

  private mutating func evaluate() {
    completeAnswers()
    let detections = detections()
    for (place, rule) in rules.rules.enumerated() {
      var tally = TriggerDecisions.Tally(rule: rule.id)
      switch rule.event {
      case .daily: evaluateDaily(rule, &tally)
      case .interaction, .change: evaluateEvents(rule, detections[place], &tally)
      }
      active[rule.id] = Set(
        book.episodes(of: rule).filter { $0.isOpen && $0.state != .pending }.map(\.subject.account))
      decisions.tallies.append(tally)
    }
    decisions.writes.sort { $0.path < $1.path }
    decisions.deadline = deadline
  }

  /// Tells when and by whom alerts were acknowledged whose files say only that they were: the commit knows it.
  private mutating func completeAnswers() {
    for episode in input.episodes where episode.state == .acknowledged && episode.acknowledgedAt == nil {
      let event = input.timeline.events.last {
        $0.record == episode.path && $0.field == "state" && $0.new == .text(Alert.State.acknowledged.rawValue)
      }
      guard let event else { continue }
      let author = input.timeline.commits[event.commit].author
      var answered = episode
      answered.acknowledgedAt = calendar.local(event.recordedAt, zone: input.workspace.settings.timeZone)
      answered.acknowledgedBy =
        input.workspace.people.first { $0.email?.lowercased() == author.email.lowercased() }?.id ?? author.name
      note(.acknowledged, answered, from: episode)
    }
  }

  // MARK: What is looked at

  /// The subjects of a rule that is looked at every day, with the deal that facts are asked of.
  func subjects(of rule: Rule) -> [(subject: RuleSubject, about: RuleSubject)] {
    guard rule.isAboutDeals else {
      return input.workspace.customers.map { (RuleSubject(account: $0.slug), RuleSubject(account: $0.slug)) }
    }
    return input.workspace.deals.filter { rule.choosesStages || $0.isOpen }.map { deal in
      let about = RuleSubject(account: deal.customer, deal: deal.slug)
      return (rule.key.contains(.deal) ? about : RuleSubject(account: deal.customer), about)
    }
  }

  /// What a condition says of a subject.
  func evaluation(
    of condition: Condition, for subject: RuleSubject, _ interaction: Interaction? = nil
  ) -> (truth: Truth, evaluation: ConditionEvaluation) {
    var evaluation = ConditionEvaluation(
      calendar: calendar, currency: input.workspace.settings.currency
    ) { [facts] in facts.value(of: $0, for: subject, interaction: interaction) }
    let truth = evaluation.truth(of: condition)
    return (truth, evaluation)
  }

  /// Why a condition could not be judged.
  static func reason(_ evaluation: ConditionEvaluation) -> String {
    for leaf in evaluation.leaves where leaf.truth == .unknown {
      for (fact, value) in leaf.values {
        if case .unknown(let reason) = value { return "\(fact): \(reason)" }
        if case .absent = value { return "\(fact): not noted" }
      }
      return "\(leaf.text): cannot be compared"
    }
    return "unknown"
  }

  // MARK: What is written

  /// Notes what became of an episode, and the file that says so.
  mutating func note(_ kind: TriggerDecisions.Change.Kind, _ episode: Episode, from before: Episode?) {
    book.note(episode)
    decisions.changes.append(TriggerDecisions.Change(kind: kind, episode: episode, isNew: before == nil))
    if let before {
      let edits = AlertText.edits(from: before, to: episode)
      if let place = decisions.writes.firstIndex(where: { $0.path == episode.path }) {
        if case .edited(let earlier) = decisions.writes[place].content {
          let names = Set(edits.map(\.name))
          decisions.writes[place].content = .edited(earlier.filter { !names.contains($0.name) } + edits)
        } else {
          decisions.writes[place].content = .created(AlertText.text(episode))
        }
      } else if !edits.isEmpty {
        decisions.writes.append(FileWrite(episode.path, .edited(edits)))
      }
    } else {
      decisions.writes.append(FileWrite(episode.path, .created(AlertText.text(episode))))
    }
  }

  /// Why nothing may be sent about a subject now: a silence, or another rule.
  func hold(_ rule: Rule, _ subject: RuleSubject) -> (state: Alert.State, by: String)? {
    if let silence = rules.silence(rule, subject, on: input.clock.day) {
      return (.silenced, silence.by ?? "silences")
    }
    if let other = rule.inhibitedBy.first(where: { active[$0]?.contains(subject.account) ?? false }) {
      return (.inhibited, other)
    }
    return nil
  }

  /// Opens an episode, unless nobody could see what it was made from; tells whether it did.
  mutating func open(
    _ rule: Rule, _ subject: RuleSubject, from before: Episode?, evidence: [Alert.Evidence],
    values: [(name: String, value: String)], heldSince: Day?, isPending: Bool, _ tally: inout TriggerDecisions.Tally
  ) {
    let hold = isPending ? nil : hold(rule, subject)
    let state = isPending ? Alert.State.pending : hold?.state ?? .firing
    var episode =
      before
      ?? Episode(
        path: book.freePath(rule, subject, on: input.clock.day), rule: rule, subject: subject, state: state)
    var paths = evidence.map { RepoPath($0.path) }
    paths += [facts.customers[subject.account]?.source.path].compactMap(\.self)
    let label: [String]? =
      rule.person.map { audience.sees($0, evidence: paths) ? [] : nil } ?? audience.label(episode.path, evidence: paths)
    guard let label else {
      tally.withheld += 1
      return
    }
    episode.state = state
    episode.severity = rule.severity
    episode.heldSince = heldSince
    episode.heldBackBy = hold?.by
    episode.firedAt = isPending ? nil : now
    episode.evidence = evidence
    episode.values = values.map { (name: $0.name, value: audience.hides($0.name) ? "hidden" : $0.value) }
    episode.audience = label
    if state == .firing, input.plansActions { act(rule, &episode, paths) }
    note(
      isPending ? .pending : state == .firing ? .opened : state == .silenced ? .silenced : .inhibited, episode,
      from: before)
  }

  /// Closes an episode.
  mutating func close(_ episode: Episode, _ state: Alert.State) {
    var closed = episode
    closed.state = state
    closed.resolvedAt = now
    closed.waiting = []
    closed.heldBackBy = nil
    note(state == .expired ? .expired : .resolved, closed, from: episode)
  }
}
