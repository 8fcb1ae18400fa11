internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import PipelineMetrics
internal import WorkspaceModel

/// Lists deals with their key figures.
struct ListDeals: WorkspaceTool {
  let definition = ToolDefinition(
    name: "list_deals", title: "List deals",
    words:
      "Deals with stage, amount and close date, soonest first, and sums by stage and currency. Open deals unless a stage is given.",
    parameters: [
      ToolDefinition.customer(), ToolParameter("owner", .text, "Person id, such as john.smith."),
      ToolParameter("stage", .text, "Stage id such as negotiation, or all."),
      ToolParameter("closing_before", .day, "Only deals that are expected to close before this day."),
      ToolParameter("health_below", .whole(1...100), "Only deals of customers with a known score below this."),
    ] + ToolDefinition.paging,
    output: ToolDefinition.listWithSums)

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let customer = try view.customer(call)
    let owner = try view.owner(call)
    var stage: String?
    if let name = call.text("stage") { stage = try self.stage(name, view) }
    let limit = call.whole("health_below").map { Fraction($0) }
    let before = call.day("closing_before")
    let all = customer.map { view.packs.deals(of: $0) } ?? view.workspace.deals
    let found = all.filter { deal in
      if let stage { if stage != "all", deal.stage != stage { return false } } else if !deal.isOpen { return false }
      if let owner, deal.owner != owner { return false }
      if let before, deal.closeOn.map({ $0 >= before }) ?? true { return false }
      if let limit { return view.health.wrapped[deal.customer]?.score.map { $0 < limit } ?? false }
      return true
    }.sorted { ($0.closeOn?.number ?? .max, $0.source.path) < ($1.closeOn?.number ?? .max, $1.source.path) }
    return try view.list(call, total: found.count, budget: 5000, more: [("sums", sums(found))]) { place in
      let deal = found[place]
      var members = Members()
      members.add("id", WorkspaceView.id(deal))
      members.add("uri", ResourceAddress.deal(WorkspaceView.id(deal)).uri)
      members.add("customer", deal.customer)
      members.add("stage", deal.stage)
      members.add("amount", json: ToolResultMaker.amount(deal.amount))
      members.add("currency", deal.amount?.currency)
      members.add("amount_kind", deal.amount?.kind?.rawValue)
      members.add("owner", deal.owner)
      members.add("close_date", deal.closeOn?.iso)
      members.add("health", json: ToolResultMaker.score(view.health.wrapped[deal.customer]?.score))
      members.add("next_step_due", deal.nextStep?.due?.iso)
      members.add(
        "untrusted_text", json: ToolResultMaker.untrusted(("title", deal.name), ("next_step", deal.nextStep?.text)))
      return members.json
    }
  }

  private func stage(_ name: String, _ view: WorkspaceView) throws(ToolProblem) -> String {
    let known = (view.workspace.workflows.filter { $0.subject == .deal } + [.standard]).flatMap { $0.stages.map(\.id) }
    if name == "all" || known.contains(name) { return name }
    let near = NearestWord.to(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    var seen: Set<String> = []
    throw ToolProblem(
      "No stage '\(UntrustedWords.short(name))'\(near). Known: all, \(known.filter { seen.insert($0).inserted }.joined(separator: ", "))."
    )
  }

  /// By stage and unit; what has no amount is counted and takes part in no sum.
  private func sums(_ deals: [Deal]) -> JSONValue {
    var order: [String] = []
    var rows: [String: (stage: String, money: Money?, sum: Decimal4, count: Int)] = [:]
    for deal in deals {
      let stage = deal.stage ?? "unknown"
      let unit = deal.amount.map { "\($0.currency) \($0.kind?.rawValue ?? "")" } ?? "none"
      let key = "\(stage)|\(unit)"
      if rows[key] == nil { order.append(key) }
      let old = rows[key] ?? (stage, deal.amount, .zero, 0)
      rows[key] = (stage, deal.amount, old.sum + (deal.amount?.amount ?? .zero), old.count + 1)
    }
    return .array(
      order.sorted().compactMap { rows[$0] }.map { row in
        .members(
          ("stage", .string(row.stage)), ("deals", .integer(row.count)),
          ("amount", row.money == nil ? nil : .number(row.sum.text)),
          ("currency", row.money.map { .string($0.currency) }),
          ("amount_kind", row.money?.kind.map { .string($0.rawValue) }))
      })
  }
}
