internal import Diagnostics
internal import WorkspaceModel

/// What a deal says by itself at one moment: from its file, or from the values that history had by then.
struct DealFacts {
  let record: RepoPath
  let customer: String
  var type: Deal.DealType?
  var pipeline: String?
  var stage: String?
  var stageEnteredOn: Day?
  var amount: Money?
  var createdOn: Day?
  var closeOn: Day?
  var closedOn: Day?
  var outcome: Deal.Outcome?
  var owner: String?
  var credit: [Deal.Credit] = []
  var category: Deal.Category?
  var probability: Decimal4?
  var competitors: [String] = []
  var reasonCode: String?
  var origin: String?
  var stageHistory: [Deal.StageVisit] = []
  var fieldHistory: [Deal.FieldChange] = []

  init(_ deal: Deal) {
    record = deal.source.path
    customer = deal.customer
    type = deal.type
    pipeline = deal.pipeline
    stage = deal.stage
    stageEnteredOn = deal.stageEnteredOn
    amount = deal.amount
    createdOn = deal.createdOn
    closeOn = deal.closeOn
    closedOn = deal.closedOn
    outcome = deal.outcome
    owner = deal.owner
    credit = deal.credit
    category = deal.forecastCategory
    probability = deal.probability
    competitors = deal.competitors
    reasonCode = deal.reasonCode
    origin = deal.origin
    stageHistory = deal.stageHistory
    fieldHistory = deal.fieldHistory
  }

  /// The values that history knows; what the record tells of its past is among the events already.
  init(_ record: RepoPath, values: [String: FieldValue]) {
    self.record = record
    let parts = record.components
    customer = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    func text(_ name: String) -> String? { if case .text(let text) = values[name] { text } else { nil } }
    func day(_ name: String) -> Day? { values[name].flatMap(Self.day) }
    type = text("type").flatMap(Deal.DealType.init)
    pipeline = text("pipeline")
    stage = text("stage")
    stageEnteredOn = day("stage_entered_on")
    amount = values["amount"].flatMap(Self.money)
    createdOn = day("created_on")
    closeOn = day("close_on")
    closedOn = day("closed_on")
    outcome = text("outcome").flatMap(Deal.Outcome.init)
    owner = text("owner")
    credit = values.keys.filter { $0.hasPrefix("credit.") }.sorted().compactMap { name in
      guard case .number(let share) = values[name] else { return nil }
      return Deal.Credit(person: String(name.dropFirst("credit.".count)), share: share)
    }
    category = text("forecast_category").flatMap(Deal.Category.init)
    probability = values["probability"].flatMap(Self.odds)
    if case .list(let all) = values["competitors"] { competitors = all }
    reasonCode = text("reason_code")
    origin = text("source")
  }

  static func day(_ value: FieldValue) -> Day? { if case .day(let day) = value { day } else { nil } }
  static func money(_ value: FieldValue) -> Money? { if case .money(let money) = value { money } else { nil } }
  static func text(_ value: FieldValue) -> String? { if case .text(let text) = value { text } else { nil } }
  static func category(_ value: FieldValue) -> Deal.Category? { text(value).flatMap(Deal.Category.init) }
  static func odds(_ value: FieldValue) -> Decimal4? {
    guard case .number(let odds) = value, (.zero...Decimal4(1)).contains(odds) else { return nil }
    return odds
  }
}
