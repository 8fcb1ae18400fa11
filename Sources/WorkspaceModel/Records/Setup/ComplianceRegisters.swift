/// How long records of a kind are kept.
package struct RetentionRule: Sendable {
  package var kind: String
  package var keepMonths: Int?
  package var after: String?
  package var basis: String?
  package var owner: String?

  init?(_ fields: inout FieldReader) {
    let kind = fields.text("kind", required: true)
    keepMonths = fields.integer("keep_months", in: 0...1200)
    after = fields.text("after")
    basis = fields.text("basis")
    owner = fields.text("owner")
    guard let kind else { return nil }
    self.kind = kind
  }
}

/// A control with the evidence that it works.
package struct ComplianceControl: Sendable {
  package var id: String
  package var name: String
  package var statement: String?
  package var owner: String?
  package var frequency: String?
  package var evidence: [String]
  package var lastTestedOn: Day?

  init?(_ fields: inout FieldReader) {
    let id = fields.text("id", required: true)
    name = fields.text("title") ?? id ?? ""
    statement = fields.text("statement")
    owner = fields.text("owner")
    frequency = fields.text("frequency")
    evidence = fields.texts("evidence")
    lastTestedOn = fields.day("last_tested_on")
    guard let id else { return nil }
    self.id = id
  }
}

/// An entry of the register of processing (GDPR Article 30).
package struct ProcessingActivity: Sendable {
  package var name: String
  package var purpose: String?
  package var subjects: String?
  package var categories: [String]
  package var basis: String?
  package var recipients: [String]
  package var keepMonths: Int?
  package var owner: String?

  init?(_ fields: inout FieldReader) {
    let name = fields.text("name", required: true)
    purpose = fields.text("purpose")
    subjects = fields.texts("subjects").joined(separator: ", ")
    categories = fields.texts("categories")
    basis = fields.text("basis")
    recipients = fields.texts("recipients")
    keepMonths = fields.integer("keep_months", in: 0...1200)
    owner = fields.text("owner")
    guard let name else { return nil }
    self.name = name
  }
}

/// Who has to agree to a change of protected paths.
package struct ApprovalRule: Sendable {
  /// Glob of paths.
  package var path: String
  /// Person ids.
  package var by: [String]
  package var note: String?

  init?(_ fields: inout FieldReader) {
    let path = fields.text("path", required: true)
    by = fields.texts("by")
    note = fields.text("note")
    guard let path else { return nil }
    self.path = path
  }
}

/// A file that holds one of the registers.
package struct RegisterFile: WorkspaceRecord {
  package var source: RecordSource
  package var retention: [RetentionRule] = []
  package var controls: [ComplianceControl] = []
  package var activities: [ProcessingActivity] = []
  package var approvals: [ApprovalRule] = []

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    switch source.kind {
    case .retention: retention = fields.records("retention", owner: "retention rule", read: RetentionRule.init)
    case .controls: controls = fields.records("controls", owner: "control", read: ComplianceControl.init)
    case .processing: activities = fields.records("activities", owner: "activity", read: ProcessingActivity.init)
    case .approvals: approvals = fields.records("approvals", owner: "approval", read: ApprovalRule.init)
    default: break
    }
  }
}
