internal import Diagnostics

/// Reads a condition: comparisons of facts, joined by `and`, `or`, `not` and parentheses.
package struct ConditionParser {
  /// Why a condition cannot be read.
  package struct Mistake: Error, Hashable, Sendable {
    package var summary: String
    package var help: String
    /// Bytes of the condition.
    package var range: Range<Int>
    /// What would be right in its place.
    package var replacement: String?
  }

  private static let otherSigns = [
    "&&": "and", "||": "or", "!": "not", "=": "==", "<>": "!=", "=>": ">=", "=<": "<=", "AND": "and", "OR": "or",
    "NOT": "not", "≥": ">=", "≤": "<=", "≠": "!=",
  ]

  private let tokens: [ConditionToken]
  private var index = 0
  private var depth = 0

  /// The condition that a text says.
  package static func condition(_ text: String) throws(Mistake) -> Condition {
    var parser = ConditionParser(tokens: ConditionToken.tokens(text))
    let condition = try parser.either()
    if parser.current.kind == .end { return condition }
    try parser.refuseSign()
    throw parser.unexpected("expected 'and', 'or' or the end")
  }

  /// The first mistake in a condition; nil when it can be read.
  package static func mistake(in condition: String) -> Mistake? {
    do throws(Mistake) {
      _ = try self.condition(condition)
      return nil
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

  private mutating func either() throws(Mistake) -> Condition {
    var parts = [try both()]
    while true {
      try refuseSign()
      guard take("or") else { return parts.count == 1 ? parts[0] : .any(parts) }
      parts.append(try both())
    }
  }

  private mutating func both() throws(Mistake) -> Condition {
    var parts = [try negated()]
    while true {
      try refuseSign()
      guard take("and") else { return parts.count == 1 ? parts[0] : .all(parts) }
      parts.append(try negated())
    }
  }

  private mutating func negated() throws(Mistake) -> Condition {
    depth += 1
    defer { depth -= 1 }
    if depth > 40 { throw Mistake(summary: "nested too deep", help: "split the rule", range: current.range) }
    try refuseSign()
    if take("not") { return .not(try negated()) }
    guard take("(") else { return try comparison() }
    let inner = try either()
    if !take(")") { throw unexpected("expected ')'") }
    return inner
  }

  private mutating func comparison() throws(Mistake) -> Condition {
    let start = current
    let (left, isFact) = try sum(isLeft: true)
    if take("is") {
      let isNegated = take("not")
      let states = ["unknown", "none", "known", "true", "false", "empty"]
      guard let state = Condition.State(rawValue: current.text) else {
        throw unexpected("expected 'unknown' or 'none'", states)
      }
      index += 1
      return .isState(left, state, isNegated: isNegated)
    }
    if current.text == "in" || current.text == "not" && tokens[index + 1].text == "in" {
      let isNegated = current.text == "not"
      index += isNegated ? 2 : 1
      return .among(left, try list(), isNegated: isNegated)
    }
    for comparison in Condition.Comparison.allCases where take(comparison.rawValue) {
      let (right, isSecondFact) = try sum(isLeft: false)
      if isFact || isSecondFact { return .compare(left, comparison, right) }
      if start.kind == .word { throw unknownFact(start) }
      throw Mistake(
        summary: "'\(start.text)' is compared with no fact", help: "name a fact such as 'no_activity'",
        range: start.range)
    }
    try refuseSign()
    if start.kind == .word, !isFact { throw unknownFact(start) }
    if isFact, ConditionFacts.flags.contains(start.text) { return .flag(left) }
    throw unexpected("expected a comparison such as '> 30'")
  }

  /// A fact or value, with durations added or taken away; whether it names a fact.
  private mutating func sum(isLeft: Bool) throws(Mistake) -> (term: ConditionTerm, isFact: Bool) {
    var (part, isFact) = try operand(isLeft: isLeft)
    var term = ConditionTerm(parts: [part])
    while current.text == "+" || current.text == "-", current.kind == .sign {
      let isMinus = current.text == "-"
      index += 1
      let isOther: Bool
      (part, isOther) = try operand(isLeft: false)
      if isMinus { part.isNegative.toggle() }
      term.parts.append(part)
      isFact = isFact || isOther
    }
    return (term, isFact)
  }

  private mutating func operand(isLeft: Bool) throws(Mistake) -> (part: ConditionTerm.Part, isFact: Bool) {
    let token = current
    let isNegative = take("-")
    if isNegative, current.kind != .number { throw unexpected("expected a number") }
    let value = current
    func part(_ content: ConditionValue) -> ConditionTerm.Part {
      ConditionTerm.Part(
        isNegative: isNegative, value: content, range: token.range.lowerBound..<tokens[index - 1].range.upperBound)
    }
    switch value.kind {
    case .text:
      index += 1
      return (part(.text(String(value.text.dropFirst().dropLast()))), false)
    case .number:
      guard var content = value.value else {
        throw Mistake(
          summary: "'\(value.text)' is no number", help: "write 30, 0.5, 7d, 2bd, 20% or 2026-12-01", range: value.range
        )
      }
      index += 1
      // An amount may name its currency.
      let isCurrency = current.text.utf8.count == 3 && current.text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      if current.kind == .word, isCurrency {
        if case .number(let amount) = content { content = .amount(amount, currency: current.text) }
        index += 1
      }
      return (part(content), false)
    case .word:
      if ["and", "or", "not", "in", "is"].contains(value.text) { throw unexpected("expected a fact or a value") }
      index += 1
      if ConditionFacts.isKnown(value.text) { return (part(.fact(value.text)), true) }
      // What stands on the right may be any word, but a word with a dot is meant as a fact.
      if !isLeft, ConditionFacts.looksLikeFact(value.text) { throw unknownFact(value) }
      return (part(.text(value.text)), false)
    case .sign, .bad, .end:
      try refuseSign()
      throw Self.unexpected(token.kind == .sign ? token : value, "expected a fact or a value", [])
    }
  }

  private mutating func list() throws(Mistake) -> [ConditionTerm.Part] {
    if !take("[") { throw unexpected("expected a list in square brackets") }
    var values: [ConditionTerm.Part] = []
    while true {
      let value: ConditionValue? =
        switch current.kind {
        case .word: .text(current.text)
        case .text: .text(String(current.text.dropFirst().dropLast()))
        case .number: current.value
        default: nil
        }
      guard let value else { throw unexpected("expected a value") }
      values.append(ConditionTerm.Part(isNegative: false, value: value, range: current.range))
      index += 1
      if take("]") { return values }
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
