/// One problem in the content: where, how bad, what, why, and how to repair it.
package struct Diagnostic: Hashable, Codable, Sendable {
  /// How much a problem matters.
  package enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
    case note, warning, error

    /// Orders from note to error.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  /// Kebab-case, never changes once released: "unknown-field".
  package var id: String
  /// How bad it is.
  package var severity: Severity
  /// Where it is.
  package var range: SourceRange
  /// What is wrong, most specific words first, no full stop.
  package var summary: String
  /// Why it matters, in a sentence.
  package var explanation: String?
  /// What to do, in a sentence: "did you mean 'stage'?".
  package var help: String?
  /// What would repair it; where there are several, a person has to choose.
  package var fixIts: [FixIt]

  /// A problem at a place.
  package init(
    id: String, severity: Severity, range: SourceRange, summary: String, explanation: String? = nil,
    help: String? = nil, fixIts: [FixIt] = []
  ) {
    self.id = id
    self.severity = severity
    self.range = range
    self.summary = summary
    self.explanation = explanation
    self.help = help
    self.fixIts = fixIts
  }
}

extension Diagnostic: Comparable {
  /// Orders by place, then by id, then by words, so that output never depends on who found it first.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.range != right.range { return left.range < right.range }
    if left.id != right.id { return left.id < right.id }
    return left.summary < right.summary
  }
}
