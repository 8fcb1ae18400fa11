internal import Diagnostics
internal import WorkspaceModel

/// Answers to security reviewers are still valid.
struct ExpiredSecurityPage: Check {
  let id = "expired-security-page"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.error
  let rule = "security pages are not past their expires_on"
  let rationale = "An expired certificate that is handed to a reviewer is a false statement in a contract."
  let examples = [
    CheckExample("=== sales-toolkit/security-compliance/soc-2.md\n---\nexpires_on: ▶2026-10-31\n---\n"),
    CheckExample("=== sales-toolkit/security-compliance/soc-2.md\n---\nexpires_on: 2026-11-23\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.securityPages.compactMap { page in
      guard let day = page.expiresOn, day < input.today else { return nil }
      return finding(
        "expired \(FieldWords.days(input.today.days(since: day))) ago", at: page.source.range(of: "expires_on"),
        help: "put in the new document and its last day, or take the page out")
    }
  }
}
