/// Why somebody should look at a record, what to do about it, and what helps with that.
package struct AttentionReason: Hashable, Sendable {
  /// What is the matter.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case overdue
    case renewalMissing = "renewal_missing"
    case noNextStep = "no_next_step"
    case unwell, stale
    case singleThreaded = "single_threaded"
    case nextStepLate = "next_step_late"
    case competitorUnanswered = "competitor_unanswered"
    case quiet
    case criteriaMissing = "criteria_missing"

    /// How much it weighs: what costs the quarter most weighs most.
    package var points: Int {
      switch self {
      case .overdue, .renewalMissing: 5
      case .noNextStep, .unwell: 4
      case .stale, .singleThreaded, .nextStepLate: 3
      case .competitorUnanswered, .quiet: 2
      case .criteriaMissing: 1
      }
    }
  }

  /// What to open for the action.
  package enum Help: Hashable, Sendable {
    /// A playbook, by slug.
    case play(String)
    /// A battlecard, by slug.
    case battlecard(String)
  }

  package let kind: Kind
  /// What is the matter, without a full stop: "expected close passed 12 days ago".
  package let reason: String
  /// What to do: "Agree a new close date with the customer".
  package let action: String
  /// Nil when nothing that is written helps.
  package let help: Help?

  init(_ kind: Kind, _ reason: String, _ action: String, help: Help? = nil) {
    self.kind = kind
    self.reason = reason
    self.action = action
    self.help = help
  }

  static func days(_ number: Int) -> String { number == 1 ? "1 day" : "\(number) days" }
}
