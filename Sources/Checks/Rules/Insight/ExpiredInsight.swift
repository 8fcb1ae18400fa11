internal import Diagnostics
internal import WorkspaceModel

/// What we believe about a customer still holds.
struct ExpiredInsight: Check {
  let id = "expired-insight"
  let group = CheckGroup.insights
  let severity = Diagnostic.Severity.note
  let rule = "insights that count are not past their expires_on"
  let rationale = "An offer that has run out, or a budget of last year, is no reason to act today."
  let examples = [
    CheckExample(
      """
      === customers/acme/insights/offer.md
      ---
      statement: Kilovane offers a free year.
      evidence: [{source: profile.md}]
      expires_on: ▶2026-10-31
      ---
      === customers/acme/profile.md
      # Acme
      """),
    CheckExample(
      """
      === customers/acme/insights/offer.md
      ---
      statement: Kilovane offers a free year.
      evidence: [{source: profile.md}]
      status: superseded
      expires_on: 2026-10-31
      ---
      === customers/acme/profile.md
      # Acme
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.insights.compactMap { insight in
      guard let day = insight.expiresOn, day < input.today, insight.status != .rejected, insight.status != .superseded
      else { return nil }
      return finding(
        "expired \(FieldWords.days(input.today.days(since: day))) ago", at: insight.source.range(of: "expires_on"),
        help: "write 'status: superseded', or a new day if it still holds")
    }
  }
}
