/// A text to copy: a mail, an agenda, a proposal.
package struct TextTemplate: WorkspaceRecord {
  package enum Kind: String, CaseIterable, Sendable {
    case email, proposal, agenda
    case onePager = "one_pager"
    case checklist
  }

  package var source: RecordSource
  package var kind: Kind?
  /// Person id.
  package var owner: String?
  package var reviewedOn: Day?
  /// Stage ids.
  package var stages: [String]
  /// Names of the places to fill in.
  package var variables: [String]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    kind = fields.choice("kind", Kind.self)
    owner = fields.text("owner")
    reviewedOn = fields.day("reviewed_on")
    stages = fields.texts("stages")
    variables = fields.texts("variables")
  }
}

/// A lesson on a training path.
package struct TrainingLesson: WorkspaceRecord {
  package enum Path: String, CaseIterable, Sendable { case onboarding, craft, certification }
  package enum Level: String, CaseIterable, Sendable { case starter, practitioner }

  package var source: RecordSource
  /// Person id.
  package var owner: String?
  package var reviewedOn: Day?
  package var path: Path?
  /// Place on the path, from 1.
  package var order: Int?
  package var minutes: Int?
  package var level: Level?
  /// Slugs of lessons to take before.
  package var prerequisites: [String]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    owner = fields.text("owner")
    reviewedOn = fields.day("reviewed_on")
    path = fields.choice("path", Path.self)
    order = fields.integer("order", in: 0...1000)
    minutes = fields.integer("minutes", in: 0...10_000)
    level = fields.choice("level", Level.self)
    prerequisites = fields.texts("prerequisites")
  }
}

/// Answers to what security and legal reviewers ask.
package struct SecurityPage: WorkspaceRecord {
  /// A question with the approved answer.
  package struct Answer: Sendable {
    package var question: String
    package var answer: String?
    package var evidence: String?
  }

  package var source: RecordSource
  /// Person id.
  package var owner: String?
  package var reviewedOn: Day?
  package var expiresOn: Day?
  package var frameworks: [String]
  package var answers: [Answer]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    owner = fields.text("owner")
    reviewedOn = fields.day("reviewed_on")
    expiresOn = fields.day("expires_on")
    frameworks = fields.texts("frameworks")
    answers = fields.records("answers", owner: "answer") { entry in
      guard let question = entry.text("question", required: true) else { return nil }
      return Answer(question: question, answer: entry.text("answer"), evidence: entry.text("evidence"))
    }
  }
}
