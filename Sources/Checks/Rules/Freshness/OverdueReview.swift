internal import Diagnostics
internal import WorkspaceModel

/// Somebody made sure not long ago that a page of the toolkit is right.
struct OverdueReview: Check {
  let id = "overdue-review"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.warning
  let rule = "playbooks, templates, training and security pages are reviewed within the limits of freshness"
  let rationale = "New colleagues learn from these pages and cannot know what has changed since."
  let examples = [
    CheckExample("=== sales-toolkit/playbooks/discovery-call.md\n---\nreviewed_on: ▶2026-05-26\n---\n"),
    CheckExample(
      """
      === sales-toolkit/playbooks/discovery-call.md
      ---
      reviewed_on: 2026-05-27
      ---
      === sales-toolkit/templates/mail.md
      ---
      kind: email
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let workspace = input.workspace
    let limits = workspace.settings.freshness
    var reviews: [Review] = []
    for page in workspace.playbooks {
      reviews.append(Review(source: page.source, day: page.reviewedOn, limit: limits.playbookDays))
    }
    for page in workspace.templates {
      reviews.append(Review(source: page.source, day: page.reviewedOn, limit: limits.templateDays))
    }
    for page in workspace.lessons {
      reviews.append(Review(source: page.source, day: page.reviewedOn, limit: limits.trainingDays))
    }
    for page in workspace.securityPages {
      reviews.append(Review(source: page.source, day: page.reviewedOn, limit: limits.securityDays))
    }
    return reviews.compactMap { review in
      review.complaint(today: input.today).map {
        finding($0, at: review.range, help: "read it through, mend it, and write today's day")
      }
    }
  }
}
