internal import PipelineMetrics
internal import WorkspaceModel

/// How the steps of a journey read.
enum JourneyWords {
  /// A class name for a state.
  static func style(_ state: JourneyStep.State) -> String { state == .notReached ? "not-reached" : state.rawValue }

  /// The symbol of a state.
  static func icon(_ state: JourneyStep.State) -> String {
    switch state {
    case .passed: "check"
    case .current: "here"
    case .next: "next"
    case .skipped: "skip"
    case .notReached: "ahead"
    case .unknown: "question"
    }
  }

  /// The state in words.
  static func label(_ step: JourneyStep, isReopened: Bool = false) -> String {
    switch step.state {
    case .passed: step.isFromBefore ? "Passed before it was re-opened" : "Passed"
    case .current: isReopened ? "Now, after it was re-opened" : "Now"
    case .next: step.isFromBefore ? "Next, was there before" : "Next"
    case .skipped: "Skipped"
    case .notReached: step.isFromBefore ? "Left again" : "Not reached"
    case .unknown: "Unknown"
    }
  }

  /// "31 d"; the newest stay and all of them together where there were more.
  static func stay(_ step: JourneyStep) -> String? {
    guard let days = step.days else { return nil }
    let text = "\(Format.grouped(days)) d"
    guard step.visits > 1, let all = step.daysInAll else { return text }
    return "\(text), \(Format.grouped(all)) d in \(step.visits) stays"
  }

  /// A class name for a criterion or a gate.
  static func style(_ state: StageGate.State) -> String { state.rawValue }

  /// The symbol of a criterion or a gate.
  static func icon(_ state: StageGate.State) -> String {
    switch state {
    case .met: "check"
    case .waived: "skip"
    case .unmet: "cross"
    case .unknown: "question"
    }
  }

  /// The state of a criterion in words.
  static func label(_ state: StageGate.State) -> String {
    switch state {
    case .met: "Met"
    case .waived: "Waived"
    case .unmet: "Not met"
    case .unknown: "Unknown"
    }
  }

  /// "2 of 4 met".
  static func met(_ gates: [JourneyGate]) -> String {
    "\(gates.reduce(0) { $0 + $1.count(.met) }) of \(gates.reduce(0) { $0 + $1.conditions.count }) met"
  }

  /// "2 of 4 met, 1 waived".
  static func count(_ gates: [JourneyGate]) -> String {
    func sum(_ state: StageGate.State) -> Int { gates.reduce(0) { $0 + $1.count(state) } }
    let others = [(sum(.waived), "waived"), (sum(.unknown), "unknown")].filter { $0.0 > 0 }
    return ([met(gates)] + others.map { "\($0.0) \($0.1)" }).joined(separator: ", ")
  }
}
