internal import Diagnostics
internal import WorkspaceModel

/// Somebody made sure not long ago that a profile is right.
struct StaleProfile: Check {
  let id = "stale-profile"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.warning
  let rule = "profiles are reviewed within freshness.profile_days"
  let rationale = "People change posts and plans change; an old profile sends somebody into a meeting with old facts."
  let examples = [
    CheckExample("=== customers/acme/profile.md\n---\nreviewed_on: ▶2026-07-01\n---\n"),
    CheckExample(
      """
      === fieldbook.yaml
      freshness: {profile_days: 180}
      === customers/acme/profile.md
      ---
      reviewed_on: 2026-07-01
      ---
      === customers/bolt/profile.md
      ---
      lifecycle: former
      reviewed_on: 2024-07-01
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let limit = input.workspace.settings.freshness.profileDays
    return input.workspace.customers.compactMap { customer in
      if customer.lifecycle == .former { return nil }
      let review = Review(source: customer.source, day: customer.reviewedOn, limit: limit)
      return review.complaint(today: input.today).map {
        finding($0, at: review.range, help: "read it through, mend it, and write today's day")
      }
    }
  }
}
