internal import Diagnostics

/// The stages that deals of a pipeline, or accounts after a sale, go through.
package struct Workflow: WorkspaceRecord {
  package enum Subject: String, CaseIterable, Sendable { case deal, account }
  /// A fact that must exist before the stage may be left.
  package struct Criterion: Sendable {
    package var id: String
    package var text: String
    /// The condition in the small language of the workflow files.
    package var needs: String?
  }
  /// One step of the way.
  package struct Stage: Sendable {
    package var id: String
    package var name: String
    /// Odds of winning, 0 to 1; nil where there is nothing to win.
    package var probability: Decimal4?
    package var category: Deal.Category?
    package var staleAfterDays: Int?
    /// Playbook slug.
    package var play: String?
    package var exitCriteria: [Criterion]
  }
  /// A stage id that became another one.
  package struct StageRenaming: Hashable, Sendable {
    package var from: String
    package var to: String
    /// The first day of the new id; only needed when the old one now stands for another stage.
    package var validFrom: Day?
  }

  package var source: RecordSource
  /// What deals name in `pipeline`.
  package var workflowID: String
  package var subject: Subject
  /// Person id.
  package var owner: String?
  /// In order; closed stages last.
  package var stages: [Stage]
  /// Ids that stages had before, `stage_map` in the file, so that a renamed stage is not taken for a moved deal.
  package var renamings: [StageRenaming] = []

  init(_ source: RecordSource, _ fields: inout FieldReader) {
    self.source = source
    fields.accept("name")
    workflowID = fields.text("id") ?? source.slug
    subject = fields.choice("applies_to", Subject.self) ?? .deal
    owner = fields.text("owner")
    stages = fields.records("stages", owner: "stage") { stage in
      guard let id = stage.text("id", required: true) else { return nil }
      return Stage(
        id: id, name: stage.text("name") ?? Slug.title(of: id), probability: stage.decimal("probability"),
        category: stage.choice("category", Deal.Category.self),
        staleAfterDays: stage.integer("stale_after_days", in: 1...10_000), play: stage.text("play"),
        exitCriteria: stage.records("exit_criteria", owner: "exit criterion") { criterion in
          guard let id = criterion.text("id", required: true) else { return nil }
          return Criterion(id: id, text: criterion.text("text") ?? Slug.title(of: id), needs: criterion.text("needs"))
        })
    }
    renamings = fields.records("stage_map", owner: "stage renaming") { renaming in
      guard let from = renaming.text("from", required: true), let to = renaming.text("to", required: true) else {
        return nil
      }
      return StageRenaming(from: from, to: to, validFrom: renaming.day("valid_from"))
    }
  }

  /// A workflow that is built in.
  init(builtIn source: RecordSource, stages: [Stage]) {
    self.source = source
    workflowID = source.slug
    subject = .deal
    owner = nil
    self.stages = stages
  }

  /// The stage of an id.
  package func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }

  /// The stages of domain 1.3, used where a workspace defines none.
  package static let standard: Workflow = {
    let rows: [(String, String, Int, Deal.Category, Int?)] = [
      ("lead", "Lead", 500, .omitted, 14), ("qualification", "Qualification", 1000, .pipeline, 14),
      ("discovery", "Discovery", 2000, .pipeline, 21),
      ("technical_validation", "Technical validation", 4000, .pipeline, 30),
      ("business_case", "Business case", 6000, .bestCase, 21), ("negotiation", "Negotiation", 8000, .commit, 21),
      ("closed_won", "Closed won", 10_000, .closed, nil), ("closed_lost", "Closed lost", 0, .omitted, nil),
    ]
    let source = RecordSource(
      path: "customers/workflows/new-business.yaml", kind: .workflow, id: "customers/workflows/new-business",
      title: "New business", audience: [], isDraft: false)
    return Workflow(
      builtIn: source,
      stages: rows.map { id, name, odds, category, stale in
        Stage(
          id: id, name: name, probability: Decimal4(tenThousandths: odds), category: category, staleAfterDays: stale,
          exitCriteria: [])
      })
  }()
}
