internal import Diagnostics
internal import WorkspaceModel

/// A mail address belongs to one contact.
struct DuplicateMail: Check {
  let id = "duplicate-mail"
  let group = CheckGroup.duplicates
  let severity = Diagnostic.Severity.error
  let rule = "a mail address belongs to one contact"
  let rationale = "Mail is filed by its address, so one of the two would never get what was written to them."
  let examples = [
    CheckExample(
      """
      === customers/acme/contacts.yaml
      contacts:
        - {id: dan-ek, name: Dan Ek, emails: [dan@acme.example]}
        - {id: daniel-ek, name: Daniel Ek, emails: [ek@acme.example, ▶Dan@Acme.example]}
      """),
    CheckExample(
      """
      === customers/acme/contacts.yaml
      contacts:
        - {id: dan-ek, name: Dan Ek, emails: [dan@acme.example]}
        - {id: cleo-dahl, name: Cleo Dahl, emails: [cleo@acme.example]}
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var owners: [String: Contact] = [:]
    var findings: [Diagnostic] = []
    for list in input.workspace.contactLists {
      for (contact, node) in zip(list.contacts, list.source.items(of: "contacts", having: "id")) {
        for place in node["emails"]?.items ?? node["emails"].map({ [$0] }) ?? [] {
          guard let mail = place.text?.lowercased() else { continue }
          guard let owner = owners[mail] else {
            owners[mail] = contact
            continue
          }
          if owner.id == contact.id, owner.customer == contact.customer { continue }
          let company = owner.customer == contact.customer ? "" : " at '\(owner.customer)'"
          findings.append(
            finding(
              "\(mail) is also the address of '\(owner.id)'\(company)", at: place.range(in: list.source.path),
              help: "join the two contacts, or take the address from one of them"))
        }
      }
    }
    return findings
  }
}
