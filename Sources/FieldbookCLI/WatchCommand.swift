internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import Foundation
internal import WorkspaceModel

/// `fieldbook watch`.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Evaluate rules and rebuild the site whenever the branch moves or time passes.",
    discussion: """
      Looks at the branch every few seconds, and at rules again at midnight, when an escalation is due, and when a
      quiet time ends. The same comes of running 'fieldbook triggers run' and 'fieldbook build' from a scheduler: what
      is new is told from history, so that a watcher which was stopped misses nothing.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Option(name: .shortAndLong, help: "Folder that becomes the site.")
  var output = "_site"

  @Option(help: "Folder of the theme; the one that came with the program unless given.")
  var theme: String?

  @Flag(inversion: .prefixedNo, help: "Publish the site after each look.")
  var site = true

  @Option(help: "Seconds between two looks at the branch.")
  var every = 2.0

  @Option(help: "Stop a rule that would open more alerts than this at once.")
  var fanOut = 50

  @Option(
    name: .customLong("ref"), help: "Watch this branch, and commit to it, instead of the one that is checked out.")
  var branch: String?

  func validate() throws {
    if !(0.05...3600).contains(every) { throw ValidationError("--every takes seconds from 0.05 to 3600.") }
    if fanOut < 1 { throw ValidationError("--fan-out must be at least 1.") }
    if workspace.worktree || workspace.revision != nil || workspace.asOf != nil {
      throw ValidationError("A branch is watched as it is now; leave out --worktree, --rev and --as-of.")
    }
  }

  func run() async throws {
    let console = Console()
    var wanted = TriggerOptions()
    wanted.fanOut = fanOut
    wanted.branch = branch
    let build =
      try site
      ? BuildOptions(
        output: output, theme: BuildCommand.theme(theme), isForced: false, generator: Generator.name) : nil
    var watcher = Watcher(workspace.openOptions(), wanted, build: build) { Int(Date().timeIntervalSince1970) }
    if !workspace.quiet { console.note("Watching; end it with Ctrl-C") }
    while true {
      if let report = await watcher.look() {
        for line in TriggerPrinter.lines(report) { console.print(line) }
      }
      try await Task.sleep(for: .seconds(every))
    }
  }
}
