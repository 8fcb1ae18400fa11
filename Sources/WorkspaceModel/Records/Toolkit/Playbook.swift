/// How a piece of selling is done, step by step (domain 1.7).
package struct Playbook: WorkspaceRecord {
  /// One thing to do.
  package struct Step: Sendable {
    package var title: String
    /// Role, not person: "ae".
    package var owner: String?
    package var timeBox: String?
    package var detail: String?
    /// Stage id for which the step is meant.
    package var stage: String?
  }

  package var source: RecordSource
  /// Person id.
  package var owner: String?
  package var reviewedOn: Day?
  package var purpose: String?
  package var whenToUse: String?
  /// Stage ids.
  package var stages: [String]
  package var roles: [String]
  package var entryCriteria: [String]
  package var exitCriteria: [String]
  package var steps: [Step]
  package var questions: [String]
  /// Relative links to files.
  package var assets: [String]
  package var signals: [String]
  package var pitfalls: [String]
  package var measures: [String]

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    owner = fields.text("owner")
    reviewedOn = fields.day("reviewed_on")
    purpose = fields.text("purpose")
    whenToUse = fields.text("when_to_use")
    stages = fields.texts("stages")
    roles = fields.texts("roles")
    entryCriteria = fields.texts("entry_criteria")
    exitCriteria = fields.texts("exit_criteria")
    steps = fields.records("steps", owner: "step") { step in
      guard let title = step.text("title", required: true) else { return nil }
      return Step(
        title: title, owner: step.text("owner"), timeBox: step.text("time_box"), detail: step.text("detail"),
        stage: step.text("stage"))
    }
    questions = fields.texts("questions")
    assets = fields.texts("assets")
    signals = fields.texts("signals")
    pitfalls = fields.texts("pitfalls")
    measures = fields.texts("measures")
  }
}
