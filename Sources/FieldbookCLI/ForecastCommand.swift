internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp

/// Freezes the forecast of a quarter, or compares frozen ones with history.
struct ForecastCommand: AsyncParsableCommand {
  /// How a forecast is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Freeze the forecast of a quarter, or compare frozen ones with history.",
    discussion: "Without a frozen forecast nobody can say later how good it was. Freeze one two weeks into the quarter."
  )

  @OptionGroup var workspace: WorkspaceArguments

  @Option(help: "The quarter, such as 2026-Q4; the running one unless given.")
  var period: String?

  @Option(help: "How to print it: the file, or its data.")
  var format = Format.yaml

  @Flag(help: "Freeze it: commit it below reporting/forecasts to the branch that is checked out.")
  var save = false

  @Flag(help: "Compare the frozen forecasts with what history says of their moments; leaves with 1 when they differ.")
  var verify = false

  func validate() throws {
    if verify, save || period != nil {
      throw ValidationError("--verify looks at all frozen forecasts, and goes alone.")
    }
  }

  func run() async throws {
    let console = Console()
    var options = workspace.openOptions()
    options.needsDocuments = false
    let fieldbook = try await Fieldbook.open(options)
    workspace.noteShallow(fieldbook, console)
    if verify {
      let lines = try fieldbook.frozenForecasts()
      console.print(lines.isEmpty ? "No data: no forecast is frozen" : lines.map(\.text).joined(separator: "\n"))
      workspace.report(fieldbook.timings, console)
      if lines.contains(where: \.isSuspect) { throw ExitCode(1) }
      return
    }
    let forecast = try fieldbook.forecast(period: period)
    switch format {
    case .yaml: console.print(Array(forecast.file.utf8))
    case .json: console.print(forecast.json.encoded(pretty: true))
    }
    if save { console.tell(try fieldbook.save(forecast)) }
    workspace.report(fieldbook.timings, console)
  }
}
