internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// Why a rule fires for a subject or does not, with everything that it looked at.
package struct RuleExplanation: Sendable {
  /// A phrase that stands in an interaction.
  package struct Occurrence: Sendable {
    package var path: String
    package var phrase: String
    package var quote: String
    /// "meant", "turned around by 'not'", "only thought of ('if')", "said by internal".
    package var meaning: String
    package var isMeant: Bool
  }

  package var rule: Rule
  package var subject: RuleSubject
  /// "fires", "does not fire", "cannot be judged".
  package var verdict: String
  package var leaves: [ConditionEvaluation.Leaf] = []
  package var occurrences: [Occurrence] = []
  package var episode: Episode?
  /// What else stands in the way or goes with it.
  package var notes: [String] = []

  /// The explanation of one rule for one subject; nil when there is no such rule that can be read.
  package init?(_ input: TriggerInput, rule id: String, subject: RuleSubject) {
    let run = TriggerRun(input)
    guard let rule = run.rules.rules.first(where: { $0.id == id }) else { return nil }
    self.rule = rule
    self.subject = subject
    verdict = "does not fire"
    var truth = Truth.yes
    if let condition = rule.condition {
      let (found, evaluation) = run.evaluation(of: condition, for: subject)
      truth = found
      leaves = evaluation.leaves
    }
    let key = RuleSubject(account: subject.account, deal: rule.key.contains(.deal) ? subject.deal : nil)
    episode = run.book.episode(rule, key)
    switch rule.event {
    case .daily: break
    case .interaction:
      addOccurrences(run, rule)
      if !rule.phrases.isEmpty, !occurrences.contains(where: \.isMeant), truth != .no { truth = .no }
    case .change(let kind, let field):
      let changes = input.arrivals.changes(of: kind, field).filter { event in
        event.record.description.hasPrefix("customers/\(subject.account)/")
          && (subject.deal == nil || event.record.stem == subject.deal)
      }
      notes.append("\(changes.count) changes of \(field) since the last run")
      if changes.isEmpty { truth = .no }
    }
    switch truth {
    case .yes: verdict = "fires"
    case .no: verdict = "does not fire"
    case .unknown: verdict = "cannot be judged"
    }
    addNotes(run, rule, key, truth)
  }

  private mutating func addOccurrences(_ run: TriggerRun, _ rule: Rule) {
    let index = PhraseIndex(rule.phrases)
    let new = Set(run.input.arrivals.interactions(of: run.input.workspace).map(\.place))
    for (place, interaction) in run.input.workspace.interactions.enumerated() {
      guard interaction.customer == subject.account,
        subject.deal.map({ interaction.deals.contains($0) }) ?? true
      else { continue }
      for found in PhraseReader(index).occurrences(in: interaction, scope: rule.scope, name: run.name) {
        var meaning: String
        switch found.meaning {
        case .meant: meaning = "meant"
        case .negated(let word): meaning = "turned around by '\(word)'"
        case .supposed(let word): meaning = "only thought of ('\(word)')"
        case .other(let side): meaning = "said by \(side.rawValue)"
        }
        if let side = rule.speaker, side != found.side {
          meaning = "said by \(found.side.rawValue), the rule waits for \(side.rawValue)"
        }
        let isNew = new.contains(place) && !run.book.hasEvidence(rule, interaction.source.path)
        if meaning == "meant", !isNew { meaning = "meant, but no news" }
        occurrences.append(
          Occurrence(
            path: interaction.source.path.description, phrase: index.phrases[found.phrase].text, quote: found.quote,
            meaning: meaning, isMeant: meaning == "meant"))
      }
    }
  }

  private mutating func addNotes(_ run: TriggerRun, _ rule: Rule, _ key: RuleSubject, _ truth: Truth) {
    if let episode {
      notes.append("its newest alert is \(episode.id), \(episode.state.rawValue)")
      if episode.isOpen, truth == .yes { notes.append("it stays that one alert while the rule holds") }
      if !episode.isOpen, truth == .yes, run.isCooling(episode, rule) {
        notes.append("a new one waits until \(rule.cooldown.text) after the last one closed")
      }
    } else if rule.hold != nil, truth == .yes {
      notes.append("it has to hold for \(rule.hold?.text ?? "")")
    }
    if let silence = run.rules.silence(rule, key, on: run.input.clock.day) {
      notes.append(
        "silenced\(silence.by.map { " by \($0)" } ?? "")\(silence.until.map { " until \($0.iso)" } ?? "")\(silence.reason.map { ": \($0)" } ?? "")"
      )
    }
    for other in rule.inhibitedBy {
      let isOpen = run.input.episodes.contains { $0.rule == other && $0.isOpen && $0.subject.account == key.account }
      notes.append("held back by \(other): \(isOpen ? "yes, it fires" : "no, it does not fire")")
    }
  }
}
