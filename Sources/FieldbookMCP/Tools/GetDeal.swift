internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import PipelineMetrics
internal import WorkspaceModel

/// Gives one deal with all that belongs to it.
struct GetDeal: WorkspaceTool {
  let definition = ToolDefinition(
    name: "get_deal", title: "Deal details",
    words:
      "One deal by id: stage, amount, history, stakeholders, MEDDPICC, risks, evidence. Use list_deals to find ids.",
    parameters: [ToolParameter("id", .text, "Deal id, such as norrvik-foods/renewal-2027.", isRequired: true)],
    output: [
      ("id", "string", true), ("customer", "string", true), ("stage", "string", false), ("amount", "number", false),
      ("as_of", "string", true), ("stage_history", "array", true), ("stakeholders", "array", true),
      ("risks", "array", true), ("evidence", "array", true),
    ])

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    .data(Self.json(try view.deal(call.text("id") ?? ""), view))
  }

  /// All of a deal; the same as its resource.
  static func json(_ deal: Deal, _ view: WorkspaceView) -> JSONValue {
    let standing = view.packs.standing(deal)
    var evidence = view.packs.interactions(of: deal.customer).reversed()
      .filter { $0.deals.contains(deal.slug) }.prefix(10).map(\.source.path)
    evidence += deal.meddpicc.flatMap(\.evidence).compactMap { view.evidence($0, of: deal.customer) }
    var members = Members()
    members.add("id", WorkspaceView.id(deal))
    members.add("customer", deal.customer)
    members.add("stage", deal.stage)
    members.add("type", deal.type?.rawValue)
    members.add("pipeline", view.workspace.workflow(for: deal).workflowID)
    members.add("amount", json: ToolResultMaker.amount(deal.amount))
    members.add("currency", deal.amount?.currency)
    members.add("amount_kind", deal.amount?.kind?.rawValue)
    members.add("term_months", number: deal.termMonths)
    members.add("created_on", deal.createdOn?.iso)
    members.add("close_date", deal.closeOn?.iso)
    members.add("closed_on", deal.closedOn?.iso)
    members.add("outcome", deal.outcome?.rawValue)
    members.add("owner", deal.owner)
    members.add("team", list: deal.team)
    members.add("forecast_category", standing?.category?.rawValue)
    members.add("probability", json: standing?.probability.map { .number($0.text) })
    members.add("days_in_stage", number: standing?.daysInStage)
    members.add("last_two_way_on", standing?.lastTwoWay?.iso)
    members.add("active_contacts", number: standing?.activeContacts)
    members.add("health", json: ToolResultMaker.score(view.packs.health(of: deal.customer)?.score))
    members.add("competitors", list: deal.competitors)
    members.add("next_step_due", deal.nextStep?.due?.iso)
    members.add("stage_history", json: history(deal))
    members.add("stakeholders", json: stakeholders(deal))
    members.add("meddpicc", json: meddpicc(deal))
    members.add("risks", json: risks(deal, view))
    members.add("evidence", json: .array(view.uris(evidence)))
    members.add("as_of", view.state.asOf)
    let texts = ToolResultMaker.untrusted(
      ("title", deal.name), ("next_step", deal.nextStep?.text), ("missing", view.packs.missing(deal)),
      ("reason", deal.reasonText), ("notes", body(deal)))
    members.add("untrusted_text", json: texts)
    return members.json
  }

  private static func body(_ deal: Deal) -> String? {
    deal.source.body.map { String(decoding: $0.bytes.prefix(2000), as: UTF8.self) }
  }

  private static func history(_ deal: Deal) -> JSONValue {
    .array(
      deal.stageHistory.map {
        .members(("stage", .string($0.stage)), ("entered_on", ToolResultMaker.day($0.enteredOn)))
      })
  }

  private static func stakeholders(_ deal: Deal) -> JSONValue {
    .array(
      deal.committee.map { member in
        .members(
          ("contact", .string(member.contact)), ("role", member.role.map { .string($0.rawValue) }),
          ("influence", member.influence.map(JSONValue.integer)), ("stance", member.stance.map(JSONValue.integer)),
          ("last_two_way_on", ToolResultMaker.day(member.lastTwoWayOn)))
      })
  }

  private static func meddpicc(_ deal: Deal) -> JSONValue {
    .array(
      deal.meddpicc.map { element in
        .members(
          ("element", .string(element.name.rawValue)), ("score", element.score.map(JSONValue.integer)),
          ("as_of", ToolResultMaker.day(element.asOf)),
          ("untrusted_text", ToolResultMaker.untrusted(("text", element.text))))
      })
  }

  private static func risks(_ deal: Deal, _ view: WorkspaceView) -> JSONValue {
    .array(
      view.packs.reasons(deal).map { reason in
        .members(
          ("kind", .string(reason.kind.rawValue)),
          ("untrusted_text", ToolResultMaker.untrusted(("reason", reason.reason), ("action", reason.action))))
      })
  }
}
