internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Lists agents, shows one, and writes them in the form that assistants read.
struct AgentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agents", abstract: "List, show, export and run the agents of the workspace.",
    subcommands: [AgentsListCommand.self, AgentsShowCommand.self, AgentsExportCommand.self, AgentsRunCommand.self])
}

/// Names the agents.
struct AgentsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the agents, each once.")

  @OptionGroup var workspace: WorkspaceArguments

  @Option(help: "Only agents of this category, such as customer-intelligence.")
  var category: String?

  @Option(help: "How to print them.")
  var format = ListCommand.Format.text

  func run() async throws {
    let console = Console()
    let all = try await workspace.agents().entries
    let agents = all.filter { category == nil || $0.definition?.category == category }
    switch format {
    case .json:
      console.print(JSONValue.array(agents.map(Self.json)).encoded(pretty: true))
    case .text:
      for agent in agents {
        let forms = [agent.own == nil ? nil : "yaml", agent.claude == nil ? nil : "claude"].compactMap(\.self)
        let category = agent.definition?.category ?? "no category"
        console.print(
          TextPrinter.visible("\(agent.name)  \(category)  \(forms.joined(separator: "+"))  \(agent.purpose ?? "")"))
      }
      if !workspace.quiet { console.note(agents.isEmpty ? "no agents" : "\(agents.count) agents") }
    }
  }

  private static func json(_ agent: AgentEntry) -> JSONValue {
    let forms = [agent.own == nil ? nil : "yaml", agent.claude == nil ? nil : "claude"].compactMap(\.self)
    return .members(
      ("name", .string(agent.name)), ("category", agent.definition?.category.map(JSONValue.string)),
      ("forms", .array(forms.map(JSONValue.string))), ("purpose", agent.purpose.map(JSONValue.string)),
      ("use_when", agent.useWhen.map(JSONValue.string)),
      ("tools", .array((agent.definition?.tools ?? []).map(JSONValue.string))),
      ("model", agent.definition?.model.map(JSONValue.string)),
      ("path", (agent.ownSource ?? agent.claudeSource).map { .string($0.path.description) }))
  }
}

/// Prints one agent in either form.
struct AgentsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one agent in the form that assistants read, or in the workspace's own.")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Name of the agent.")
  var name: String

  @Option(help: "The form: claude or yaml.")
  var format = AgentsExportCommand.Form.claude

  func run() async throws {
    let shelf = try await workspace.agents()
    Console().print(Array(try shelf.text(of: name, asYAML: format == .yaml).utf8))
  }
}

/// Writes the workspace's agents in Claude's form.
struct AgentsExportCommand: AsyncParsableCommand {
  /// The two forms of an agent.
  enum Form: String, ExpressibleByArgument, CaseIterable { case claude, yaml }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write agents of workspace-setup/agents to .claude/agents.",
    discussion: "Writes into the work tree what differs and leaves files alone that were written by hand.")

  @OptionGroup var workspace: WorkspaceArguments

  @Flag(help: "Write nothing; leave with 1 when a file is missing or differs.")
  var check = false

  func run() async throws {
    let console = Console()
    let shelf = try await workspace.agents()
    let report = try shelf.export(writes: !check)
    for note in report.notes { console.note(note) }
    for path in report.changed { console.print(path.description) }
    if !workspace.quiet {
      console.note("\(report.changed.count) \(check ? "differ" : "written"), \(report.same) unchanged")
    }
    if check, !report.changed.isEmpty { throw ExitCode(1) }
  }
}

extension WorkspaceArguments {
  /// The agents that the chosen audience may see.
  fileprivate func agents() async throws -> AgentShelf {
    var options = openOptions()
    // What people edit, not what they committed last, is what they want to see in the other form.
    options.isWorkTree = revision == nil && self.asOf == nil
    options.needsHistory = false
    options.needsDocuments = false
    options.needsChecks = false
    return try await Fieldbook.open(options).agents()
  }
}
