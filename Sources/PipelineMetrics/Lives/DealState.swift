package import WorkspaceModel

/// What a deal was at the end of a day.
package struct DealState: Hashable, Sendable {
  /// Whether it was there at all.
  package var exists = false
  /// Stage id; nil when open in a stage that nobody noted.
  package var stage: String?
  package var amount: Money?
  package var closeOn: Day?
  /// Person id.
  package var owner: String?
  /// The owner's override.
  package var category: Deal.Category?
  /// The owner's override.
  package var probability: Decimal4?

  /// Whether it was there and neither won nor lost.
  package var isOpen: Bool { exists && !StageVisit.isClosed(stage) }
}
