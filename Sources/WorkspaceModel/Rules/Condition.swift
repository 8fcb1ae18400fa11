/// What a rule asks of a subject, as a tree: comparisons of facts, joined by `and`, `or` and `not`.
package indirect enum Condition: Hashable, Sendable {
  case any([Condition])
  case all([Condition])
  case not(Condition)
  case compare(ConditionTerm, Comparison, ConditionTerm)
  /// Whether a value is one of a list.
  case among(ConditionTerm, [ConditionTerm.Part], isNegated: Bool)
  /// Whether a value is in a state such as `unknown`.
  case isState(ConditionTerm, State, isNegated: Bool)
  /// A fact that is true or false by itself.
  case flag(ConditionTerm)

  /// How two values are held against each other.
  package enum Comparison: String, CaseIterable, Sendable {
    case less = "<", atMost = "<=", more = ">", atLeast = ">=", equal = "==", unequal = "!=", contains
  }

  /// What `is` asks for.
  package enum State: String, CaseIterable, Sendable {
    case unknown, none, known, isTrue = "true", isFalse = "false", empty
  }

  /// The names of all facts in it, each once, in the order of the text.
  package var facts: [String] {
    var names: [String] = []
    visit { term in
      for part in term.parts {
        if case .fact(let name) = part.value, !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// Calls the body with every term, in the order of the text.
  package func visit(_ body: (ConditionTerm) -> Void) {
    switch self {
    case .any(let parts), .all(let parts): for part in parts { part.visit(body) }
    case .not(let inner): inner.visit(body)
    case .compare(let left, _, let right):
      body(left)
      body(right)
    case .among(let term, _, _), .isState(let term, _, _), .flag(let term): body(term)
    }
  }
}

/// One side of a comparison: a value, with others added or taken away.
package struct ConditionTerm: Hashable, Sendable {
  /// A value and its sign.
  package struct Part: Hashable, Sendable {
    package var isNegative: Bool
    package var value: ConditionValue
    /// Bytes of the condition that it covers.
    package var range: Range<Int>
  }

  /// Never empty.
  package var parts: [Part]

  /// A term of these parts, of which there is at least one.
  package init(parts: [Part]) {
    precondition(!parts.isEmpty, "a term has a part")
    self.parts = parts
  }

  /// The fact, when it is one and nothing else.
  package var fact: String? {
    guard parts.count == 1, case .fact(let name) = parts[0].value, !parts[0].isNegative else { return nil }
    return name
  }

  /// Bytes of the condition that it covers.
  package var range: Range<Int> { (parts.first?.range.lowerBound ?? 0)..<(parts.last?.range.upperBound ?? 0) }
}

/// A value as a condition writes it.
package enum ConditionValue: Hashable, Sendable {
  /// Something that is looked up.
  case fact(String)
  /// A number, multiplied out: `3k` is 3000.
  case number(Decimal4)
  /// A share, such as `20%`, in percent.
  case percent(Decimal4)
  /// A stretch of time.
  case span(RuleSpan)
  /// An amount with its currency.
  case amount(Decimal4, currency: String)
  case day(Day)
  /// A word or a text in quotes.
  case text(String)
}
