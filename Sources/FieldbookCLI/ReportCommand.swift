internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp

/// Prints a report that is computed from records and history.
struct ReportCommand: AsyncParsableCommand {
  /// How a report is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, html, json }

  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print a report for a person, a team or everybody.",
    discussion: "Reports are defined under reporting; name one by its file (ae-weekly) or by its id (ae).")

  @OptionGroup var workspace: WorkspaceArguments
  @OptionGroup var arguments: ReportArguments

  @Argument(help: "The report, such as ae, vp_sales or morning-brief.")
  var name: String

  @Option(help: "The days it is about, such as last_7_days, this_quarter, 2026-Q4; the definition's own unless given.")
  var period: String?

  @Flag(help: "Tell targets and how much of them is reached.")
  var includeGoals = false

  func run() async throws {
    let wanted = ReportOptions(
      name, user: arguments.user, team: arguments.team, period: period, includesGoals: includeGoals)
    try await arguments.run(wanted, workspace, Console())
  }
}

/// Prints the morning brief.
struct BriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Print the morning brief: meetings, alerts, replies owed, dates, changes, tasks.")

  @OptionGroup var workspace: WorkspaceArguments
  @OptionGroup var arguments: ReportArguments

  func run() async throws {
    try await arguments.run(
      ReportOptions("morning_brief", user: arguments.user, team: arguments.team), workspace, Console())
  }
}

/// Options of every command that prints a report.
struct ReportArguments: ParsableArguments {
  @Option(help: "Id of the person it is about, with all who report to them.")
  var user: String?

  @Option(help: "Team it is about.")
  var team: String?

  @Option(help: "How to print it.")
  var format = ReportCommand.Format.markdown

  @Flag(help: "Keep it: commit it below reporting to the branch that is checked out.")
  var save = false

  func validate() throws {
    if user != nil, team != nil { throw ValidationError("--user and --team exclude each other.") }
  }

  /// Computes and prints.
  func run(_ wanted: ReportOptions, _ workspace: WorkspaceArguments, _ console: Console) async throws {
    var options = workspace.openOptions()
    (options.needsDocuments, options.needsChecks) = (false, false)
    let fieldbook = try await Fieldbook.open(options).prepared(for: wanted.name)
    workspace.noteShallow(fieldbook, console)
    let report = try fieldbook.report(wanted)
    for finding in report.findings { console.note("\(finding.range): \(finding.summary)") }
    switch format {
    case .markdown: console.print(Array(report.markdown().utf8))
    case .html: console.print(Array(report.html.utf8))
    case .json: console.print(report.json.encoded(pretty: true))
    }
    if save { console.tell(try fieldbook.save(report, about: wanted)) }
    workspace.report(report.timings, console)
  }
}
