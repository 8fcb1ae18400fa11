package import Diagnostics

/// A person at a customer; roles in a purchase belong to deals, not here.
package struct Contact: Sendable {
  /// How high up.
  package enum Seniority: String, CaseIterable, Sendable { case cLevel = "c_level", vp, director, manager, individual }
  /// Whether the person still works there.
  package enum Status: String, CaseIterable, Sendable { case active, left }
  /// Why their data may be kept (GDPR Article 6).
  package enum LawfulBasis: String, CaseIterable, Sendable {
    case consent, contract, legitimateInterests = "legitimate_interests", legalObligation = "legal_obligation"
  }
  /// A stretch of work at an account.
  package struct Employment: Sendable {
    /// Customer slug.
    package var account: String
    package var from: Day?
    package var to: Day?
  }

  /// Slug, unique in the workspace.
  package var id: String
  /// Slug of the customer in whose file the contact stands.
  package var customer: String
  /// Where the entry begins.
  package var range: SourceRange
  package var name: String
  package var jobTitle: String?
  package var seniority: Seniority?
  package var department: String?
  package var emails: [String]
  package var phones: [String]
  package var timeZone: String?
  package var language: String?
  package var employment: [Employment]
  package var status: Status?
  package var leftOn: Day?
  package var lawfulBasis: LawfulBasis?
  package var doNotContact: Bool?
  package var origin: String?
  /// Free remarks.
  package var note: String?

  /// Nil when the entry has no usable id.
  init?(customer: String, range: SourceRange, _ fields: inout FieldReader) {
    let id = fields.text("id", required: true)
    self.customer = customer
    self.range = range
    name = fields.text("name", required: true) ?? id ?? ""
    jobTitle = fields.text("title")
    seniority = fields.choice("seniority", Seniority.self)
    department = fields.text("department")
    emails = fields.texts("emails")
    phones = fields.texts("phones")
    timeZone = fields.text("time_zone")
    language = fields.text("language")
    employment = fields.records("employment", owner: "employment") { entry in
      guard let account = entry.text("account", required: true) else { return nil }
      return Employment(account: account, from: entry.day("from"), to: entry.day("to"))
    }
    status = fields.choice("status", Status.self)
    leftOn = fields.day("left_on")
    lawfulBasis = fields.choice("lawful_basis", LawfulBasis.self)
    doNotContact = fields.flag("do_not_contact")
    origin = fields.text("source")
    note = fields.text("note")
    guard let id else { return nil }
    self.id = id
  }
}

/// The contacts file of one customer.
package struct ContactList: WorkspaceRecord {
  package var source: RecordSource
  /// Slug of the customer.
  package var customer: String
  /// In the order of the file.
  package var contacts: [Contact]

  init(_ source: RecordSource, customer: String, _ fields: inout FieldReader) {
    self.source = source
    self.customer = customer
    let nodes = source.fields?["contacts"]?.items ?? []
    var index = -1
    contacts = fields.records("contacts", owner: "contact") { entry in
      index += 1
      let start = nodes.indices.contains(index) ? nodes[index].start : .start
      return Contact(customer: customer, range: SourceRange(file: source.path, start: start), &entry)
    }
  }
}
