internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp

/// Reports problems: leaves with 0 when clean, 1 when something was found, 2 or 3 when it could not look.
struct CheckCommand: AsyncParsableCommand {
  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(commandName: "check", abstract: "Report problems in the workspace.")

  @OptionGroup var workspace: WorkspaceArguments

  @Flag(help: "Fail on warnings as well as on errors.")
  var strict = false

  @Option(help: "How to print findings.")
  var format = Format.text

  func run() async throws {
    let console = Console()
    var options = workspace.openOptions()
    options.needsHistory = false
    let fieldbook = try await Fieldbook.open(options)
    let printer = FindingsPrinter(fieldbook, console)
    switch format {
    case .text: printer.printText()
    case .json: printer.printJSON()
    }
    workspace.report(fieldbook.timings, console)
    let threshold: Diagnostic.Severity = strict ? .warning : .error
    if fieldbook.findings.contains(where: { $0.severity >= threshold }) { throw ExitCode(1) }
  }
}
