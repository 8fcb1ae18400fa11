internal import Diagnostics
package import WorkspaceModel

/// All rules of a workspace with what holds for them together.
package struct RuleSet: Sendable {
  /// A rule that is not evaluated, and why.
  package struct Unread: Sendable {
    package var rule: String
    package var reason: String
  }

  /// Rules that hold others back come before them; else in the order of files.
  package let rules: [Rule]
  package let unread: [Unread]
  let silences: [RuleFile.Silence]
  let routes: [RuleFile.Route]
  let quietHours: RuleFile.QuietHours?
  let holidays: [Day]
  /// Every phrase of every rule, looked for at once.
  let phrases: PhraseIndex
  /// The rule of each phrase, by place in ``rules``.
  let ruleOfPhrase: [Int]

  /// Reads the rules of a workspace; `only` leaves out all but some.
  package init(_ workspace: Workspace, only: Set<String>? = nil) {
    let files = workspace.ruleFiles.sorted { $0.source.path < $1.source.path }
    let typing = ConditionTyping(stages: workspace.workflows.flatMap { $0.stages.map(\.id) })
    var rules: [Rule] = []
    var unread: [Unread] = []
    var known: Set<String> = []
    // The workspace's own come first, so that nobody's personal rule takes a name away.
    for file in files.filter({ !Self.isPersonal($0) }) + files.filter(Self.isPersonal) {
      for rule in file.rules where only?.contains(rule.id) ?? true {
        guard known.insert(rule.id).inserted else {
          unread.append(Unread(rule: rule.id, reason: "another rule has this id"))
          continue
        }
        do throws(Rule.Problem) {
          rules.append(try Rule(rule, in: file, typing: typing))
        } catch {
          unread.append(Unread(rule: rule.id, reason: error.message))
        }
      }
    }
    let (ordered, circle) = Self.ordered(rules)
    unread += circle.map { Unread(rule: $0.id, reason: "rules hold each other back in a circle") }
    self.rules = ordered
    self.unread = unread.sorted { $0.rule < $1.rule }
    let shared = files.filter { !Self.isPersonal($0) }
    silences = shared.flatMap(\.silences)
    routes = shared.flatMap(\.routes)
    quietHours = shared.lazy.compactMap(\.quietHours).first
    holidays = shared.flatMap(\.holidays)
    var all: [PhraseIndex.Phrase] = []
    var owners: [Int] = []
    for (place, rule) in ordered.enumerated() where rule.event == .interaction {
      all += rule.phrases
      owners += rule.phrases.map { _ in place }
    }
    phrases = PhraseIndex(all)
    ruleOfPhrase = owners
  }

  private static func isPersonal(_ file: RuleFile) -> Bool {
    file.source.path.components.first.map { $0.elementsEqual("personal".utf8) } == true
  }

  /// Those that hold others back first; what is left over holds itself back in a circle.
  private static func ordered(_ rules: [Rule]) -> (ordered: [Rule], circle: [Rule]) {
    let ids = Set(rules.map(\.id))
    var ordered: [Rule] = []
    var done: Set<String> = []
    var waiting = rules
    while !waiting.isEmpty {
      let (ready, later) = waiting.reduce(into: ([Rule](), [Rule]())) { parts, rule in
        if rule.inhibitedBy.allSatisfy({ done.contains($0) || !ids.contains($0) }) {
          parts.0.append(rule)
        } else {
          parts.1.append(rule)
        }
      }
      if ready.isEmpty { return (ordered, later) }
      ordered += ready
      done.formUnion(ready.map(\.id))
      waiting = later
    }
    return (ordered, [])
  }

  /// The silence that holds a rule back about a subject on a day.
  func silence(_ rule: Rule, _ subject: RuleSubject, on day: Day) -> RuleFile.Silence? {
    silences.first { $0.holds(on: day, rule: rule.id, account: subject.account, deal: subject.deal) }
  }

  /// The first route that fits.
  func route(_ rule: Rule, _ severity: TriggerRule.Severity) -> RuleFile.Route? {
    routes.first { ($0.severity == nil || $0.severity == severity) && ($0.rule == nil || $0.rule == rule.id) }
  }
}
