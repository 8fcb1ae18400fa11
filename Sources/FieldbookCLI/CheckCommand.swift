internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp

extension FindingsPrinter.Format: ExpressibleByArgument {}

/// Reports problems: leaves with 0 when clean, 1 when something was found, 2 or 3 when it could not look.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report problems in the workspace, and mend what a machine can mend.",
    discussion:
      "'fieldbook explain <id>' tells what a check wants; --fix edits, adds and renames files, never in the index.")

  @OptionGroup var workspace: WorkspaceArguments

  @Flag(help: "Check what the next commit would hold, as a pre-commit hook does; report what it introduces or touches.")
  var staged = false

  @Option(help: "Report what this branch introduces since it left another commit.")
  var changedSince: String?

  @Flag(help: "Fail on warnings as well as on errors.")
  var strict = false

  @Option(help: "How to print findings.")
  var format = FindingsPrinter.Format.text

  @Flag(help: "Mend what a machine can mend without losing anything, in the files on disk.")
  var fix = false

  @Flag(help: "With --fix: print what would change, as a patch, and change nothing.")
  var dryRun = false

  @Flag(help: "Drop entries of the baseline for which nothing is found any more.")
  var updateBaseline = false

  @Flag(help: "With --update-baseline: take up all that is found now.")
  var grow = false

  @Flag(help: "Report what the baseline knows as well.")
  var noBaseline = false

  func validate() throws {
    if staged, changedSince != nil { throw ValidationError("--staged and --changed-since exclude each other.") }
    if staged, workspace.worktree || workspace.revision != nil {
      throw ValidationError("--staged reads the index; leave out --worktree and --rev.")
    }
    if fix, staged || changedSince != nil || workspace.revision != nil || workspace.asOf != nil {
      throw ValidationError("--fix mends the files on disk; leave out options that read others.")
    }
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix.") }
    if grow, !updateBaseline { throw ValidationError("--grow goes with --update-baseline.") }
    if updateBaseline, staged || changedSince != nil {
      throw ValidationError("--update-baseline needs a check of everything.")
    }
  }

  func run() async throws {
    let console = Console()
    var options = workspace.openOptions()
    if fix { return try await mend(options, console) }
    options.needsHistory = false
    let scope: CheckScope = staged ? .staged : changedSince.map(CheckScope.since) ?? .everything
    var report = try await Fieldbook.check(options, scope: scope)
    if updateBaseline {
      console.print(try report.updateBaseline(grow: grow))
      return
    }
    if !noBaseline { report = try report.withoutKnown() }
    if !(workspace.quiet && report.findings.isEmpty) { FindingsPrinter(report, console).print(format) }
    workspace.report(report.fieldbook.timings, console)
    // The process ends here; to free ten thousand records first, one by one, would be a twentieth of its time.
    _ = Unmanaged.passRetained(Kept(report))
    try leave(after: report.findings)
  }

  private func mend(_ options: OpenOptions, _ console: Console) async throws {
    var options = options
    options.isWorkTree = true
    options.needsHistory = false
    options.checksHistory = true
    let fieldbook = try await Fieldbook.open(options)
    let report = try await fieldbook.fix(isDryRun: dryRun)
    if dryRun { console.print(report.diff) }
    let files = "\(report.changedFiles) \(report.changedFiles == 1 ? "file" : "files")"
    console.note(
      dryRun ? "would mend \(report.fixed) findings in \(files)" : "mended \(report.fixed) findings in \(files)")
    for (finding, reason) in report.refused {
      console.note("not mended: \(finding.range.file):\(finding.range.start.line) [\(finding.id)]: \(reason)")
    }
    console.note("\(TextPrinter.summary(report.remaining)) left")
    if !dryRun { try leave(after: report.remaining) }
  }

  private func leave(after findings: [Diagnostic]) throws {
    let threshold: Diagnostic.Severity = strict ? .warning : .error
    if findings.contains(where: { $0.severity >= threshold }) { throw ExitCode(1) }
  }
}

/// Something that stays until the process ends.
private final class Kept {
  private let report: CheckReport

  init(_ report: CheckReport) { self.report = report }
}
