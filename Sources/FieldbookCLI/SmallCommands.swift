internal import ArgumentParser
internal import FieldbookApp

/// Removes what a build made.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove a built site; leaves folders alone that fieldbook did not make.",
    discussion: "With --cache also what was kept of the history that was read; it is read again when needed.")

  @Option(name: .shortAndLong, help: "Folder of the site.")
  var output = "_site"

  @Option(name: [.customShort("C"), .long], help: "Folder of the workspace, or of the repository around it.")
  var workspace = "."

  @Flag(help: "Also remove what was kept of the history.")
  var cache = false

  func run() throws {
    let console = Console()
    if cache {
      try HistoryIndex.remove(workspace: workspace)
      console.print("Removed what was kept of the history")
    }
    console.print(try BuiltSite.remove(output) ? "Removed \(output)" : "Nothing to remove at \(output)")
  }
}

/// Prints a completion script.
struct CompletionsCommand: ParsableCommand {
  /// Shells that have a script.
  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completion script of a shell.")

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let shell: CompletionShell =
      switch self.shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    Console().print(FieldbookTool.completionScript(for: shell))
  }
}

/// Renders texts for a parent process; not for people.
struct MarkdownWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown-worker", abstract: "Render texts for a parent process.", shouldDisplay: false)

  func run() { HelperProcess.runMarkdownWorker() }
}
