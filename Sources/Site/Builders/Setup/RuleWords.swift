internal import WorkspaceModel

/// Says in words what a trigger rule does.
enum RuleWords {
  /// "When an interaction contains one of 4 phrases, said by somebody outside, …".
  static func sentence(_ rule: TriggerRule) -> String {
    var parts = [opening(rule)]
    if let match = matching(rule) { parts.append(match) }
    if let clause = clause(rule) { parts.append(clause) }
    var text = parts.joined(separator: ", ") + "."
    if let resolve = rule.resolve { text += " It is resolved once \(resolve)." }
    if !rule.inhibitedBy.isEmpty {
      let others = rule.inhibitedBy.map { Slug.title(of: $0).lowercased() }
      text += " It keeps quiet while \(others.joined(separator: " or ")) fires."
    }
    return text
  }

  /// "Notify the account executive"; what is not known stands as it is written.
  static func action(_ text: String) -> String {
    let name = text.split(separator: " ", maxSplits: 1).first.map(String.init) ?? text
    let rest = text.dropFirst(name.count)
    let known = [
      "notify_ae": "Notify the account executive", "create_task": "Create a task",
      "update_forecast": "Propose a change of the forecast", "alert_csm": "Alert the customer success manager",
      "escalate_to_manager": "Escalate to the manager", "notify_csm": "Notify the customer success manager",
      "notify_manager": "Notify the manager", "notify_owner": "Notify the owner",
    ]
    return "\(known[name] ?? Slug.title(of: name))\(rest)"
  }

  /// "CSM and manager" for "csm_and_manager".
  static func receiver(_ id: String) -> String {
    let roles: Set<String> = ["ae", "se", "sdr", "csm", "vp", "cro", "cfo"]
    let words = id.split { $0 == "_" || $0 == "-" }.map { roles.contains(String($0)) ? $0.uppercased() : String($0) }
    return Slug.title(of: words.joined(separator: " "))
  }

  /// Conditions in the rule's language, one a line.
  static func conditions(_ rule: TriggerRule) -> [String] { rule.conditions + [rule.condition].compactMap(\.self) }

  /// "below 40" for a value that a condition of the rule compares; nil when none does.
  static func threshold(_ name: String, in rule: TriggerRule) -> String? {
    let words = ["<": "below", "<=": "at most", ">": "above", ">=": "at least", "==": "equal to", "!=": "other than"]
    for condition in conditions(rule) {
      let parts = condition.split { $0 == " " || $0 == "(" || $0 == ")" }.map(String.init)
      for place in parts.indices where place + 2 < parts.count {
        let isName = parts[place] == name || parts[place].hasSuffix(".\(name)")
        if isName, let word = words[parts[place + 1]] { return "\(word) \(parts[place + 2])" }
      }
    }
    return nil
  }

  /// "2 days" for "2d", "30 minutes" for "30m"; anything else as it stands.
  static func span(_ text: String) -> String {
    let units = ["bd": "working day", "d": "day", "h": "hour", "m": "minute", "w": "week"]
    let digits = text.prefix { $0.isNumber }
    guard let number = Int(digits), let unit = units[String(text.dropFirst(digits.count))] else { return text }
    return Format.count(number, unit)
  }

  private static func opening(_ rule: TriggerRule) -> String {
    let phrases = rule.phrases.count
    let event = rule.event ?? "interaction"
    if phrases > 0 {
      let which = phrases == 1 ? "the phrase below" : "one of \(phrases) phrases"
      return event == "daily"
        ? "Each day, when an interaction contains \(which)" : "When an interaction contains \(which)"
    }
    if event == "daily" { return "Each day" }
    if event == "interaction" { return "When an interaction arrives" }
    if event.hasPrefix("change("), event.hasSuffix(")") {
      let field = event.dropFirst("change(".count).dropLast().split(separator: ".").map {
        Slug.title(of: $0).lowercased()
      }
      return field.count == 2
        ? "When the \(field[1]) of a \(field[0]) changes" : "When \(field.joined(separator: " ")) changes"
    }
    return "On \(event)"
  }

  private static func matching(_ rule: TriggerRule) -> String? {
    let settings = Dictionary(rule.matching.map { ($0.name, $0.value) }) { first, _ in first }
    var parts: [String] = []
    switch settings["speaker"] {
    case "external"?: parts.append("said by somebody outside")
    case "internal"?: parts.append("said by one of us")
    default: break
    }
    if settings["scope"] == "new_text" { parts.append("in new text and not in a quoted mail") }
    if let language = settings["lang"] {
      parts.append("in \(language == "en" ? "English" : "the language “\(language)”")")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// "when any of 2 conditions has held for 2 days".
  private static func clause(_ rule: TriggerRule) -> String? {
    let count = conditions(rule).count
    guard count > 0 else { return nil }
    let isOne = count == 1 || rule.isAnyEnough && rule.condition == nil
    let which = count == 1 ? "the condition below" : "\(isOne ? "any" : "all") of \(count) conditions"
    let verb = rule.holdFor.map { "\(isOne ? "has" : "have") held for \(span($0))" } ?? (isOne ? "holds" : "hold")
    return "\(rule.phrases.isEmpty && rule.event == "daily" ? "when" : "and") \(which) \(verb)"
  }
}
