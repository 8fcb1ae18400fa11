/// What we believe about a customer, and what makes us believe it.
package struct Insight: WorkspaceRecord {
  package enum Kind: String, CaseIterable, Sendable {
    case pain, need, objection, competitor, risk
    case buyingSignal = "buying_signal"
    case commitment, decision, metric
  }
  package enum AuthorKind: String, CaseIterable, Sendable { case human, model }
  package enum Status: String, CaseIterable, Sendable { case proposed, accepted, rejected, superseded }
  /// A quote and where it stands.
  package struct Evidence: Sendable {
    /// Path relative to the customer's folder.
    package var source: String
    /// Short name of the commit in which it was read.
    package var commit: String?
    /// Occurs word for word in the source.
    package var quote: String?
  }

  package var source: RecordSource
  /// Slug of the customer, told by the folder.
  package var customer: String
  package var kind: Kind?
  package var statement: String
  package var evidence: [Evidence]
  /// 0 to 1.
  package var confidence: Decimal4?
  /// Person id or model name.
  package var author: String?
  package var authorKind: AuthorKind?
  /// Name of the agent that drafted it.
  package var agent: String?
  package var status: Status?
  package var createdOn: Day?
  package var expiresOn: Day?
  /// Deal slugs of the same customer.
  package var deals: [String]

  init(_ source: RecordSource, customer: String, _ fields: inout FieldReader) {
    self.source = source
    self.customer = customer
    kind = fields.choice("kind", Kind.self)
    statement = fields.text("statement", required: true) ?? source.title
    evidence = fields.records("evidence", owner: "evidence") { entry in
      guard let source = entry.text("source", required: true) else { return nil }
      return Evidence(source: source, commit: entry.text("commit"), quote: entry.text("quote"))
    }
    confidence = fields.decimal("confidence", in: .zero...Decimal4(1))
    author = fields.text("author")
    authorKind = fields.choice("author_kind", AuthorKind.self)
    agent = fields.text("agent")
    status = fields.choice("status", Status.self)
    createdOn = fields.day("created_on")
    expiresOn = fields.day("expires_on")
    deals = fields.texts("deals")
  }
}
