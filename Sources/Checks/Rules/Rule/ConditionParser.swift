internal import Diagnostics

/// Reads a condition: comparisons of facts, joined by `and`, `or`, `not` and parentheses.
struct ConditionParser {
  /// Why a condition cannot be read.
  struct Mistake: Error {
    var summary: String
    var help: String
    var range: Range<Int>
    /// What would be right in its place.
    var replacement: String?
  }

  private static let otherSigns = [
    "&&": "and", "||": "or", "!": "not", "=": "==", "<>": "!=", "=>": ">=", "=<": "<=", "AND": "and", "OR": "or",
    "NOT": "not", "≥": ">=", "≤": "<=", "≠": "!=",
  ]

  private let tokens: [ConditionToken]
  private var index = 0
  private var depth = 0

  /// The first mistake in a condition; nil when it can be read.
  static func mistake(in condition: String) -> Mistake? {
    var parser = ConditionParser(tokens: ConditionToken.tokens(condition))
    do throws(Mistake) {
      try parser.either()
      if parser.current.kind == .end { return nil }
      try parser.refuseSign()
      throw parser.unexpected("expected 'and', 'or' or the end")
    } catch {
      return error
    }
  }

  private init(tokens: [ConditionToken]) { self.tokens = tokens }

  private var current: ConditionToken { tokens[index] }

  private mutating func take(_ text: String) -> Bool {
    guard current.text == text, current.kind == .word || current.kind == .sign else { return false }
    index += 1
    return true
  }

  private mutating func either() throws(Mistake) {
    try both()
    while true {
      try refuseSign()
      guard take("or") else { return }
      try both()
    }
  }

  private mutating func both() throws(Mistake) {
    try negated()
    while true {
      try refuseSign()
      guard take("and") else { return }
      try negated()
    }
  }

  private mutating func negated() throws(Mistake) {
    depth += 1
    defer { depth -= 1 }
    if depth > 40 { throw Mistake(summary: "nested too deep", help: "split the rule", range: current.range) }
    try refuseSign()
    if take("not") { return try negated() }
    guard take("(") else { return try comparison() }
    try either()
    if !take(")") { throw unexpected("expected ')'") }
  }

  private mutating func comparison() throws(Mistake) {
    let start = current
    let isFact = try sum(isLeft: true)
    if take("is") {
      _ = take("not")
      let states = ["unknown", "none", "known", "true", "false", "empty"]
      if states.contains(current.text) { index += 1 } else { throw unexpected("expected 'unknown' or 'none'", states) }
      return
    }
    if current.text == "in" || current.text == "not" && tokens[index + 1].text == "in" {
      index += current.text == "in" ? 1 : 2
      return try list()
    }
    if ["<", "<=", ">", ">=", "==", "!=", "contains"].contains(where: { take($0) }) {
      let isSecondFact = try sum(isLeft: false)
      if isFact || isSecondFact { return }
      if start.kind == .word { throw unknownFact(start) }
      throw Mistake(
        summary: "'\(start.text)' is compared with no fact", help: "name a fact such as 'no_activity'",
        range: start.range)
    }
    try refuseSign()
    if start.kind == .word, !isFact { throw unknownFact(start) }
    if isFact, ConditionFacts.flags.contains(start.text) { return }
    throw unexpected("expected a comparison such as '> 30'")
  }

  /// A fact or value, with durations added or taken away; whether it names a fact.
  private mutating func sum(isLeft: Bool) throws(Mistake) -> Bool {
    var isFact = try operand(isLeft: isLeft)
    while take("+") || take("-") {
      let isOther = try operand(isLeft: false)
      isFact = isFact || isOther
    }
    return isFact
  }

  private mutating func operand(isLeft: Bool) throws(Mistake) -> Bool {
    let token = current
    if take("-"), current.kind != .number { throw unexpected("expected a number") }
    let value = current
    switch value.kind {
    case .text: index += 1
    case .number:
      if !value.isProperNumber {
        throw Mistake(
          summary: "'\(value.text)' is no number", help: "write 30, 0.5, 7d, 2bd, 20% or 2026-12-01", range: value.range
        )
      }
      index += 1
      // An amount may name its currency.
      let isCurrency = current.text.utf8.count == 3 && current.text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      if current.kind == .word, isCurrency { index += 1 }
    case .word:
      if ["and", "or", "not", "in", "is"].contains(value.text) { throw unexpected("expected a fact or a value") }
      index += 1
      if ConditionFacts.isKnown(value.text) { return true }
      // What stands on the right may be any word, but a word with a dot is meant as a fact.
      if !isLeft, ConditionFacts.looksLikeFact(value.text) { throw unknownFact(value) }
    case .sign, .bad, .end:
      try refuseSign()
      throw Self.unexpected(token.kind == .sign ? token : value, "expected a fact or a value", [])
    }
    return false
  }

  private mutating func list() throws(Mistake) {
    if !take("[") { throw unexpected("expected a list in square brackets") }
    while true {
      switch current.kind {
      case .word, .text: index += 1
      case .number where current.isProperNumber: index += 1
      default: throw unexpected("expected a value")
      }
      if take("]") { return }
      if !take(",") { throw unexpected("expected ',' or ']'") }
    }
  }

  /// Signs of other languages, with what stands for them here.
  private func refuseSign() throws(Mistake) {
    guard current.kind != .text, let meant = Self.otherSigns[current.text] else { return }
    throw Mistake(
      summary: "'\(current.text)' is no operator", help: "did you mean '\(meant)'?", range: current.range,
      replacement: meant)
  }

  private func unknownFact(_ token: ConditionToken) -> Mistake {
    let nearest = ConditionFacts.nearest(to: token.text)
    return Mistake(
      summary: "'\(token.text)' is no fact that rules know",
      help: nearest.map { "did you mean '\($0)'?" } ?? "name a fact such as 'no_activity' or 'deal.stage'",
      range: token.range, replacement: nearest)
  }

  private func unexpected(_ help: String, _ allowed: [String] = []) -> Mistake {
    Self.unexpected(current, help, allowed)
  }

  private static func unexpected(_ token: ConditionToken, _ help: String, _ allowed: [String]) -> Mistake {
    switch token.kind {
    case .end: return Mistake(summary: "the condition ends too early", help: help, range: token.range)
    case .bad where token.text.first == "'" || token.text.first == "\"":
      return Mistake(summary: "a quoted text is never closed", help: "add the closing quote", range: token.range)
    default:
      let nearest = NearestWord.to(token.text, among: allowed)
      return Mistake(
        summary: "'\(token.text)' does not belong here", help: nearest.map { "did you mean '\($0)'?" } ?? help,
        range: token.range, replacement: nearest)
    }
  }
}
