internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import Foundation

/// `fieldbook alerts deliver`.
struct AlertsDeliver: AsyncParsableCommand {
  /// A way out.
  enum Channel: String, ExpressibleByArgument, CaseIterable { case webhook, smtp, command }

  static let configuration = CommandConfiguration(
    commandName: "deliver", abstract: "Send the messages of the outbox that are due.",
    discussion: """
      Secrets come from the environment and are never written down: FIELDBOOK_WEBHOOK_URL is a Slack-compatible \
      address, FIELDBOOK_SMTP a relay as host:port with FIELDBOOK_SMTP_FROM. A command gets the message as JSON and \
      its key in FIELDBOOK_MESSAGE_KEY, and has to take each key once.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Option(help: "How to send them.")
  var channel: Channel

  @Option(help: "The program to run for --channel command.")
  var command: String?

  @Flag(help: "Send those again of which nobody knows whether they arrived.")
  var retryUncertain = false

  @Option(name: .customLong("ref"), help: "Use this branch instead of the one that is checked out.")
  var branch: String?

  func validate() throws {
    if channel == .command, command == nil { throw ValidationError("--channel command needs --command <program>.") }
  }

  func run() async throws {
    let console = Console()
    let outcome = try await Fieldbook.deliver(
      workspace.openOptions(), through: try way(), retriesUncertain: retryUncertain, branch: branch)
    for key in outcome.delivered { console.print("delivered  \(TextPrinter.visible(key))") }
    for (key, reason) in outcome.failed {
      console.print("failed     \(TextPrinter.visible(key)): \(TextPrinter.visible(reason))")
    }
    for key in outcome.uncertain { console.print("uncertain  \(TextPrinter.visible(key)): look whether it arrived") }
    if !workspace.quiet, outcome.waiting > 0 { console.note("\(outcome.waiting) wait for their time") }
    if !outcome.failed.isEmpty || !outcome.uncertain.isEmpty { throw ExitCode(1) }
  }

  private func way() throws -> DeliveryChannel {
    let environment = ProcessInfo.processInfo.environment
    func needed(_ name: String) throws -> String {
      if let value = environment[name], !value.isEmpty { return value }
      throw FieldbookError.usage(
        "\(name) is not set", help: "set it in the environment, not in a file of the repository")
    }
    switch channel {
    case .webhook: return try .webhook(needed("FIELDBOOK_WEBHOOK_URL"))
    case .command: return .command(command ?? "", environment: environment)
    case .smtp:
      let parts = try needed("FIELDBOOK_SMTP").split(separator: ":")
      guard let host = parts.first else {
        throw FieldbookError.usage("FIELDBOOK_SMTP names no host", help: "write host:port")
      }
      return .smtp(
        host: String(host), port: parts.count > 1 ? Int(parts[1]) ?? 25 : 25, from: try needed("FIELDBOOK_SMTP_FROM"))
    }
  }
}
