internal import Diagnostics
internal import WorkspaceModel

/// Claims on battlecards are still to be relied on.
struct ExpiredClaim: Check {
  let id = "expired-claim"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.warning
  let rule = "claims on battlecards are not past their expires_on"
  let rationale = "A claim that stopped being true is found out by the customer, in the meeting."
  let examples = [
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims:
        - {topic: Single sign-on, theirs: none, expires_on: ▶2026-11-22}
      ---
      """),
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims:
        - {topic: Single sign-on, theirs: none, expires_on: 2026-11-23}
        - {topic: Metering, theirs: none}
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.battlecards.flatMap { card in
      zip(card.claims, card.source.items(of: "claims", having: "topic")).compactMap { claim, node in
        guard let day = claim.expiresOn, day < input.today else { return nil }
        return finding(
          "claim about '\(claim.topic)' expired \(FieldWords.days(input.today.days(since: day))) ago",
          at: node["expires_on"]?.range(in: card.source.path) ?? card.source.range(of: "claims"),
          help: "verify it and write a new verified_on and expires_on, or take the claim out")
      }
    }
  }
}
