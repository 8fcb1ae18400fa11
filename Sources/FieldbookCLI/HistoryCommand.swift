internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Tells what a record went through.
struct HistoryCommand: AsyncParsableCommand {
  /// How a history is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tell who changed a record when, as changes of its fields.",
    discussion: "Name the record by its path, its id, its last name or its title.")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "A record, such as customers/acme/deals/rollout.md or rollout; all of the workspace unless given.")
  var record: String?

  @Option(name: .shortAndLong, help: "Print at most so many changes, the newest first.")
  var limit: Int?

  @Option(help: "How to print the history.")
  var format = Format.text

  func run() async throws {
    let console = Console()
    guard let record else { return try summarize(console) }
    var options = workspace.openOptions()
    options.needsDocuments = false
    options.needsChecks = false
    let fieldbook = try await Fieldbook.open(options)
    workspace.noteShallow(fieldbook, console)
    var story = try fieldbook.story(of: record)
    let all = story.entries.count
    if let limit { story.entries = Array(story.entries.prefix(max(0, limit))) }
    switch format {
    case .json: console.print(HistoryPrinter.json(story).encoded(pretty: true))
    case .text:
      for line in HistoryPrinter(isColoured: console.isColoured).lines(story, of: all) { console.print(line) }
    }
    workspace.report(fieldbook.timings, console)
  }

  /// Reads the commits and what each changed, nothing else.
  private func summarize(_ console: Console) throws {
    let index = try HistoryIndex(workspace.openOptions())
    switch format {
    case .json:
      console.print(
        JSONValue.members(
          ("commits", .integer(index.commits)), ("changes", .integer(index.changes)), ("moves", .integer(index.moves)),
          ("cut_off", .bool(index.isCutOff)), ("seconds", .number(index.seconds))
        ).encoded(pretty: true))
    case .text:
      console.print(
        "\(index.commits) commits changed \(index.changes) files of the repository, \(index.moves) of them moved")
      if index.isCutOff { console.print("What came before is unknown. Run: git fetch --unshallow") }
      if !workspace.quiet { console.note("Read in \(index.seconds) s") }
    }
  }
}
