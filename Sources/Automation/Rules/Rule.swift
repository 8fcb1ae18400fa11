package import Diagnostics
package import WorkspaceModel

/// A rule that can be evaluated: every text in it was read.
package struct Rule: Sendable {
  /// A part of what tells episodes apart.
  package enum KeyPart: String, Sendable { case account, deal, interaction }

  package let id: String
  package let title: String
  /// Person id.
  package let owner: String?
  package let event: RuleEvent
  let phrases: [PhraseIndex.Phrase]
  /// Whose words count; nil for anybody's.
  let speaker: SpeakerSide?
  let scope: PhraseReader.Scope
  package let condition: Condition?
  /// How long the condition has to hold.
  let hold: RuleSpan?
  let resolve: Condition?
  package let severity: TriggerRule.Severity
  let cooldown: RuleSpan
  let key: Set<KeyPart>
  let inhibitedBy: [String]

  /// Ids of the rules that hold it back.
  package var holdersBack: [String] { inhibitedBy }

  let steps: [RuleStep]
  let fanOut: Int?
  /// Whose own rule it is; nil for the workspace's.
  package let person: String?
  /// The file that it stands in.
  package let path: RepoPath

  /// Why a rule cannot be evaluated.
  struct Problem: Error {
    var message: String
  }

  init(_ rule: TriggerRule, in file: RuleFile, typing: ConditionTyping) throws(Problem) {
    id = rule.id
    title = rule.name ?? Slug.title(of: rule.id)
    owner = rule.owner
    path = file.source.path
    let parts = path.components
    person = parts.first.map { $0.elementsEqual("personal".utf8) } == true ? file.source.slug : nil
    let settings = Dictionary(rule.matching.map { ($0.name, $0.value) }) { first, _ in first }
    let language = PhraseLanguage(rawValue: settings["lang"] ?? "en")
    guard let language else {
      throw Problem(message: "no words of the language '\(settings["lang"] ?? "")' are known; write en, de or sv")
    }
    let phrases = rule.phrases.map { PhraseIndex.Phrase($0, language) }
    if let empty = phrases.first(where: { PhraseIndex.words($0).isEmpty || PhraseIndex.words($0).count > 12 }) {
      throw Problem(message: "the phrase '\(empty.text)' has no words to look for, or more than 12")
    }
    self.phrases = phrases
    event = try Self.event(rule, hasPhrases: !phrases.isEmpty)
    guard let side = Self.side(settings["speaker"]) else {
      throw Problem(message: "'\(settings["speaker"] ?? "")' is nobody who speaks; write external, internal or any")
    }
    speaker = side.value
    guard let scope = settings["scope"].map(PhraseReader.Scope.init) ?? .newText else {
      throw Problem(message: "'\(settings["scope"] ?? "")' is no part of a text; write new_text or all")
    }
    self.scope = scope
    let condition = try Self.condition(rule, typing)
    self.condition = condition
    resolve = try rule.resolve.map { text throws(Problem) in try Self.read(text, typing) }
    hold = try Self.span(rule.holdFor, "for")
    cooldown = try Self.span(rule.cooldown, "cooldown") ?? RuleSpan(7, .days)
    severity = rule.severity ?? .medium
    var key = Set(rule.key.compactMap { KeyPart(rawValue: $0 == "customer" ? "account" : $0) })
    if key.isEmpty {
      let isAboutDeals = condition?.facts.contains(where: Self.isOfDeal) ?? false
      key = isAboutDeals || event == .interaction ? [.account, .deal] : [.account]
    }
    self.key = key
    inhibitedBy = rule.inhibitedBy
    steps = rule.steps
    fanOut = rule.fanOut
    if phrases.isEmpty, condition == nil, case .daily = event {
      throw Problem(message: "it has neither phrases nor a condition")
    }
    if let unknown = rule.steps.first(where: { !RuleStep.known.contains($0.name) }) {
      throw Problem(message: "'\(unknown.name)' is no action")
    }
  }

  /// Whether the condition or the key looks at deals one by one.
  var isAboutDeals: Bool {
    key.contains(.deal) || ((condition?.facts ?? []) + (resolve?.facts ?? [])).contains(where: Self.isOfDeal)
  }

  /// Whether the condition itself says which stages it is about; otherwise closed deals are left out.
  var choosesStages: Bool {
    condition?.facts.contains { ["deal.stage", "stage", "deal.is_open"].contains($0) } ?? false
  }

  /// How long an alert waits for an acknowledgement before a manager hears of it.
  var escalationDelay: RuleSpan {
    steps.first { $0.name == "escalate_to_manager" }?["after"].flatMap { RuleSpan($0) } ?? RuleSpan(1, .businessDays)
  }

  private static func isOfDeal(_ fact: String) -> Bool { (ConditionFacts.shortNames[fact] ?? fact).hasPrefix("deal.") }

  private static func event(_ rule: TriggerRule, hasPhrases: Bool) throws(Problem) -> RuleEvent {
    guard let text = rule.event else { return hasPhrases ? .interaction : .daily }
    guard let event = RuleEvent(text) else {
      throw Problem(message: "'\(text)' is no event; write interaction, daily or change(deal.stage)")
    }
    if hasPhrases, event != .interaction {
      throw Problem(message: "phrases are looked for when an interaction arrives")
    }
    return event
  }

  private static func side(_ text: String?) -> (value: SpeakerSide?, isKnown: Bool)? {
    guard let text else { return (.external, true) }
    if text == "any" || text == "anyone" { return (nil, true) }
    return SpeakerSide(rawValue: text).map { ($0, true) }
  }

  private static func condition(_ rule: TriggerRule, _ typing: ConditionTyping) throws(Problem) -> Condition? {
    var parts: [Condition] = []
    var listed: [Condition] = []
    for text in rule.conditions { listed.append(try read(text, typing)) }
    if !listed.isEmpty { parts.append(listed.count == 1 ? listed[0] : rule.isAnyEnough ? .any(listed) : .all(listed)) }
    if let text = rule.condition { parts.append(try read(text, typing)) }
    return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func read(_ text: String, _ typing: ConditionTyping) throws(Problem) -> Condition {
    let condition: Condition
    do throws(ConditionParser.Mistake) { condition = try ConditionParser.condition(text) } catch {
      throw Problem(message: "\(error.summary): \(error.help)")
    }
    if let mistake = typing.mistakes(in: condition).first {
      throw Problem(message: "\(mistake.summary): \(mistake.help)")
    }
    return condition
  }

  private static func span(_ text: String?, _ name: String) throws(Problem) -> RuleSpan? {
    guard let text else { return nil }
    guard let span = RuleSpan(text) else {
      throw Problem(message: "'\(text)' in '\(name)' is no stretch of time; write 7d or 2bd")
    }
    return span
  }
}
