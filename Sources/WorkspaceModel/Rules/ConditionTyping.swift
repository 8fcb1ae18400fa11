internal import Diagnostics

/// Finds comparisons that can never say anything, since the two sides are not of one kind.
package struct ConditionTyping {
  /// Stage ids of the workspace's workflows.
  let stages: [String]

  /// Typing against these stages; none means that any stage is taken.
  package init(stages: [String]) { self.stages = stages }

  /// Every mistake in a condition, in the order of the text.
  package func mistakes(in condition: Condition) -> [ConditionParser.Mistake] {
    switch condition {
    case .any(let parts), .all(let parts): return parts.flatMap(mistakes)
    case .not(let inner): return mistakes(in: inner)
    case .isState, .flag: return []
    case .among(let term, let values, _):
      guard let fact = term.fact, let type = ConditionFacts.type(of: fact) else { return [] }
      return values.compactMap { mistake(fact, type, .equal, $0) }
    case .compare(let left, let comparison, let right):
      if let fact = left.fact, let type = ConditionFacts.type(of: fact), right.parts.count == 1 {
        return [mistake(fact, type, comparison, right.parts[0])].compactMap(\.self)
      }
      if let fact = right.fact, let type = ConditionFacts.type(of: fact), left.parts.count == 1 {
        return [mistake(fact, type, comparison, left.parts[0])].compactMap(\.self)
      }
      return []
    }
  }

  private func mistake(
    _ fact: String, _ type: FactType, _ comparison: Condition.Comparison, _ part: ConditionTerm.Part
  ) -> ConditionParser.Mistake? {
    let isOrder = [.less, .atMost, .more, .atLeast].contains(comparison)
    func wrong(_ wanted: String, _ help: String) -> ConditionParser.Mistake {
      .init(
        summary: "'\(fact)' is compared with \(Self.words(part.value)), it is \(wanted)", help: help, range: part.range)
    }
    switch (type, part.value) {
    case (_, .fact): return nil
    case (.record, _): return wrong("a record", "ask '\(fact) is none', or name a field such as '\(fact).…'")
    case (.flag, .text(let text)):
      return text == "true" || text == "false" ? nil : wrong("true or false", "write '\(fact)' or 'not \(fact)'")
    case (.flag, _): return wrong("true or false", "write '\(fact)' or 'not \(fact)'")
    case (.number, .number), (.number, .span), (.number, .percent), (.usage, .number), (.usage, .percent): return nil
    case (.number, _): return wrong("a number", "write a number such as 30")
    case (.usage, _): return wrong("a measured value", "write a number, or a share such as 20%")
    case (.money, .amount): return nil
    case (.money, .number(let number)): return wrong("an amount", "name the currency: \(number.text) EUR")
    case (.money, _): return wrong("an amount", "write an amount such as 50000 EUR")
    case (.day, .day): return nil
    case (.day, _): return wrong("a day", "write a day such as 2026-12-01, or 'today - 7d'")
    case (.text, .text), (.list, .text): return isOrder ? wrong("a text", "compare texts with == or !=") : nil
    case (.text, _), (.list, _): return wrong("a text", "put the value in quotes")
    case (.choice(let allowed), .text(let text)): return choice(fact, text, allowed, isOrder, part)
    case (.stage, .text(let text)): return stages.isEmpty ? nil : choice(fact, text, stages, isOrder, part)
    case (.choice, _), (.stage, _): return wrong("a word", "write one of its words")
    }
  }

  private func choice(
    _ fact: String, _ text: String, _ allowed: [String], _ isOrder: Bool, _ part: ConditionTerm.Part
  ) -> ConditionParser.Mistake? {
    if isOrder {
      return .init(
        summary: "'\(fact)' is a word and has no order", help: "list the words: \(fact) in [\(text)]", range: part.range
      )
    }
    guard !allowed.contains(text) else { return nil }
    let nearest = NearestWord.to(text, among: allowed)
    return .init(
      summary: "'\(fact)' is never '\(text)'",
      help: nearest.map { "did you mean '\($0)'?" } ?? "one of: \(allowed.joined(separator: ", "))", range: part.range,
      replacement: nearest)
  }

  private static func words(_ value: ConditionValue) -> String {
    switch value {
    case .fact(let name): "'\(name)'"
    case .number(let number): "the number \(number.text)"
    case .percent(let number): "the share \(number.text)%"
    case .span(let span): "the time \(span.text)"
    case .amount(let number, let currency): "the amount \(number.text) \(currency)"
    case .day(let day): "the day \(day.iso)"
    case .text(let text): "the text '\(text)'"
    }
  }
}
