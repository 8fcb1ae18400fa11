internal import Diagnostics
internal import WorkspaceModel

/// What begins does so before it ends.
struct DatesOutOfOrder: Check {
  let id = "dates-out-of-order"
  let group = CheckGroup.consistency
  let severity = Diagnostic.Severity.error
  let rule = "days that begin something come before those that end it"
  let rationale = "Durations that are worked out from the two would be negative."
  let examples = [
    CheckExample(
      "=== customers/acme/profile.md\n---\ncontract_start: 2026-07-01\ncontract_end: ▶2026-06-30\n---\n"),
    CheckExample(
      """
      === customers/acme/profile.md
      ---
      contract_start: 2026-07-01
      contract_end: 2027-06-30
      ---
      === customers/acme/tasks/call.md
      ---
      status: done
      created_on: 2026-07-01
      closed_on: 2026-07-01
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func require(
      _ first: WorkspaceModel.Day?, _ firstName: String, _ last: WorkspaceModel.Day?, _ lastName: String,
      at range: @autoclosure () -> SourceRange
    ) {
      guard let first, let last, last < first else { return }
      findings.append(
        finding(
          "\(lastName) \(last.iso) lies before \(firstName) \(first.iso)", at: range(),
          help: "correct one of the two days"))
    }
    let workspace = input.workspace
    for customer in workspace.customers {
      require(
        customer.contractStart, "contract_start", customer.contractEnd, "contract_end",
        at: customer.source.range(of: "contract_end"))
    }
    for deal in workspace.deals {
      require(deal.createdOn, "created_on", deal.closedOn, "closed_on", at: deal.source.range(of: "closed_on"))
    }
    for task in workspace.tasks {
      require(task.createdOn, "created_on", task.closedOn, "closed_on", at: task.source.range(of: "closed_on"))
    }
    for insight in workspace.insights {
      require(
        insight.createdOn, "created_on", insight.expiresOn, "expires_on", at: insight.source.range(of: "expires_on"))
    }
    for card in workspace.battlecards {
      for (claim, node) in zip(card.claims, card.source.items(of: "claims", having: "topic")) {
        require(
          claim.verifiedOn, "verified_on", claim.expiresOn, "expires_on",
          at: node["expires_on"]?.range(in: card.source.path) ?? card.source.range(of: "claims"))
      }
    }
    for person in workspace.people {
      require(person.startedOn, "started_on", person.leftOn, "left_on", at: person.range)
    }
    return findings
  }
}
