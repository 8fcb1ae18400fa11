package import Diagnostics
package import WorkspaceModel

/// One stretch of time in which a rule held for a subject, as its alert file tells it.
package struct Episode: Sendable {
  /// Where the file lies, from the workspace's root.
  package var path: RepoPath
  package var rule: String
  package var subject: RuleSubject
  package var severity: TriggerRule.Severity
  package var state: Alert.State
  /// The first day on which the rule held.
  package var heldSince: Day?
  package var firedAt: Instant?
  package var acknowledgedAt: Instant?
  package var acknowledgedBy: String?
  package var resolvedAt: Instant?
  package var escalatedAt: Instant?
  /// What holds it back: a rule's id, or who silenced it.
  package var heldBackBy: String?
  package var evidence: [Alert.Evidence]
  package var values: [(name: String, value: String)]
  package var actions: [String]
  package var waiting: [String]
  package var done: [Alert.Done]
  /// Audiences that may see all of its evidence; empty when no label is needed.
  package var audience: [String] = []

  /// What an alert file says; nil when it does not say of which rule and about what it is.
  package init?(_ alert: Alert) {
    guard let rule = alert.rule, let subject = alert.subject, let state = alert.state else { return nil }
    path = alert.source.path
    self.rule = rule
    self.subject = RuleSubject(subject)
    severity = alert.severity ?? .medium
    self.state = state
    heldSince = alert.heldSince
    firedAt = alert.firedAt
    acknowledgedAt = alert.acknowledgedAt
    acknowledgedBy = alert.acknowledgedBy
    resolvedAt = alert.resolvedAt
    escalatedAt = alert.escalatedAt
    evidence = alert.evidence
    values = alert.values
    actions = alert.actions
    waiting = alert.waiting
    done = alert.done
    audience = alert.source.audience
  }

  /// A new episode at a path.
  init(path: RepoPath, rule: Rule, subject: RuleSubject, state: Alert.State) {
    self.path = path
    self.rule = rule.id
    self.subject = subject
    severity = rule.severity
    self.state = state
    evidence = []
    values = []
    actions = []
    waiting = []
    done = []
  }

  /// Whether the rule has not let go of it.
  package var isOpen: Bool {
    switch state {
    case .pending, .firing, .acknowledged, .silenced, .inhibited: true
    case .resolved, .expired: false
    }
  }

  /// The file's name without its extension: what commands call it.
  package var id: String { path.stem }

  /// When it was over, as far as it is told.
  var closedAt: Instant? { isOpen ? nil : resolvedAt ?? acknowledgedAt ?? firedAt }
}

/// The episodes of a workspace by rule and subject.
struct EpisodeBook {
  private struct Key: Hashable {
    var rule: String
    var subject: RuleSubject
  }

  private var newest: [Key: Episode] = [:]
  private var evidence: Set<String> = []
  /// Paths that are taken.
  private(set) var paths: Set<RepoPath>

  init(_ episodes: [Episode], paths: Set<RepoPath>) {
    self.paths = paths
    for episode in episodes { note(episode) }
  }

  /// Takes an episode, or its new state, in.
  mutating func note(_ episode: Episode) {
    let key = Key(rule: episode.rule, subject: episode.subject)
    paths.insert(episode.path)
    for item in episode.evidence { evidence.insert("\(episode.rule)\u{0}\(item.path)") }
    if let known = newest[key], known.path != episode.path {
      // An open one counts before a closed one, and a later one before an earlier one.
      if known.isOpen != episode.isOpen {
        if known.isOpen { return }
      } else if Self.order(known) > Self.order(episode) {
        return
      }
    }
    newest[key] = episode
  }

  private static func order(_ episode: Episode) -> (Int, String) {
    (episode.firedAt?.seconds ?? episode.heldSince.map { $0.number * 86_400 } ?? 0, episode.path.description)
  }

  /// Forgets one that never fired.
  mutating func forget(_ episode: Episode) {
    newest[Key(rule: episode.rule, subject: episode.subject)] = nil
    paths.remove(episode.path)
  }

  /// The open episode of a subject, else the one that closed last.
  func episode(_ rule: Rule, _ subject: RuleSubject) -> Episode? { newest[Key(rule: rule.id, subject: subject)] }

  /// All that a rule has, by subject.
  func episodes(of rule: Rule) -> [Episode] {
    newest.values.filter { $0.rule == rule.id }.sorted { $0.subject < $1.subject }
  }

  /// Whether an episode of the rule has this record as its evidence.
  func hasEvidence(_ rule: Rule, _ path: RepoPath) -> Bool { evidence.contains("\(rule.id)\u{0}\(path)") }

  /// A path for a new file that nothing has.
  func freePath(_ rule: Rule, _ subject: RuleSubject, on day: Day) -> RepoPath {
    let words = ([rule.id] + subject.text.split { $0 == "/" || $0 == "#" }.map(String.init)).joined(separator: "-")
    let name = words.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let folder = rule.person.map { "personal/alerts/\($0)" } ?? "reporting/pulse/alerts"
    let stem = "\(folder)/\(day.iso)-\(String(name))"
    var path = RepoPath("\(stem).yaml")
    var number = 2
    while paths.contains(path) {
      path = RepoPath("\(stem)-\(number).yaml")
      number += 1
    }
    return path
  }
}
