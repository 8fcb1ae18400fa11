internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import PipelineMetrics
internal import WorkspaceModel

/// Says what to do next, most pressing first.
struct NextBestActions: WorkspaceTool {
  let definition = ToolDefinition(
    name: "next_best_actions", title: "Next best actions",
    words: "What open deals and customers ask for today, ranked, each with its rule, reason and evidence.",
    parameters: [
      ToolDefinition.customer(), ToolParameter("deal", .text, "Deal id."),
      ToolParameter("owner", .text, "Person id: only what this person owns."),
      ToolParameter("limit", .whole(1...50), "Actions at most, 5 unless given."),
    ],
    output: [("items", "array", true), ("total", "integer", true), ("as_of", "string", true)])

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let customer = try view.customer(call)
    let owner = try view.owner(call)
    var only: RepoPath?
    if let name = call.text("deal") { only = try view.deal(name).source.path }
    let deals = Dictionary(view.workspace.deals.map { ($0.source.path, $0) }) { first, _ in first }
    var found: [(entry: AttentionRanking.Entry, reason: AttentionReason, deal: Deal?, customer: String)] = []
    for entry in view.actions.wrapped {
      let deal = deals[entry.record]
      let slug = deal?.customer ?? PackSources.customer(of: entry.record) ?? ""
      if let customer, slug != customer { continue }
      if let only, entry.record != only { continue }
      if let owner {
        let isOwn =
          if let deal { deal.owner == owner } else {
            view.packs.customer(slug)?.owners.contains { $0.person == owner } ?? false
          }
        if !isOwn { continue }
      }
      for reason in entry.reasons { found.append((entry, reason, deal, slug)) }
    }
    let items = found.prefix(call.whole("limit") ?? 5).enumerated().map { place, row in
      let evidence = [row.entry.record] + (row.deal.map { latest($0, view) } ?? [])
      return JSONValue.members(
        ("rank", .integer(place + 1)), ("rule", .string(row.reason.kind.rawValue)), ("customer", .string(row.customer)),
        ("deal", row.deal.map { .string(WorkspaceView.id($0)) }), ("owner", row.deal?.owner.map(JSONValue.string)),
        ("due", ToolResultMaker.day(row.deal?.nextStep?.due)), ("evidence", .array(view.uris(evidence))),
        (
          "untrusted_text",
          ToolResultMaker.untrusted(("action", row.reason.action), ("why", row.reason.reason), ("deal", row.deal?.name))
        ))
    }
    return .data(
      .members(("items", .array(Array(items))), ("total", .integer(found.count)), ("as_of", .string(view.state.asOf))))
  }

  private func latest(_ deal: Deal, _ view: WorkspaceView) -> [RepoPath] {
    view.packs.interactions(of: deal.customer).last { $0.deals.contains(deal.slug) }.map { [$0.source.path] } ?? []
  }
}
