internal import Diagnostics
internal import WorkspaceModel

extension TriggerRun {
  /// Something that happened once and may open an episode.
  struct Detection {
    /// Its record.
    var path: RepoPath
    var account: String
    /// Deals that it is about; one nil for none.
    var deals: [String?]
    var interaction: Interaction?
    /// The words that were found, in order.
    var phrases: [(phrase: String, quote: String)] = []
    /// What changed, in words.
    var note: String?
    var negated = 0
    var supposed = 0
    var otherSpeaker = 0
    /// Whether it is news for the rule at all.
    var isMeant = true
  }

  /// What has arrived for each rule, by place; every text is gone through once for all rules.
  func detections() -> [[Detection]] {
    var detections = [[Detection]](repeating: [], count: rules.rules.count)
    let waiting = rules.rules.indices.filter { rules.rules[$0].event == .interaction }
    if !waiting.isEmpty {
      for arrival in input.arrivals.interactions(of: input.workspace) {
        let interaction = input.workspace.interactions[arrival.place]
        for (rule, detection) in self.detections(in: interaction, waiting) { detections[rule].append(detection) }
      }
    }
    for (place, rule) in rules.rules.enumerated() {
      guard case .change(let kind, let field) = rule.event else { continue }
      detections[place] = input.arrivals.changes(of: kind, field).compactMap(detection)
    }
    return detections
  }

  private func detections(in interaction: Interaction, _ waiting: [Int]) -> [(rule: Int, detection: Detection)] {
    let bare = Detection(
      path: interaction.source.path, account: interaction.customer,
      deals: interaction.deals.isEmpty ? [nil] : interaction.deals.map { $0 }, interaction: interaction)
    var found: [(rule: Int, detection: Detection)] = []
    for place in waiting where rules.rules[place].phrases.isEmpty { found.append((place, bare)) }
    // Machines repeat what others said.
    guard !interaction.isAutomated, mayHit(interaction) else { return found }
    var byRule: [Int: Detection] = [:]
    for scope in Set(waiting.map { rules.rules[$0].scope }).sorted(by: { $0.rawValue < $1.rawValue }) {
      for occurrence in PhraseReader(rules.phrases).occurrences(in: interaction, scope: scope, name: name) {
        let place = rules.ruleOfPhrase[occurrence.phrase]
        let rule = rules.rules[place]
        guard rule.scope == scope else { continue }
        var detection = byRule[place] ?? bare
        if byRule[place] == nil { detection.isMeant = false }
        if let side = rule.speaker, side != occurrence.side {
          detection.otherSpeaker += 1
        } else {
          switch occurrence.meaning {
          case .meant:
            detection.isMeant = true
            let phrase = rules.phrases.phrases[occurrence.phrase].text
            if !detection.phrases.contains(where: { $0.phrase == phrase }) {
              detection.phrases.append((phrase, occurrence.quote))
            }
          case .negated: detection.negated += 1
          case .supposed: detection.supposed += 1
          case .other: detection.otherSpeaker += 1
          }
        }
        byRule[place] = detection
      }
    }
    return found + byRule.keys.sorted().compactMap { place in byRule[place].map { (place, $0) } }
  }

  /// Whether a phrase stands anywhere in it, whoever said it and however.
  private func mayHit(_ interaction: Interaction) -> Bool {
    if interaction.source.body?.bytes.withUnsafeBufferPointer(rules.phrases.hasHit) ?? false { return true }
    return Array(interaction.subject.utf8).withUnsafeBufferPointer(rules.phrases.hasHit)
  }

  func name(_ id: String) -> (name: String, side: SpeakerSide)? {
    if let contact = facts.contacts[id] { return (contact.name, .external) }
    return facts.people[id].map { ($0.name, .internal) }
  }

  private func detection(_ event: FieldEvent) -> Detection? {
    let parts = event.record.components.map { String(decoding: $0, as: UTF8.self) }
    guard parts.count >= 3, parts[0] == "customers", input.workspace.paths.contains(event.record) else { return nil }
    let deal = parts.count == 4 && parts[2] == "deals" ? event.record.stem : nil
    let change = "\(event.field): \(Self.words(event.old)) to \(Self.words(event.new))"
    return Detection(path: event.record, account: parts[1], deals: [deal], note: change)
  }

