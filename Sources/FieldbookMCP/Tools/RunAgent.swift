internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import MessagesAPI
internal import ModelContextProtocol
internal import Synchronization

/// Runs an agent of the workspace with a model; offered only where somebody enabled it.
struct RunAgent: WorkspaceTool {
  let runner: AgentRunner
  /// Takes a line for each step, without content.
  let log: @Sendable (String) -> Void

  let definition = ToolDefinition(
    name: "run_agent", title: "Run an agent",
    words: """
      Run an agent of list_agents on a task with a model of its own. Sends what the agent reads to that model's vendor. \
      Findings come back as proposals; nothing is written.
      """,
    parameters: [
      ToolParameter("name", .text, "Name of the agent.", isRequired: true),
      ToolParameter("task", .text, "What to do.", isRequired: true),
      ToolParameter("customer", .text, "Only this customer: slug, name, or the beginning of one."),
      ToolParameter("max_turns", .whole(1...12), "Answers of the model at most."),
    ], isOpen: true)

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    try await run(call, view, live) { _, _ in }
  }

  func run(
    _ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace, progress: @escaping @Sendable (Int, Int?) -> Void
  ) async throws -> ToolResult {
    var task = AgentTask(agent: call.text("name") ?? "")
    task.words = call.text("task")
    task.customer = call.text("customer")
    task.turns = call.whole("max_turns")
    let run = try AgentRun(task, view.state, live)
    let log = log
    let turns = Mutex(0)
    log("run agent=\(UntrustedWords.short(run.agent)) bytes=\(run.request.json.encoded().count)")
    let result: AgentResult?
    do {
      result = try await runner.result(of: run) { line in
        log(line)
        guard line.hasPrefix("turn ") else { return }
        let done = turns.withLock { turns in
          turns += 1
          return turns
        }
        progress(done, call.whole("max_turns"))
      }
    } catch let failure as MessagesFailure {
      throw ToolProblem("The model was not reached: \(failure.words).")
    }
    guard let result else { throw ToolProblem("Another agent is running. Ask again when it is done.") }
    return .text(Self.text(result))
  }

  private static func text(_ result: AgentResult) -> String {
    var parts = [result.text]
    for draft in result.drafts { parts.append("```\n\(draft.file(result.origin))```") }
    let text = parts.joined(separator: "\n\n")
    var hash = StableHash()
    hash.combine(text.utf8)
    let fence = UntrustedFence(suffix: String(hash.hex.prefix(8)))
    let problem = result.problem.map { "\n\($0)." } ?? ""
    return "\(result.summary)\(problem)\n\(UntrustedText.rule)\n\n\(fence.fenced(text, source: "agent"))\n"
  }
}
