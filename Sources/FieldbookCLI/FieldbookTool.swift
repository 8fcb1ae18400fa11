package import ArgumentParser
internal import FieldbookApp

/// The `fieldbook` command.
package struct FieldbookTool: AsyncParsableCommand {
  /// Name, version and subcommands.
  package static let configuration = CommandConfiguration(
    commandName: "fieldbook",
    abstract: "Turn a sales workspace in Git into checked pages, numbers and context.",
    version: Generator.version,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, DiffCommand.self, HistoryCommand.self, ListCommand.self,
      ReportCommand.self, BriefCommand.self, PlanCommand.self, ForecastCommand.self, ContextCommand.self,
      MCPCommand.self, AgentsCommand.self, TriggersCommand.self, AlertsCommand.self, WatchCommand.self,
      ExplainCommand.self, HooksCommand.self, CleanCommand.self, DemoCommand.self, CompletionsCommand.self,
      MarkdownWorkerCommand.self,
    ])

  /// Made by the parser.
  package init() {}

  /// Parses the command line, runs the command and ends the process with its exit code.
  package static func run() async -> Never {
    let console = Console()
    console.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      console.leave(0)
    } catch let error as FieldbookError {
      console.report(error)
      console.leave(error.exitCode)
    } catch {
      leave(console, after: error)
    }
  }

  /// Help and version go to stdout with 0, wrong use to stderr with 2 (the parser's own choice would be 64).
  private static func leave(_ console: Console, after error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      console.print(message)
      console.leave(0)
    }
    if !message.isEmpty { console.note(message) }
    console.leave(code == .validationFailure ? 2 : code.rawValue)
  }
}

/// What the program calls itself.
enum Generator {
  static let version = "0.1.0"
  static let name = "fieldbook \(version)"
}
