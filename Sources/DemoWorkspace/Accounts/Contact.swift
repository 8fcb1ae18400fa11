/// Somebody at a customer.
struct Contact: Sendable {
  var id: String
  var name: String
  var title: String
  var seniority: String
  var department: String
  /// What this person does in a purchase.
  var role: String
  var email: String
  var phone: String?
  var since: DemoDay
  var leftOn: DemoDay?
  var isNotToBeContacted = false

  /// The name by which people call each other.
  var firstName: String { String(name.prefix { $0 != " " }) }
}

extension Account {
  /// The bytes of contacts.yaml.
  var contactsFile: String {
    var lines = Lines()
    lines.add("contacts:")
    for contact in contacts {
      lines.add("  - id: \(contact.id)")
      lines.field("    name", contact.name)
      lines.field("    title", contact.title)
      lines.field("    seniority", contact.seniority)
      lines.field("    department", contact.department)
      lines.field("    emails", [contact.email])
      lines.field("    phones", raw: contact.phone.map { "[\(YAMLText.quoted($0))]" })
      lines.field("    time_zone", region.zone.name)
      lines.field("    language", raw: YAMLText.quoted(region.language))
      let end = contact.leftOn.map { ", to: \($0.iso)" } ?? ""
      lines.add("    employment: [{account: \(slug), from: \(contact.since.iso)\(end)}]")
      lines.add("    status: \(contact.leftOn == nil ? "active" : "left")")
      lines.add("    lawful_basis: legitimate_interests")
      lines.add("    do_not_contact: \(contact.isNotToBeContacted)")
      lines.field("    source", source)
    }
    return lines.text
  }
}