  private static func words(_ value: FieldValue?) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): number.text
    case .money(let money): "\(money.amount.text) \(money.currency)"
    case .day(let day): day.iso
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): items.joined(separator: ", ")
    case nil: "nothing"
    }
  }

  /// Goes through what has arrived for a rule, and lets go of what is over.
  mutating func evaluateEvents(_ rule: Rule, _ detections: [Detection], _ tally: inout TriggerDecisions.Tally) {
    for episode in book.episodes(of: rule) where episode.isOpen { continueEvent(episode, rule) }
    var wanted: [(subject: RuleSubject, detection: Detection, evaluation: ConditionEvaluation?)] = []
    var taken: Set<RuleSubject> = []
    for detection in detections {
      tally.negated += detection.negated
      tally.supposed += detection.supposed
      tally.otherSpeaker += detection.otherSpeaker
      guard detection.isMeant else { continue }
      tally.looked += 1
      if book.hasEvidence(rule, detection.path), rule.event == .interaction { continue }
      var hasOpened = false
      for deal in detection.deals {
        let about = RuleSubject(account: detection.account, deal: deal)
        var evaluation: ConditionEvaluation?
        if let condition = rule.condition {
          let (truth, found) = self.evaluation(of: condition, for: about, detection.interaction)
          if truth == .unknown { tally.unknown.append((about.text, Self.reason(found))) }
          guard truth == .yes else { continue }
          evaluation = found
        }
        tally.held += 1
        let subject = RuleSubject(
          account: detection.account, deal: rule.key.contains(.deal) ? deal : nil,
          interaction: rule.key.contains(.interaction) ? detection.path.stem : nil)
        if isQuiet(rule, subject) || !taken.insert(subject).inserted {
          tally.again += 1
          continue
        }
        hasOpened = true
        wanted.append((subject, detection, evaluation))
      }
      if !hasOpened { decisions.spent += 1 }
    }
    let limit = rule.fanOut ?? input.fanOut
    if wanted.count > limit {
      tally.overLimit = wanted.count
      // What has arrived would never be looked at again once a commit says that it was.
      decisions.isStopped = true
      return
    }
    for (subject, detection, evaluation) in wanted {
      let commit = input.arrivals.commit(of: detection.path)
      var evidence = detection.phrases.prefix(4).map {
        Alert.Evidence(path: detection.path.description, quote: $0.quote, commit: commit)
      }
      if evidence.isEmpty {
        evidence = [Alert.Evidence(path: detection.path.description, note: detection.note, commit: commit)]
      }
      var values = detection.phrases.prefix(1).map { (name: "phrase", value: $0.phrase) }
      for (fact, value) in (evaluation?.leaves ?? []).flatMap(\.values)
      where !values.contains(where: { $0.name == fact }) {
        values.append((fact, value.words))
      }
      let before = decisions.changes.count
      open(
        rule, subject, from: nil, evidence: Array(evidence), values: Array(values.prefix(8)), heldSince: nil,
        isPending: false, &tally)
      if decisions.changes.count == before { decisions.spent += 1 }
    }
  }

  /// Whether an episode of the subject is open, or its quiet time has not passed.
  private func isQuiet(_ rule: Rule, _ subject: RuleSubject) -> Bool {
    guard let episode = book.episode(rule, subject) else { return false }
    if episode.isOpen { return true }
    guard let fired = episode.firedAt else { return false }
    return now.seconds < calendar.adding(rule.cooldown, to: fired).seconds
  }

  /// An event is over with its quiet time, unless the rule says when.
  private mutating func continueEvent(_ episode: Episode, _ rule: Rule) {
    if let resolve = rule.resolve {
      if evaluation(of: resolve, for: episode.subject).truth == .yes { return close(episode, .resolved) }
    } else if let fired = episode.firedAt, now.seconds >= calendar.adding(rule.cooldown, to: fired).seconds {
      return close(episode, episode.state == .acknowledged ? .resolved : .expired)
    }
    if episode.state == .firing {
      if let hold = hold(rule, episode.subject), hold.state == .silenced {
        var held = episode
        (held.state, held.heldBackBy) = (.silenced, hold.by)
        note(.silenced, held, from: episode)
      } else {
        escalateWhenDue(episode, rule)
      }
    }
  }
}
