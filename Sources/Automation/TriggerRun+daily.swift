internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension TriggerRun {
  /// What the deals or the account of one subject say together.
  private struct Finding {
    var truth = Truth.no
    var about: RuleSubject
    var evaluation: ConditionEvaluation?
  }

  /// Goes through all subjects of a rule: opens, keeps and closes episodes.
  mutating func evaluateDaily(_ rule: Rule, _ tally: inout TriggerDecisions.Tally) {
    guard let condition = rule.condition else { return }
    var findings: [RuleSubject: Finding] = [:]
    for (subject, about) in subjects(of: rule) {
      let (truth, evaluation) = evaluation(of: condition, for: about)
      tally.looked += 1
      if truth == .unknown { tally.unknown.append((about.text, Self.reason(evaluation))) }
      let known = findings[subject]?.truth
      if known == nil || known == .no && truth != .no || known == .unknown && truth == .yes {
        findings[subject] = Finding(truth: truth, about: about, evaluation: evaluation)
      }
    }
    let held = findings.values.count { $0.truth == .yes }
    tally.held = held
    let limit = rule.fanOut ?? input.fanOut
    let wanted = findings.count { subject, finding in
      finding.truth == .yes && (book.episode(rule, subject).map { !$0.isOpen && !isCooling($0, rule) } ?? true)
    }
    let isOverLimit = wanted > limit
    if isOverLimit { tally.overLimit = wanted }
    for subject in findings.keys.sorted() {
      guard let finding = findings[subject] else { continue }
      let episode = book.episode(rule, subject)
      if let episode, episode.isOpen {
        continueEpisode(episode, rule, finding, isOverLimit: isOverLimit, &tally)
      } else if finding.truth == .yes {
        if let episode, isCooling(episode, rule) {
          tally.cooling += 1
        } else if !isOverLimit {
          begin(rule, subject, finding, from: nil, &tally)
        }
      }
    }
    // What is gone, or no longer among the subjects, does not hold any more.
    for episode in book.episodes(of: rule) where episode.isOpen && findings[episode.subject] == nil {
      if episode.state == .pending { drop(episode) } else { close(episode, .expired) }
    }
  }

  /// Whether an episode closed so recently that the next one has to wait.
  func isCooling(_ episode: Episode, _ rule: Rule) -> Bool {
    guard let closed = episode.closedAt else { return false }
    return now.seconds < calendar.adding(rule.cooldown, to: closed).seconds
  }

  private mutating func begin(
    _ rule: Rule, _ subject: RuleSubject, _ finding: Finding, from before: Episode?,
    _ tally: inout TriggerDecisions.Tally
  ) {
    let since = before?.heldSince ?? input.clock.day
    let isPending = !hasHeld(rule, since: since)
    if isPending, before != nil { return }
    let (evidence, values) = evidence(rule, finding)
    open(
      rule, subject, from: before, evidence: evidence, values: values, heldSince: since, isPending: isPending, &tally)
  }

  /// Whether the rule has held for long enough: of two days the second is enough.
  private func hasHeld(_ rule: Rule, since: Day) -> Bool {
    guard let hold = rule.hold else { return true }
    let before = RuleSpan(max(0, hold.count - 1), hold.unit)
    let days = hold.unit == .businessDays ? before : RuleSpan(max(0, (hold.seconds + 86_399) / 86_400 - 1), .days)
    return calendar.adding(days, to: since) <= input.clock.day
  }

  private mutating func continueEpisode(
    _ episode: Episode, _ rule: Rule, _ finding: Finding, isOverLimit: Bool, _ tally: inout TriggerDecisions.Tally
  ) {
    if episode.state == .pending {
      // What is not known does not hold.
      if finding.truth != .yes {
        drop(episode)
      } else if !isOverLimit {
        begin(rule, episode.subject, finding, from: episode, &tally)
      }
      return
    }
    if isResolved(rule, finding) { return close(episode, .resolved) }
    let hold = hold(rule, episode.subject)
    switch (episode.state, hold) {
    case (.firing, let hold?):
      var held = episode
      held.state = hold.state
      held.heldBackBy = hold.by
      note(hold.state == .silenced ? .silenced : .inhibited, held, from: episode)
    case (.silenced, nil), (.inhibited, nil):
      guard finding.truth == .yes else { return }
      let (evidence, values) = evidence(rule, finding)
      var fired = episode
      fired.state = .firing
      fired.heldBackBy = nil
      fired.firedAt = now
      fired.evidence = evidence
      fired.values = values.map { (name: $0.name, value: audience.hides($0.name) ? "hidden" : $0.value) }
      if input.plansActions { act(rule, &fired, evidence.map { RepoPath($0.path) }) }
      note(.opened, fired, from: episode)
    case (.firing, nil): escalateWhenDue(episode, rule)
    default: break
    }
  }

  /// Takes a pending episode away: it never fired.
  private mutating func drop(_ episode: Episode) {
    book.forget(episode)
    decisions.changes.append(TriggerDecisions.Change(kind: .removed, episode: episode, isNew: false))
    decisions.writes.append(FileWrite(episode.path, .removed))
  }

  /// With a condition of its own once that holds, otherwise once the rule's does not.
  private func isResolved(_ rule: Rule, _ finding: Finding) -> Bool {
    guard let resolve = rule.resolve else { return finding.truth == .no }
    return evaluation(of: resolve, for: finding.about).truth == .yes
  }

  /// The records and values that decided.
  private func evidence(
    _ rule: Rule, _ finding: Finding
  ) -> (evidence: [Alert.Evidence], values: [(name: String, value: String)]) {
    var names: [String] = []
    var values: [(name: String, value: String)] = []
    // What made it true comes first; what did not hold is told as well, since it says what did not matter.
    let leaves = finding.evaluation?.leaves ?? []
    for leaf in leaves.filter({ $0.truth == .yes }) + leaves.filter({ $0.truth != .yes }) {
      for (fact, value) in leaf.values where !names.contains(fact) {
        names.append(fact)
        values.append((fact, value.words))
      }
    }
    var seen: Set<RepoPath> = []
    var evidence: [Alert.Evidence] = []
    let deciding = leaves.filter { $0.truth == .yes }.flatMap { $0.values.map(\.fact) }
    for fact in deciding {
      for source in facts.sources(of: fact, for: finding.about) where input.workspace.paths.contains(source.path) {
        guard evidence.count < 8, seen.insert(source.path).inserted else { continue }
        evidence.append(
          Alert.Evidence(
            path: source.path.description, note: source.note, commit: input.arrivals.commit(of: source.path)))
      }
    }
    return (evidence, Array(values.prefix(8)))
  }
}
