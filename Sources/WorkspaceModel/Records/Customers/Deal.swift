/// A possible or finished sale (domain: deal, opportunity).
package struct Deal: WorkspaceRecord {
  package enum Category: String, CaseIterable, Sendable {
    case omitted, pipeline, bestCase = "best_case", mostLikely = "most_likely", commit, closed
  }
  package enum DealType: String, CaseIterable, Sendable { case new, expansion, renewal, oneOff = "one_off" }
  package enum Outcome: String, CaseIterable, Sendable { case won, lost }

  /// What happens next, by whom and when.
  package struct NextStep: Sendable {
    package var text: String
    package var due: Day?
    /// Person id.
    package var owner: String?
  }
  /// One visit of a stage.
  package struct StageVisit: Sendable {
    /// Stage id of the workflow.
    package var stage: String
    package var enteredOn: Day?
    /// Why, for re-opened and corrected deals.
    package var reason: String?
  }
  /// A change of a field that the file itself records.
  package struct FieldChange: Sendable {
    package var field: String
    package var from: String?
    package var to: String?
    package var on: Day?
  }
  /// An exit criterion that somebody let pass.
  package struct Waiver: Sendable {
    package var criterion: String
    package var reason: String?
    package var by: String?
    package var on: Day?
  }

  package var source: RecordSource
  /// Slug of the customer, told by the folder.
  package var customer: String
  package var name: String
  package var type: DealType?
  /// Workflow id.
  package var pipeline: String?
  /// Stage id of the workflow.
  package var stage: String?
  package var stageEnteredOn: Day?
  package var amount: Money?
  package var termMonths: Int?
  package var createdOn: Day?
  /// When it is expected to close.
  package var closeOn: Day?
  /// When it closed.
  package var closedOn: Day?
  package var outcome: Outcome?
  package var reasonCode: String?
  package var reasonText: String?
  /// When to try again after a loss.
  package var revisitOn: Day?
  /// Battlecard slugs.
  package var competitors: [String]
  /// Person id.
  package var owner: String?
  /// Person ids.
  package var team: [String]
  /// Who is credited with a win, where that is not the owner alone; see ``credits``.
  package var credit: [Credit]
  package var origin: String?
  /// The owner's override of the category that the stage implies.
  package var forecastCategory: Category?
  /// The owner's override of the stage's odds, 0 to 1.
  package var probability: Decimal4?
  package var nextStep: NextStep?
  package var committee: [CommitteeMember]
  package var meddpicc: [MeddpiccElement]
  package var stageHistory: [StageVisit]
  package var fieldHistory: [FieldChange]
  package var waivers: [Waiver]
  package var externalIDs: [(system: String, id: String)]

  init(_ source: RecordSource, customer: String, _ fields: inout FieldReader) {
    self.source = source
    self.customer = customer
    name = fields.text("name") ?? source.title
    fields.accept("customer")
    type = fields.choice("type", DealType.self)
    pipeline = fields.text("pipeline")
    stage = fields.text("stage", required: true)
    stageEnteredOn = fields.day("stage_entered_on")
    amount = fields.money("amount")
    termMonths = fields.integer("term_months", in: 0...600)
    createdOn = fields.day("created_on")
    closeOn = fields.day("close_on")
    closedOn = fields.day("closed_on")
    outcome = fields.choice("outcome", Outcome.self)
    reasonCode = fields.text("reason_code")
    reasonText = fields.text("reason_text")
    revisitOn = fields.day("revisit_on")
    competitors = fields.texts("competitors")
    owner = fields.text("owner")
    team = fields.texts("team")
    credit = fields.credit("credit")
    origin = fields.text("source")
    forecastCategory = fields.choice("forecast_category", Category.self)
    probability = fields.decimal("probability", in: .zero...Decimal4(1))
    nextStep = fields.record("next_step", owner: "next step") { step in
      let text = step.text("text", required: true)
      let due = step.day("due")
      let owner = step.text("owner")
      return text.map { NextStep(text: $0, due: due, owner: owner) }
    }
    committee = fields.records("committee", owner: "committee member", read: CommitteeMember.init)
    meddpicc = fields.record("meddpicc", owner: "meddpicc", read: MeddpiccElement.all) ?? []
    stageHistory = fields.records("stage_history", owner: "stage visit") { visit in
      guard let stage = visit.text("stage", required: true) else { return nil }
      return StageVisit(stage: stage, enteredOn: visit.day("entered_on", required: true), reason: visit.text("reason"))
    }
    fieldHistory = fields.records("field_history", owner: "field change") { change in
      guard let field = change.text("field", required: true) else { return nil }
      // Values of other fields, whatever their type: 84000, 0.10, true.
      return FieldChange(
        field: field, from: change.node("from")?.text, to: change.node("to")?.text, on: change.day("on"))
    }
    waivers = fields.records("waivers", owner: "waiver") { waiver in
      guard let criterion = waiver.text("criterion", required: true) else { return nil }
      return Waiver(
        criterion: criterion, reason: waiver.text("reason", required: true), by: waiver.text("by"), on: waiver.day("on")
      )
    }
    fields.accept("line_items")
    externalIDs = fields.externalIDs()
  }

  /// Whether the deal is neither won nor lost, by its stage.
  package var isOpen: Bool { stage != "closed_won" && stage != "closed_lost" }
}
