internal import FieldbookApp
internal import ModelContextProtocol

/// Something that assistants can ask the workspace for.
protocol WorkspaceTool: Sendable {
  /// What assistants are told of it.
  var definition: ToolDefinition { get }
  /// Answers a call whose arguments were checked; throws ``ToolProblem`` for what the caller can mend.
  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult
  /// The same for tools that take long and tell how far they are.
  func run(
    _ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace, progress: @escaping @Sendable (Int, Int?) -> Void
  ) async throws -> ToolResult
}

extension WorkspaceTool {
  func run(
    _ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace, progress: @escaping @Sendable (Int, Int?) -> Void
  ) async throws -> ToolResult {
    try await run(call, view, live)
  }
}

/// All tools, in the order in which assistants are told of them.
enum ToolCatalog {
  static let all: [any WorkspaceTool] = [
    SearchWorkspace(), ListCustomers(), GetCustomerContext(), ListDeals(), GetDeal(), NextBestActions(), GetReport(),
    CheckTriggers(), GetHistory(), ListAgents(), ValidateAgents(),
  ]

  static func named(_ name: String) -> (any WorkspaceTool)? { all.first { $0.definition.name == name } }
}
