internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import WorkspaceModel

/// Lists the agents that the workspace defines.
struct ListAgents: WorkspaceTool {
  let definition = ToolDefinition(
    name: "list_agents", title: "List agents",
    words: "Agents of the workspace from both their forms, each once, with what they are for and the tools they use.",
    parameters: [
      ToolParameter("category", .text, "Such as customer-intelligence."),
      ToolParameter("format", .choice(["yaml", "claude"]), "Only agents that have this form."),
      ToolParameter("valid", .flag, "Only those without an error, or only those with one."),
    ] + ToolDefinition.paging, output: ToolDefinition.list)

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let broken = Set(
      try await live.findings().filter { $0.severity == .error && $0.id.hasPrefix("agent-") }.map(\.range.file))
    func isValid(_ agent: AgentEntry) -> Bool {
      ![agent.ownSource?.path, agent.claudeSource?.path].contains { $0.map(broken.contains) ?? false }
    }
    let found = view.agents.wrapped.filter { agent in
      if let category = call.text("category"), agent.definition?.category != category { return false }
      if call.text("format") == "yaml", agent.own == nil { return false }
      if call.text("format") == "claude", agent.claude == nil { return false }
      if let valid = call.flag("valid"), valid != isValid(agent) { return false }
      return true
    }
    return try view.list(call, total: found.count, budget: 6000) { place in
      let agent = found[place]
      let formats = [agent.own == nil ? nil : "yaml", agent.claude == nil ? nil : "claude"].compactMap(\.self)
      let path = agent.ownSource?.path ?? agent.claudeSource?.path
      return .members(
        ("name", .string(UntrustedText.line(agent.name))), ("format", .string(formats.joined(separator: "+"))),
        ("category", agent.definition?.category.map { .string(UntrustedText.line($0)) }),
        ("tools", .array((agent.definition?.tools ?? []).map { .string(UntrustedText.line($0)) })),
        ("model", agent.definition?.model.map { .string(UntrustedText.line($0)) }), ("valid", .bool(isValid(agent))),
        ("path", path.map { .string(UntrustedText.line($0.description)) }),
        ("uri", .string(ResourceAddress.agent(agent.name).uri)),
        ("untrusted_text", ToolResultMaker.untrusted(("description", agent.purpose.map { String($0.prefix(160)) }))))
    }
  }
}

/// Tells what is wrong with agents.
struct ValidateAgents: WorkspaceTool {
  let definition = ToolDefinition(
    name: "validate_agents", title: "Validate agents",
    words: "What the checks find in agent files of both forms: place, severity, code, message and repair.",
    parameters: [ToolParameter("path", .text, "Only this file or folder.")],
    output: [
      ("items", "array", true), ("total", "integer", true), ("errors", "integer", true), ("warnings", "integer", true),
      ("as_of", "string", true),
    ])

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let folder = call.text("path").map { RepoPath($0) }
    let found = try await live.findings().filter { finding in
      guard finding.id.hasPrefix("agent-") || finding.range.file.isInside(".claude") else { return false }
      return folder.map { finding.range.file == $0 || finding.range.file.isInside($0) } ?? true
    }
    let items = found.prefix(40).map { finding in
      JSONValue.members(
        ("path", .string(UntrustedText.line(finding.range.file.description))),
        ("line", .integer(finding.range.start.line)), ("severity", .string(finding.severity.rawValue)),
        ("code", .string(finding.id)),
        ("untrusted_text", ToolResultMaker.untrusted(("message", finding.summary), ("fix", finding.help))))
    }
    return .data(
      .members(
        ("items", .array(Array(items))), ("total", .integer(found.count)),
        ("errors", .integer(found.count { $0.severity == .error })),
        ("warnings", .integer(found.count { $0.severity == .warning })), ("as_of", .string(view.state.asOf))))
  }
}
