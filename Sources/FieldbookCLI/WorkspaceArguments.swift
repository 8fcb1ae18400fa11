internal import ArgumentParser
internal import FieldbookApp
internal import Foundation

/// Options that every command on a workspace takes.
struct WorkspaceArguments: ParsableArguments {
  @Option(name: [.customShort("C"), .long], help: "Folder of the workspace, or of the repository around it.")
  var workspace = "."

  @Option(name: .customLong("rev"), help: "Read this commit instead of HEAD.")
  var revision: String?

  @Flag(help: "Read the files on disk, committed or not.")
  var worktree = false

  @Option(help: "See the workspace as it stood on a day (2026-03-31) or at a moment (with offset).")
  var asOf: String?

  @Option(help: "See what this audience or person may see.")
  var audience: String?

  @Flag(help: "Stop when the clone lacks part of its history, instead of calling that part unknown.")
  var requireFullHistory = false

  @Option(name: .shortAndLong, help: "Threads and helper processes; as many as there are processors unless given.")
  var jobs: Int?

  @Flag(help: "Neither use nor keep what was read of history before.")
  var noCache = false

  @Flag(name: .shortAndLong, help: "Print results and errors only.")
  var quiet = false

  @Flag(help: "Print how long each step took, on the clock and on all processors, and the most memory it held.")
  var timings = false

  @Option(help: "Write how long each step took, thread by thread, to a file that chrome://tracing opens.")
  var trace: String?

  func validate() throws {
    if worktree, revision != nil { throw ValidationError("--worktree and --rev exclude each other.") }
    if worktree, asOf != nil { throw ValidationError("--worktree has no past; leave out --as-of.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if let asOf, OpenOptions.AsOf(asOf) == nil {
      throw ValidationError("--as-of takes a day such as 2026-03-31, or a moment such as 2026-03-31T18:00:00+02:00.")
    }
  }

  /// What to open, with the machine's clock and processors as inputs.
  func openOptions() -> OpenOptions {
    let environment = ProcessInfo.processInfo.environment
    var options = OpenOptions(
      wallClock: Int(Date().timeIntervalSince1970), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    options.workspace = workspace
    options.revision = revision
    options.isWorkTree = worktree
    options.asOf = asOf.flatMap { OpenOptions.AsOf($0) }
    options.sourceDateEpoch = environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    options.audience = audience
    options.requiresFullHistory = requireFullHistory
    options.usesCache = !noCache
    options.executable = Self.executable
    return options
  }

  /// The path of this program.
  static var executable: String? { Bundle.main.executablePath }

  /// Says once that a part of history is unknown, and how to get it.
  func noteShallow(_ fieldbook: Fieldbook, _ console: Console) {
    guard fieldbook.isHistoryCutOff, !quiet else { return }
    console.note("History was cut off when cloning; what came before is shown as unknown. Run: git fetch --unshallow")
  }

  /// Prints the steps of a command, and writes them down where that was asked for.
  func report(_ timings: Timings, _ console: Console) {
    if self.timings {
      for line in timings.table { console.note(line) }
    }
    guard let trace else { return }
    if !FileManager.default.createFile(atPath: trace, contents: Data(timings.trace)) {
      console.note("cannot write the trace to '\(trace)'")
    }
  }
}
