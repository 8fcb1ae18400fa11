internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import Foundation

/// Makes the site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site for one audience and publish it in one step.",
    discussion: """
      Reads the workspace from Git at HEAD; --worktree reads the files on disk instead. Runs the checks and publishes
      nothing when they find errors. The output folder is replaced as a whole and at once, and only if an earlier
      build made it.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Option(name: .shortAndLong, help: "Folder that becomes the site.")
  var output = "_site"

  @Option(help: "Folder of the theme; the one that came with the program unless given.")
  var theme: String?

  @Flag(help: "Publish despite errors, and replace the output folder even if it was not made by fieldbook.")
  var force = false

  @Flag(help: "Refuse to publish on warnings as well as on errors.")
  var strict = false

  @Option(help: "Build a site for review: what this branch changes since it left another one.")
  var compare: String?

  @Flag(inversion: .prefixedNo, help: "Say on every page when the site shows the past.")
  var ribbon = true

  func run() async throws {
    let console = Console()
    let start = ContinuousClock().now
    let theme = try Self.theme(theme)
    var openOptions = workspace.openOptions()
    openOptions.comparedWith = compare
    openOptions.showsRibbon = ribbon
    let threshold: Diagnostic.Severity = strict ? .warning : .error
    let options = BuildOptions(
      output: output, theme: theme, isForced: force, generator: Generator.name, refusesFrom: force ? nil : threshold)
    if let standing = StandingSite.find(openOptions, options) { return tell(standing, console, start) }
    let inputs = StandingSite(openOptions, options)
    let fieldbook = try await Fieldbook.open(openOptions)
    workspace.noteShallow(fieldbook, console)
    let printer = FindingsPrinter(fieldbook, console)
    let summary: BuildSummary
    do {
      summary = try await fieldbook.build(options)
    } catch FieldbookError.refused {
      printer.printText(atLeast: threshold)
      throw FieldbookError.refused
    }
    inputs?.keep(summary, of: fieldbook, remark: printer.shortly, in: output)
    if !workspace.quiet { printer.noteShortly() }
    workspace.report(summary.timings, console)
    for sentence in summary.heavyFiles { console.note("warning: \(sentence) [page-weight]") }
    if workspace.quiet { return }
    let seconds = WorkspaceArguments.seconds(ContinuousClock().now - start)
    console.print("Built \(summary.pages) pages in \(seconds) for \(summary.audienceTitle)")
    console.print("Open \(output)/index.html")
    if compare != nil { console.print(comparison(summary.reviewPage)) }
  }

  /// Says that there is nothing to do.
  private func tell(_ site: StandingSite, _ console: Console, _ start: ContinuousClock.Instant) {
    if workspace.quiet { return }
    if !site.remark.isEmpty { console.note(site.remark) }
    let seconds = WorkspaceArguments.seconds(ContinuousClock().now - start)
    console.print("Nothing changed: \(site.pages) pages for \(site.audienceTitle) still stand (\(seconds))")
    console.print("Open \(output)/index.html")
  }

  private func comparison(_ page: String?) -> String {
    guard let page else { return "Nothing differs from \(compare ?? "it")" }
    return "What differs from \(compare ?? "it"): \(output)/\(page)index.html"
  }

  /// The theme that was asked for, or the one that came with the program.
  static func theme(_ asked: String?) throws -> String {
    if let asked { return asked }
    let executable = WorkspaceArguments.executable ?? CommandLine.arguments.first ?? ""
    guard let bundled = ThemeFolder.bundled(executable: executable) else {
      throw FieldbookError.usage("no theme was found beside the program", help: "name one with --theme <folder>")
    }
    return bundled
  }
}

extension WorkspaceArguments {
  /// "1.9 s".
  static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return "\(seconds).\(attoseconds / 100_000_000_000_000_000) s"
  }
}
