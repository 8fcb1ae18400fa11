internal import Diagnostics
internal import WorkspaceModel

/// Somebody made sure not long ago that a battlecard is right.
struct StaleBattlecard: Check {
  let id = "stale-battlecard"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.warning
  let rule = "battlecards are reviewed within their review_every_days, or freshness.battlecard_days"
  let rationale = "A claim that stopped being true is found out by the customer, in the meeting."
  let examples = [
    CheckExample("=== sales-toolkit/battlecards/kilovane.md\n---\nreviewed_on: ▶2026-08-01\n---\n"),
    CheckExample(
      "=== sales-toolkit/battlecards/kilovane.md\n---\nreviewed_on: 2026-08-01\nreview_every_days: 180\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let limit = input.workspace.settings.freshness.battlecardDays
    return input.workspace.battlecards.compactMap { card in
      let review = Review(source: card.source, day: card.reviewedOn, limit: card.reviewEveryDays ?? limit)
      return review.complaint(today: input.today).map {
        finding($0, at: review.range, help: "verify the claims again, and write today's day")
      }
    }
  }
}
