internal import ArgumentParser
internal import FieldbookApp
internal import FieldbookMCP
internal import Foundation
internal import ModelContextProtocol

/// Serves the workspace to assistants over standard input and output.
struct MCPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp", abstract: "Serve the workspace to assistants: Model Context Protocol over stdio.",
    discussion: """
      Reads one JSON message a line and ends with the input. Sees new commits without a restart; changes nothing. The \
      folder is --workspace, else $CLAUDE_PROJECT_DIR, else the current one. FIELDBOOK_LOG=info tells of each call on \
      stderr, without content.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Flag(help: "Offer run_agent, which sends words of customers to a model; see agents run.")
  var enableRun = false

  @Flag(help: "Replace mail addresses, numbers and secrets in every answer.")
  var redact = false

  func validate() throws {
    if workspace.worktree { throw ValidationError("mcp reads commits; leave out --worktree.") }
  }

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    var options = workspace.openOptions()
    if options.workspace == ".", let folder = environment["CLAUDE_PROJECT_DIR"], !folder.isEmpty {
      options.workspace = folder
    }
    let level = environment["FIELDBOOK_LOG"] ?? "warning"
    let console = Console()
    let live = LiveWorkspace(options)
    var runner: AgentRunner?
    if enableRun {
      runner = AgentRunner(try AgentsRunCommand.client(environment, try await live.state().fieldbook))
    }
    let features = WorkspaceFeatures(live, runner: runner, redactor: redact ? Redactor() : nil) { line in
      if level == "info" || level == "debug" { console.note("fieldbook: \(line)") }
    }
    let server = WorkspaceFeatures.server(version: Generator.version)
    let session = MCPSession(ProtocolMachine(server), Dispatcher(features, server)) { StandardStreams.write($0) }
    let warming = Task { await features.warm() }
    await StandardStreams.serve(session)
    warming.cancel()
    // Work that nobody waits for any more must not hold the process.
    console.leave(0)
  }
}
