package import WorkspaceModel

/// What a pack is made for, which decides what is kept when room is short.
package enum PackPurpose: String, CaseIterable, Sendable {
  case meeting
  case dealReview = "deal_review"
  case renewal, qbr

  /// The purpose that somebody's words stand for: "exec meeting", "deal review", "quarterly business review".
  package init?(words: String) {
    let text = String(words.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
    let known: [(String, PackPurpose)] = [
      ("qbr", .qbr), ("quarter", .qbr), ("business review", .qbr), ("renew", .renewal), ("churn", .renewal),
      ("deal", .dealReview), ("opportunity", .dealReview), ("pipeline", .dealReview), ("meeting", .meeting),
      ("call", .meeting), ("visit", .meeting), ("demo", .meeting), ("workshop", .meeting),
    ]
    guard let purpose = known.first(where: { text.contains($0.0) })?.1 else { return nil }
    self = purpose
  }

  /// "deal review".
  package var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

/// How a pack is written down.
package enum PackFormat: String, CaseIterable, Sendable { case markdown, xml, json }

/// Everything that a pack depends on beside the workspace.
package struct PackOptions: Sendable {
  package var tier: ContextTemplate.Tier
  package var purpose: PackPurpose
  /// Tokens of all volumes together; the tier's own unless given.
  package var budget: Int?
  /// Tokens of one volume at most.
  package var volumeTokens = 100_000
  package var format = PackFormat.markdown
  package var estimator = TokenEstimator.safe
  /// Short name of the commit that is read; nil for the files on disk.
  package var commit: String?
  /// Mixed into the fence, for whoever wants another one each time; empty gives the same bytes each time.
  package var salt = ""

  /// A pack of a tier for a purpose.
  package init(_ tier: ContextTemplate.Tier, for purpose: PackPurpose = .meeting) {
    self.tier = tier
    self.purpose = purpose
  }
}

/// Why a pack cannot be made.
package enum PackError: Error, Sendable, Hashable {
  /// What is never cut needs more tokens than there are.
  case tooSmall(needed: Int, budget: Int)
}
