/// When a rule is looked at.
package enum RuleEvent: Hashable, Sendable {
  /// When an interaction has arrived.
  case interaction
  /// Once a day, for every subject.
  case daily
  /// When a field of a record has changed, `deal.stage`.
  case change(kind: RecordKind, field: String)

  /// Kinds of records whose changes rules can wait for, by the word that rules use.
  package static let kinds: [(word: String, kind: RecordKind)] = [
    ("account", .customer), ("deal", .deal), ("insight", .insight), ("interaction", .interaction), ("task", .task),
  ]

  /// Reads `interaction`, `daily` or `change(deal.stage)`; nil for anything else.
  package init?(_ text: String) {
    switch text {
    case "interaction": self = .interaction
    case "daily": self = .daily
    default:
      guard text.hasPrefix("change("), text.hasSuffix(")") else { return nil }
      let inside = text.dropFirst("change(".count).dropLast()
      guard let dot = inside.utf8.firstIndex(of: UInt8(ascii: ".")),
        let kind = Self.kinds.first(where: { $0.word == inside[..<dot] })?.kind
      else { return nil }
      let field = String(inside[inside.index(after: dot)...])
      guard !field.isEmpty, !ConditionFacts.isComputed(String(inside)) else { return nil }
      self = .change(kind: kind, field: field)
    }
  }
}
