package import WorkspaceModel

/// A stay of a deal in a stage.
package struct StageVisit: Hashable, Sendable {
  /// Stage id by which the workflow goes today; nil while open in a stage that nobody noted.
  package let stage: String?
  /// Nil when unknown: then the visit has no duration.
  package let enteredOn: Day?
  /// Nil when it has not ended, or nobody knows when.
  package let leftOn: Day?
  /// Whether it has ended.
  package let hasEnded: Bool
  /// Place of the stage in its workflow; nil when the workflow lacks it.
  package let place: Int?
  /// Hash of the commit that brought it, where history is known.
  package let commit: String?

  /// Whether the deal is neither won nor lost in it.
  package var isOpen: Bool { !Self.isClosed(stage) }

  /// Whether a stage is one of the two in which nothing is left to win.
  package static func isClosed(_ stage: String?) -> Bool { stage == "closed_won" || stage == "closed_lost" }
}

/// A win or loss, which a later re-opening may have undone.
package struct Closing: Hashable, Sendable {
  package let isWon: Bool
  package let on: Day
  /// What the deal was worth when it closed; nil when unknown.
  package let amount: Money?
  /// Person id of the owner at that time, who gets the credit.
  package let owner: String?
  /// When the deal became open again or turned into the opposite.
  package let undoneOn: Day?
  /// Hashes of the commits that say so, where history is known.
  package let commits: [String?]
}

/// How a win rate takes deals that were lost and re-opened (domain 2.3).
package enum OutcomeMode: String, Hashable, Sendable, CaseIterable {
  /// The last outcome counts and voids those before it.
  case final
  /// Every outcome counts.
  case event

  /// For definitions.
  var words: String {
    switch self {
    case .final: "final-outcome mode: a re-opened deal counts by how it ended"
    case .event: "event mode: each outcome of a re-opened deal counts"
    }
  }
}
