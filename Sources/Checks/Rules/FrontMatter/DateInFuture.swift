internal import Diagnostics
internal import WorkspaceModel

/// Days on which something happened are not ahead of us.
struct DateInFuture: Check {
  let id = "date-in-future"
  let group = CheckGroup.frontMatter
  let severity = Diagnostic.Severity.warning
  let rule = "days on which something happened are not ahead of us"
  let rationale = "A review or a meeting that has yet to take place makes a record look fresher than it is."
  let examples = [
    CheckExample("=== customers/acme/profile.md\n---\nreviewed_on: ▶2027-01-28\n---\n"),
    CheckExample(
      "=== customers/acme/interactions/call.md\n---\nkind: call\noccurred_at: ▶2026-12-06T10:00:00+01:00\n---\n"),
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      reviewed_on: 2026-11-24
      ---
      === customers/acme/deals/q3.md
      ---
      stage: lead
      close_on: 2027-03-31
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let limit = input.today.adding(days: 1)
    var findings: [Diagnostic] = []
    func require(_ day: WorkspaceModel.Day?, _ field: String, _ source: RecordSource) {
      guard let day, day > limit else { return }
      findings.append(
        finding(
          "\(day.iso) in '\(field)' lies \(FieldWords.days(day.days(since: input.today))) ahead",
          at: source.range(of: field), help: "write the day on which it happened"))
    }
    let workspace = input.workspace
    for customer in workspace.customers {
      require(customer.reviewedOn, "reviewed_on", customer.source)
      require(customer.churnedOn, "churned_on", customer.source)
    }
    for deal in workspace.deals {
      require(deal.stageEnteredOn, "stage_entered_on", deal.source)
      require(deal.createdOn, "created_on", deal.source)
      require(deal.closedOn, "closed_on", deal.source)
    }
    for interaction in workspace.interactions {
      require(interaction.occurredAt?.day, "occurred_at", interaction.source)
    }
    for insight in workspace.insights { require(insight.createdOn, "created_on", insight.source) }
    for task in workspace.tasks {
      require(task.createdOn, "created_on", task.source)
      require(task.closedOn, "closed_on", task.source)
    }
    for card in workspace.battlecards { require(card.reviewedOn, "reviewed_on", card.source) }
    for playbook in workspace.playbooks { require(playbook.reviewedOn, "reviewed_on", playbook.source) }
    for template in workspace.templates { require(template.reviewedOn, "reviewed_on", template.source) }
    for lesson in workspace.lessons { require(lesson.reviewedOn, "reviewed_on", lesson.source) }
    for page in workspace.securityPages { require(page.reviewedOn, "reviewed_on", page.source) }
    for report in workspace.reports { require(report.reviewedOn, "reviewed_on", report.source) }
    return findings
  }
}
