internal import FieldbookApp
internal import ModelContextProtocol

/// Something that assistants can ask the workspace for.
protocol WorkspaceTool: Sendable {
  /// What assistants are told of it.
  var definition: ToolDefinition { get }
  /// Answers a call whose arguments were checked; throws ``ToolProblem`` for what the caller can mend.
  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult
}

/// All tools, in the order in which assistants are told of them.
enum ToolCatalog {
  static let all: [any WorkspaceTool] = [
    SearchWorkspace(), ListCustomers(), GetCustomerContext(), ListDeals(), GetDeal(), NextBestActions(), GetReport(),
    CheckTriggers(), GetHistory(), ListAgents(), ValidateAgents(),
  ]

  static func named(_ name: String) -> (any WorkspaceTool)? { all.first { $0.definition.name == name } }
}
