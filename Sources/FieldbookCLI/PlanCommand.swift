internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp

/// Drafts a personal daily plan.
struct PlanCommand: AsyncParsableCommand {
  /// How a draft is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, json }

  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Draft somebody's plan for the next working day: meetings, priorities, replies, tasks, dates.",
    discussion: "The draft is made of what that person may see, by reporting/personal/daily-plan.md.")

  @OptionGroup var workspace: WorkspaceArguments

  @Option(help: "Id of the person.")
  var user: String

  @Option(name: .customLong("for"), help: "The day; the next working day unless given.")
  var day: String?

  @Option(help: "How to print it: the file, or its data.")
  var format = Format.markdown

  @Flag(help: "Commit it below personal/daily-plans to the branch that is checked out.")
  var save = false

  @Flag(help: "With --save, put it in the place of a plan that is there already.")
  var replace = false

  func validate() throws {
    if replace, !save { throw ValidationError("--replace goes with --save.") }
    if let audience = workspace.audience, audience != user {
      throw ValidationError("A plan is made of what its person may see; leave out --audience.")
    }
  }

  func run() async throws {
    let console = Console()
    var options = workspace.openOptions()
    (options.needsDocuments, options.needsChecks) = (false, false)
    let fieldbook = try await Fieldbook.open(options)
    workspace.noteShallow(fieldbook, console)
    let wanted = PlanOptions(user: user, day: day, replaces: replace)
    let draft = try fieldbook.plan(wanted)
    for finding in draft.report.findings { console.note("\(finding.range): \(finding.summary)") }
    switch format {
    case .markdown: console.print(Array(draft.file.utf8))
    case .json: console.print(draft.json.encoded(pretty: true))
    }
    if save { console.tell(try fieldbook.save(draft, wanted)) }
    workspace.report(draft.report.timings, console)
  }
}

extension Console {
  /// Says what became of something that was saved.
  func tell(_ edition: SavedEdition) {
    let path = edition.path.description
    if let commit = edition.commit {
      note("Saved \(path) as commit \(commit) on \(edition.branch)")
    } else {
      note("\(path) is on \(edition.branch) already")
    }
    if case .left(let reason) = edition.workTree { note("The work tree was left as it is: \(reason)") }
  }
}
