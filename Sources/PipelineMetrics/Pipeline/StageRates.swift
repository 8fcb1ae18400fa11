internal import WorkspaceModel

/// How many of the deals that reached a stage were won, by pipeline (domain 1.3).
package struct StageRates: Sendable {
  /// Deals with an outcome that reached a stage.
  package struct Rate: Hashable, Sendable {
    package var won = 0
    package var resolved = 0
  }

  /// From so many resolved deals on the observed share stands in for the workflow's odds.
  package static let enough = 30

  private var rates: [String: [String: Rate]] = [:]

  /// Rates by the final outcomes up to the clock's day.
  package init(_ lives: DealLives) {
    for life in lives.lives {
      guard let outcome = life.closings(through: lives.clock.day, mode: .final).last else { continue }
      var seen: Set<String> = []
      for visit in life.visits where visit.isOpen && visit.enteredOn.map({ $0 <= outcome.on }) ?? true {
        guard let stage = visit.stage, seen.insert(stage).inserted else { continue }
        rates[life.workflow.workflowID, default: [:]][stage, default: Rate()].resolved += 1
        if outcome.isWon { rates[life.workflow.workflowID, default: [:]][stage, default: Rate()].won += 1 }
      }
    }
  }

  /// What is known of a stage, however little.
  package func rate(_ stage: String, in pipeline: String) -> Rate { rates[pipeline]?[stage] ?? Rate() }

  /// The observed odds; nil as long as too few deals resolved.
  package func observed(_ stage: String, in pipeline: String) -> Fraction? {
    let rate = rate(stage, in: pipeline)
    return rate.resolved >= Self.enough ? Fraction(Int128(rate.won), over: Int128(rate.resolved)) : nil
  }
}
