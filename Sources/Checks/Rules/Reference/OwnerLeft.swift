internal import Diagnostics
internal import WorkspaceModel

/// Whatever needs an owner has one who still works here.
struct OwnerLeft: Check {
  let id = "owner-left"
  let group = CheckGroup.references
  let severity = Diagnostic.Severity.warning
  let rule = "owners of open work still work here"
  let rationale = "Work that belongs to somebody who has left waits until a customer asks."
  let examples = [
    CheckExample(
      """
      === workspace-setup/people.yaml
      people: [{id: ada.lind, name: Ada Lind, status: left}, {id: bo.berg, name: Bo Berg, left_on: 2026-10-31}]
      === customers/acme/profile.md
      ---
      owners: {ae: ▶bo.berg}
      ---
      === customers/acme/deals/q3.md
      ---
      stage: lead
      owner: ▶ada.lind
      ---
      """),
    CheckExample(
      """
      === workspace-setup/people.yaml
      people: [{id: ada.lind, name: Ada Lind, status: left}, {id: bo.berg, name: Bo Berg, left_on: 2026-12-31}]
      === customers/acme/deals/q2.md
      ---
      stage: closed_won
      owner: ada.lind
      ---
      === customers/acme/deals/q3.md
      ---
      stage: lead
      owner: bo.berg
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    let workspace = input.workspace
    var gone: [String: TeamMember] = [:]
    for person in workspace.people where person.status == .left || (person.leftOn.map { $0 <= input.today } ?? false) {
      gone[person.id] = person
    }
    if gone.isEmpty { return [] }
    var findings: [Diagnostic] = []
    func require(_ name: String?, _ field: String, _ source: RecordSource) {
      guard let name, let person = gone[name] else { return }
      findings.append(
        finding(
          "\(person.name) left\(person.leftOn.map { " on \($0.iso)" } ?? ""), but still owns this \(source.kind.noun)",
          at: source.range(of: field), help: "name who took it over"))
    }
    for customer in workspace.customers where customer.lifecycle != .former {
      for (role, person) in customer.owners { require(person, "owners.\(role)", customer.source) }
    }
    for deal in workspace.deals where deal.isOpen {
      require(deal.owner, "owner", deal.source)
      require(deal.nextStep?.owner, "next_step.owner", deal.source)
    }
    for task in workspace.tasks where task.status == .open { require(task.owner, "owner", task.source) }
    for card in workspace.battlecards { require(card.owner, "owner", card.source) }
    for playbook in workspace.playbooks { require(playbook.owner, "owner", playbook.source) }
    for template in workspace.templates { require(template.owner, "owner", template.source) }
    for lesson in workspace.lessons { require(lesson.owner, "owner", lesson.source) }
    for page in workspace.securityPages { require(page.owner, "owner", page.source) }
    for workflow in workspace.workflows { require(workflow.owner, "owner", workflow.source) }
    for report in workspace.reports { require(report.owner, "owner", report.source) }
    return findings
  }
}
