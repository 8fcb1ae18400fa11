internal import Diagnostics
internal import WorkspaceModel

/// A claim with a typed value that is bound to a metric, and what that metric came to.
struct BoundClaim {
  let claim: Battlecard.Claim
  let query: MetricQuery
  let figure: FigureValue
  let typed: String
  /// The typed value in the file.
  let range: SourceRange
  private let place: TypedPlace

  /// Where some bytes of the typed value stand; nil when they are spelled differently.
  func range(of bytes: Range<Int>) -> SourceRange? {
    place.range(of: Array(Array(typed.utf8)[bytes]), at: bytes.lowerBound)
  }

  /// The claims of all cards that can be compared with something.
  static func all(in input: CheckInput) -> [BoundClaim] {
    guard let figures = input.figures else { return [] }
    return input.workspace.battlecards.flatMap { card in
      zip(card.claims, card.source.items(of: "claims", having: "topic")).compactMap { claim, node in
        guard let typed = claim.ours, let query = claim.query, let figure = figures[query], let field = node["ours"]
        else { return nil }
        return BoundClaim(
          claim: claim, query: query, figure: figure, typed: typed, range: field.range(in: card.source.path),
          place: TypedPlace(field, in: card.source.path, input))
      }
    }
  }
}
