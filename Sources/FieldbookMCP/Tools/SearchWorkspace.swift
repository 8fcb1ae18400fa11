internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import WorkspaceModel

/// Finds records by words.
struct SearchWorkspace: WorkspaceTool {
  let definition = ToolDefinition(
    name: "search_workspace", title: "Search the workspace",
    words: "Find records by words, best first. Start here; then get_customer_context or get_deal for what was found.",
    parameters: [
      ToolParameter("query", .text, "Words that all have to occur; beginnings of words count.", isRequired: true),
      ToolParameter("kinds", .choices(Self.kinds.map(\.name)), "Only these kinds of records."),
      ToolDefinition.customer(), ToolParameter("since", .day, "Only records of this day or later."),
    ] + ToolDefinition.paging, output: ToolDefinition.list)

  private static let kinds: [(name: String, kinds: Set<RecordKind>)] = [
    ("customer", [.customer, .contacts]), ("deal", [.deal]), ("note", [.interaction, .insight, .task, .page]),
    ("report", [.report, .alert]), ("playbook", [.playbook, .template, .training, .security]),
    ("battlecard", [.battlecard]), ("agent", [.agents, .claudeAgent]),
  ]

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let query = call.text("query") ?? ""
    let customer = try view.customer(call)
    let wanted = call.texts("kinds").map { names in
      Self.kinds.filter { names.contains($0.name) }.reduce(into: Set<RecordKind>()) { $0.formUnion($1.kinds) }
    }
    let since = call.day("since")
    let search = view.search.wrapped
    let hits = search.hits(query) { entry in
      (wanted?.contains(entry.kind) ?? true) && (customer == nil || entry.customer == customer)
        && (since == nil || entry.day.map { $0 >= since ?? $0 } ?? false)
    }
    return try view.list(call, total: hits.count, budget: 6000) { place in
      let hit = search.withSnippet(hits[place], query)
      let entry = hit.entry
      let kind = Self.kinds.first { $0.kinds.contains(entry.kind) }?.name ?? entry.kind.rawValue
      return .members(
        ("uri", view.uri(entry.path).map(JSONValue.string)), ("kind", .string(kind)),
        ("path", .string(UntrustedText.line(entry.path.description))),
        ("customer", entry.customer.map(JSONValue.string)),
        ("date", ToolResultMaker.day(entry.day)), ("score", .integer(hit.score)),
        ("untrusted_text", ToolResultMaker.untrusted(("title", entry.title), ("snippet", hit.snippet))))
    }
  }
}
