/// Where a deal stands.
enum Stage: String, Sendable, CaseIterable {
  case lead, qualification, discovery
  case technicalValidation = "technical_validation"
  case businessCase = "business_case"
  case negotiation
  case closedWon = "closed_won"
  case closedLost = "closed_lost"

  /// The position in the pipeline, from 0.
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether the deal is neither won nor lost.
  var isOpen: Bool { self != .closedWon && self != .closedLost }

  /// The name in commit messages.
  var spoken: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }

  /// How long a visit usually takes, in days.
  var days: ClosedRange<Int> {
    switch self {
    case .lead: 6...26
    case .qualification: 8...30
    case .discovery: 12...42
    case .technicalValidation: 22...64
    case .businessCase: 12...42
    case .negotiation: 8...36
    case .closedWon, .closedLost: 1...1
    }
  }

  /// How many of a thousand visits end in a loss.
  var losses: Int {
    switch self {
    case .lead: 130
    case .qualification: 150
    case .discovery: 120
    case .technicalValidation: 110
    case .businessCase: 120
    case .negotiation: 90
    case .closedWon, .closedLost: 0
    }
  }

  /// The play that fits, by file name.
  var playbook: String {
    switch self {
    case .lead, .qualification, .discovery: "discovery-call"
    case .technicalValidation: "technical-validation-pilot"
    case .businessCase: "business-case-workshop"
    case .negotiation, .closedLost: "negotiation-and-paper-process"
    case .closedWon: "onboarding-first-90-days"
    }
  }
}
