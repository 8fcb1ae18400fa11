internal import Diagnostics
internal import WorkspaceModel

/// The committee of an open deal consists of people who still work at the customer.
struct ContactLeft: Check {
  let id = "contact-left"
  let group = CheckGroup.references
  let severity = Diagnostic.Severity.warning
  let rule = "the committee of an open deal still works at the customer"
  let rationale = "A champion who has left makes a deal look better supported than it is."
  let examples = [
    CheckExample(
      """
      === customers/acme/contacts.yaml
      contacts: [{id: dan-ek, name: Dan Ek, status: left, left_on: 2026-09-30}]
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      committee: [{contact: ▶dan-ek, role: champion}]
      ---
      """),
    CheckExample(
      """
      === customers/acme/contacts.yaml
      contacts: [{id: dan-ek, name: Dan Ek, status: left}, {id: cleo-dahl, name: Cleo Dahl, left_on: 2027-01-31}]
      === customers/acme/deals/q2.md
      ---
      stage: closed_won
      committee: [{contact: dan-ek, role: champion}]
      ---
      === customers/acme/deals/q3.md
      ---
      stage: discovery
      committee: [{contact: cleo-dahl, role: champion}]
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var gone: [String: Contact] = [:]
    for list in input.workspace.contactLists {
      for contact in list.contacts
      where contact.status == .left || (contact.leftOn.map { $0 <= input.today } ?? false) {
        gone["\(list.customer)/\(contact.id)"] = contact
      }
    }
    if gone.isEmpty { return [] }
    return input.workspace.deals.filter(\.isOpen).flatMap { deal in
      zip(deal.committee, deal.source.items(of: "committee", having: "contact")).compactMap { member, node in
        guard let contact = gone["\(deal.customer)/\(member.contact)"] else { return nil }
        let role = member.role.map { " as \($0.rawValue)" } ?? ""
        return finding(
          "\(contact.name) left\(contact.leftOn.map { " on \($0.iso)" } ?? ""), but is counted on here\(role)",
          at: node["contact"]?.range(in: deal.source.path) ?? deal.source.range(of: "committee"),
          help: "find out who took over, and take this entry out")
      }
    }
  }
}
