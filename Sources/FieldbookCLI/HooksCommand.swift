internal import ArgumentParser
internal import FieldbookApp

/// Puts the checks in front of every commit.
struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Run the checks before every commit.", subcommands: [InstallCommand.self])

  /// Writes the hook.
  struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Write a pre-commit hook that checks what is staged.")

    @Option(name: [.customShort("C"), .long], help: "Folder of the workspace.")
    var workspace = "."

    @Flag(help: "Replace a hook that is there already.")
    var force = false

    func run() throws {
      Console().print("Installed \(try HookInstaller.install(in: workspace, force: force))")
    }
  }
}
