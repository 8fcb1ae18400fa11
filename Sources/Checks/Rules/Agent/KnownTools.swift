internal import Diagnostics
internal import WorkspaceModel

/// The tools that an agent can be given.
struct KnownTools {
  /// What Claude Code brings along.
  static let builtIn: Set<String> = [
    "Agent", "AskUserQuestion", "Bash", "BashOutput", "Edit", "EnterPlanMode", "EnterWorktree", "ExitPlanMode",
    "ExitWorktree", "Glob", "Grep", "KillBash", "KillShell", "LS", "LSP", "ListMcpResourcesTool", "Monitor",
    "MultiEdit", "NotebookEdit", "NotebookRead", "PowerShell", "Read", "ReadMcpResourceTool", "SendMessage", "Skill",
    "SlashCommand", "StructuredOutput", "Task", "TaskCreate", "TaskGet", "TaskList", "TaskOutput", "TaskStop",
    "TaskUpdate", "TodoRead", "TodoWrite", "ToolSearch", "WebFetch", "WebSearch", "Write",
  ]

  /// What the server of the workspace offers.
  static let fieldbook: Set<String> = [
    "search_workspace", "list_customers", "get_customer_context", "list_deals", "get_deal", "next_best_actions",
    "get_report", "check_triggers", "get_history", "list_agents", "validate_agents", "run_agent",
  ]

  /// Names of the workspace form, with the tool that each stands for.
  let map: [(name: String, tool: String, range: SourceRange)]
  private let mapped: [String: String]
  /// Whether the workspace says what its own names stand for.
  let hasMap: Bool

  init(_ workspace: Workspace) {
    let files = workspace.plainFiles.filter { $0.source.kind == .toolsMap }
    hasMap = !files.isEmpty
    map = files.flatMap { file in
      (file.source.fields?["tools"]?.entries ?? []).compactMap { entry in
        entry.value.text.map { (entry.key, $0, entry.value.range(in: file.source.path)) }
      }
    }
    mapped = Dictionary(map.map { ($0.name, $0.tool) }) { first, _ in first }
  }

  /// What a name of the workspace form stands for.
  func tool(for name: String) -> String? { mapped[name] }

  /// Whether an agent of a format can use a tool of this name.
  func isKnown(_ name: String, _ format: AgentDefinition.Format) -> Bool {
    switch format {
    case .workspace: !hasMap || mapped[name] != nil
    case .claude: Self.isKnown(name)
    }
  }

  /// Whether Claude Code would find a tool: its own, one of the workspace's server, any of another server.
  static func isKnown(_ name: String) -> Bool {
    if name == "*" || builtIn.contains(name) { return true }
    guard name.hasPrefix("mcp__") else { return false }
    let parts = serverAndTool(name)
    guard !parts.server.isEmpty else { return false }
    guard parts.server == "fieldbook", let tool = parts.tool else { return true }
    return tool == "*" || fieldbook.contains(tool)
  }

  /// The nearest name that exists.
  func nearest(to name: String, _ format: AgentDefinition.Format) -> String? {
    if format == .workspace { return NearestWord.to(name, among: mapped.keys) }
    return Self.nearest(to: name)
  }

  /// The nearest tool that Claude Code would find; for another name of the workspace's server, one of those.
  static func nearest(to name: String) -> String? {
    let parts = serverAndTool(name)
    if name.hasPrefix("mcp__fieldbook__"), let tool = parts.tool {
      let near = fieldbook.filter { $0.hasPrefix(tool + "_") }.sorted()
      return (near.first ?? NearestWord.to(tool, among: fieldbook)).map { "mcp__fieldbook__\($0)" }
    }
    return NearestWord.to(name, among: builtIn.union(fieldbook.map { "mcp__fieldbook__\($0)" }))
  }

  private static func serverAndTool(_ name: String) -> (server: String, tool: String?) {
    let rest = Array(name.utf8.dropFirst(5))
    let cut = rest.indices.dropFirst().first { rest[$0] == 0x5F && rest[$0 - 1] == 0x5F }
    guard let cut else { return (String(decoding: rest, as: UTF8.self), nil) }
    let tool = String(decoding: rest[(cut + 1)...], as: UTF8.self)
    return (String(decoding: rest[..<(cut - 1)], as: UTF8.self), tool.isEmpty ? nil : tool)
  }
}
