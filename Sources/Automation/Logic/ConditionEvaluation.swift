internal import PipelineMetrics
internal import WorkspaceModel

/// Works out what a condition says of one subject, in three-valued logic, and keeps what it looked at.
package struct ConditionEvaluation {
  /// One comparison with what was found.
  package struct Leaf: Sendable {
    /// The comparison in words.
    package var text: String
    package var truth: Truth
    /// The facts of it with their values.
    package var values: [(fact: String, value: RuleValue)]
  }

  let calendar: WorkCalendar
  /// ISO 4217 code of amounts whose condition names none.
  let currency: String
  let lookUp: (String) -> RuleValue
  /// In the order of the condition; all of them, also where the rest decided.
  package private(set) var leaves: [Leaf] = []

  init(calendar: WorkCalendar, currency: String, lookUp: @escaping (String) -> RuleValue) {
    self.calendar = calendar
    self.currency = currency
    self.lookUp = lookUp
  }

  /// Whether a condition holds.
  mutating func truth(of condition: Condition) -> Truth {
    switch condition {
    case .any(let parts): return .any(parts.map { truth(of: $0) })
    case .all(let parts): return .all(parts.map { truth(of: $0) })
    case .not(let inner): return !truth(of: inner)
    case .flag(let term):
      let value = value(of: term)
      let truth: Truth =
        switch value {
        case .flag(let flag): Truth(flag)
        case .present: .yes
        case .absent: .no
        default: .unknown
        }
      return note(truth, Self.words(term), [term])
    case .isState(let term, let state, let isNegated):
      let truth = Self.truth(of: value(of: term), state)
      return note(
        isNegated ? !truth : truth, "\(Self.words(term)) is \(isNegated ? "not " : "")\(state.rawValue)", [term])
    case .among(let term, let values, let isNegated):
      let left = value(of: term)
      let truth = Truth.any(values.map { compare(left, .equal, self.value(of: ConditionTerm(parts: [$0]))) })
      let list = values.map { Self.words($0.value) }.joined(separator: ", ")
      return note(isNegated ? !truth : truth, "\(Self.words(term)) \(isNegated ? "not " : "")in [\(list)]", [term])
    case .compare(let left, let comparison, let right):
      let truth = compare(value(of: left), comparison, value(of: right))
      return note(truth, "\(Self.words(left)) \(comparison.rawValue) \(Self.words(right))", [left, right])
    }
  }

  private mutating func note(_ truth: Truth, _ text: String, _ terms: [ConditionTerm]) -> Truth {
    var values: [(fact: String, value: RuleValue)] = []
    for part in terms.flatMap(\.parts) {
      if case .fact(let name) = part.value, name != "today" { values.append((name, lookUp(name))) }
    }
    leaves.append(Leaf(text: text, truth: truth, values: values))
    return truth
  }

  private static func truth(of value: RuleValue, _ state: Condition.State) -> Truth {
    switch (state, value) {
    case (.unknown, .unknown), (.unknown, .absent): return .yes
    case (.known, .unknown), (.known, .absent): return .no
    case (.unknown, _): return .no
    case (.known, _): return .yes
    case (_, .unknown): return .unknown
    case (.none, .absent), (.empty, .absent): return .yes
    case (.empty, .list(let items)), (.none, .list(let items)): return Truth(items.isEmpty)
    case (.empty, .text(let text)): return Truth(text.isEmpty)
    case (.none, _), (.empty, _): return .no
    case (.isTrue, .flag(let flag)): return Truth(flag)
    case (.isFalse, .flag(let flag)): return Truth(!flag)
    case (.isTrue, _), (.isFalse, _): return .unknown
    }
  }

  private func value(of term: ConditionTerm) -> RuleValue {
    var sum = value(of: term.parts[0])
    for part in term.parts.dropFirst() { sum = add(sum, value(of: part, isPlain: true), isNegative: part.isNegative) }
    return sum
  }

  private func value(of part: ConditionTerm.Part, isPlain: Bool = false) -> RuleValue {
    let sign = part.isNegative && !isPlain ? Fraction(-1) : Fraction(1)
    switch part.value {
    case .fact(let name): return lookUp(name)
    case .number(let number): return .number(sign * Fraction(number))
    case .percent(let number): return .percent(sign * Fraction(number))
    case .span(let span): return .span(span)
    case .amount(let amount, let currency):
      return .money(Money(sign == Fraction(1) ? amount : .zero - amount, currency: currency))
    case .day(let day): return .day(day)
    case .text(let text): return text == "true" ? .flag(true) : text == "false" ? .flag(false) : .text(text)
    }
  }

  private func add(_ left: RuleValue, _ right: RuleValue, isNegative: Bool) -> RuleValue {
    switch (left, right) {
    case (.unknown, _), (.absent, _): return left
    case (_, .unknown), (_, .absent): return right
    case (.day(let day), .span(let span)): return .day(calendar.adding(span, to: day, isNegative: isNegative))
    case (.day(let day), .day(let other)) where isNegative: return .number(Fraction(day.days(since: other)))
    case (.day(let day), .number(let count)) where count.denominator == 1:
      let days = Int(clamping: count.numerator)
      return .day(day.adding(days: isNegative ? -days : days))
    case (.number(let one), .number(let other)): return .number(isNegative ? one - other : one + other)
    case (.money(let one), .money(let other)) where one.currency == other.currency:
      return .money(Money(isNegative ? one.amount - other.amount : one.amount + other.amount, currency: one.currency))
    default: return .unknown("\(left.words) and \(right.words) cannot be put together")
    }
  }

  private func compare(_ left: RuleValue, _ comparison: Condition.Comparison, _ right: RuleValue) -> Truth {
    switch (left, right) {
    case (.unknown, _), (_, .unknown), (.absent, _), (_, .absent): return .unknown
    case (.list(let items), .text(let text)):
      switch comparison {
      case .equal, .contains: return Truth(items.contains { Self.same($0, text) })
      case .unequal: return Truth(!items.contains { Self.same($0, text) })
      default: return .unknown
      }
    case (.text(let one), .text(let other)):
      switch comparison {
      case .equal: return Truth(Self.same(one, other))
      case .unequal: return Truth(!Self.same(one, other))
      case .contains: return Truth(one.lowercased().contains(other.lowercased()))
      default: return .unknown
      }
    case (.flag(let one), .flag(let other)):
      return comparison == .equal ? Truth(one == other) : comparison == .unequal ? Truth(one != other) : .unknown
    case (.day(let one), .day(let other)): return ordered(one, comparison, other)
    case (.measured(let value, let whole), .percent(let share)):
      guard let whole, let part = value / whole else { return .unknown }
      return ordered(part * Fraction(100), comparison, share)
    case (.percent, .measured): return compare(right, Self.mirrored(comparison), left)
    case (.money(let one), .money(let other)):
      return one.currency == other.currency ? ordered(one.amount, comparison, other.amount) : .unknown
    case (.money(let one), .number(let number)):
      return one.currency == currency ? ordered(Fraction(one.amount), comparison, number) : .unknown
    case (.number, .money): return compare(right, Self.mirrored(comparison), left)
    default:
      guard let one = number(left), let other = number(right) else { return .unknown }
      return ordered(one, comparison, other)
    }
  }

  /// Days for stretches of time; a working day counts as one.
  private func number(_ value: RuleValue) -> Fraction? {
    switch value {
    case .number(let number), .percent(let number), .measured(let number, _): number
    case .span(let span): Fraction(Int128(span.seconds), over: 86_400)
    default: nil
    }
  }

  private func ordered<Value: Comparable>(_ one: Value, _ comparison: Condition.Comparison, _ other: Value) -> Truth {
    switch comparison {
    case .less: Truth(one < other)
    case .atMost: Truth(one <= other)
    case .more: Truth(one > other)
    case .atLeast: Truth(one >= other)
    case .equal: Truth(one == other)
    case .unequal: Truth(one != other)
    case .contains: .unknown
    }
  }

  private static func mirrored(_ comparison: Condition.Comparison) -> Condition.Comparison {
    switch comparison {
    case .less: .more
    case .atMost: .atLeast
    case .more: .less
    case .atLeast: .atMost
    default: comparison
    }
  }

  private static func same(_ one: String, _ other: String) -> Bool { one.lowercased() == other.lowercased() }

  private static func words(_ term: ConditionTerm) -> String {
    term.parts.enumerated().map { place, part in
      let sign = place == 0 ? (part.isNegative ? "-" : "") : (part.isNegative ? " - " : " + ")
      return sign + words(part.value)
    }.joined()
  }

  private static func words(_ value: ConditionValue) -> String {
    switch value {
    case .fact(let name), .text(let name): name
    case .number(let number): number.text
    case .percent(let number): "\(number.text)%"
    case .span(let span): span.text
    case .amount(let number, let currency): "\(number.text) \(currency)"
    case .day(let day): day.iso
    }
  }
}
