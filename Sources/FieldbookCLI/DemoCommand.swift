internal import ArgumentParser
internal import FieldbookApp

/// Writes a workspace to try things on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Write a new repository with a generated workspace and its history.",
    discussion: "The same numbers give the same commits on every machine.")

  @Argument(help: "Folder to write; must not exist yet, or be empty.")
  var folder: String

  @Option(help: "Customers; each brings about twelve records.")
  var customers = 40

  @Option(help: "Start of the random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Commits over the last 18 months.")
  var commits = 300

  func validate() throws {
    if customers < 1 || customers > 100_000 { throw ValidationError("--customers must be between 1 and 100000.") }
    if commits < 1 || commits > 1_000_000 { throw ValidationError("--commits must be between 1 and 1000000.") }
  }

  func run() throws {
    let console = Console()
    let summary = try DemoRepository.write(to: folder, customers: customers, seed: seed, commits: commits)
    console.print("Wrote \(summary.records) records in \(summary.commits) commits to \(folder)")
    console.print("Next: fieldbook build --workspace \(folder) --output \(folder)-site")
  }
}
