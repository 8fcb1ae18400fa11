/// Something a person has to do (not a concurrency task).
package struct SalesTask: WorkspaceRecord {
  package enum Status: String, CaseIterable, Sendable { case open, done, cancelled }
  package enum Priority: String, CaseIterable, Sendable { case low, normal, high }
  package enum OriginKind: String, CaseIterable, Sendable { case human, rule }
  /// Who or what asked for it.
  package struct Origin: Sendable {
    package var kind: OriginKind?
    package var rule: String?
    package var alert: String?
  }

  package var source: RecordSource
  /// Slug of the customer, told by the folder; nil elsewhere.
  package var customer: String?
  /// Person id.
  package var owner: String?
  package var due: Day?
  package var status: Status?
  package var priority: Priority?
  /// Paths relative to the customer's folder.
  package var about: [String]
  package var origin: Origin?
  package var createdOn: Day?
  package var closedOn: Day?

  init(_ source: RecordSource, customer: String?, _ fields: inout FieldReader) {
    self.source = source
    self.customer = customer
    owner = fields.text("owner")
    due = fields.day("due")
    status = fields.choice("status", Status.self, required: true)
    priority = fields.choice("priority", Priority.self)
    about = fields.texts("about")
    origin = fields.record("origin", owner: "origin") { origin in
      Origin(kind: origin.choice("kind", OriginKind.self), rule: origin.text("rule"), alert: origin.text("alert"))
    }
    createdOn = fields.day("created_on")
    closedOn = fields.day("closed_on")
  }
}
