internal import ArgumentParser
internal import Automation
internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// What people do with alerts.
struct AlertsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts", abstract: "List, acknowledge, resolve and silence alerts; each answer is a commit.",
    subcommands: [AlertsList.self, AlertsAck.self, AlertsResolve.self, AlertsSilence.self, AlertsDeliver.self],
    defaultSubcommand: AlertsList.self)
}

/// What somebody thinks of an alert.
enum VerdictArgument: String, ExpressibleByArgument, CaseIterable {
  case useful, noise, duplicate

  /// As alert files write it.
  var verdict: Alert.Verdict? { Alert.Verdict(rawValue: rawValue) }
}

/// `fieldbook alerts list`.
struct AlertsList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the alerts that are open.")

  @OptionGroup var workspace: WorkspaceArguments

  @Flag(help: "List closed ones as well.")
  var all = false

  func run() async throws {
    let console = Console()
    let (_, alerts, _) = try await Fieldbook.rules(workspace.openOptions())
    let shown = alerts.filter { all || $0.isOpen }
    for alert in shown {
      let words = [
        alert.severity?.rawValue ?? "?", alert.state?.rawValue ?? "?", alert.subject ?? "?",
        alert.acknowledgedBy.map { "acknowledged by \($0)" } ?? "", alert.verdict?.rawValue ?? "",
      ].filter { !$0.isEmpty }
      console.print("\(alert.source.slug)  \(TextPrinter.visible(words.joined(separator: ", ")))")
    }
    if !workspace.quiet { console.note("\(shown.count) alerts") }
  }
}

/// `fieldbook alerts ack`.
struct AlertsAck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Say that somebody looks after an alert.",
    discussion: "What waits for an acknowledgement, such as an escalation, does not happen any more.")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Id of the alert, or a part of it that no other has.")
  var alert: String

  @Option(help: "Whether it was useful, noise or a duplicate.")
  var verdict: VerdictArgument?

  @Option(name: .customLong("ref"), help: "Commit to this branch instead of the one that is checked out.")
  var branch: String?

  func run() async throws {
    AlertsCommand.tell(
      try await Fieldbook.answer(workspace.openOptions(), alert: alert, .acknowledge(verdict?.verdict), branch: branch),
      Console())
  }
}

/// `fieldbook alerts resolve`.
struct AlertsResolve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Close an alert, or judge one that is closed.")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Id of the alert, or a part of it that no other has.")
  var alert: String

  @Option(help: "Whether it was useful, noise or a duplicate.")
  var verdict: VerdictArgument?

  @Option(name: .customLong("ref"), help: "Commit to this branch instead of the one that is checked out.")
  var branch: String?

  func run() async throws {
    AlertsCommand.tell(
      try await Fieldbook.answer(workspace.openOptions(), alert: alert, .resolve(verdict?.verdict), branch: branch),
      Console())
  }
}

/// `fieldbook alerts silence churn_risk --account petrel-pharma --for 14d`.
struct AlertsSilence: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silence", abstract: "Keep a rule, an account or a deal quiet for a while.")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Id of the rule; all rules unless given.")
  var rule: String?

  @Option(help: "Customer that is kept quiet.")
  var account: String?

  @Option(help: "Deal that is kept quiet, as customer/deal.")
  var deal: String?

  @Option(name: .customLong("for"), help: "How long, such as 14d or 5bd.")
  var span: String

  @Option(help: "Why, for those who wonder.")
  var reason: String?

  @Option(name: .customLong("ref"), help: "Commit to this branch instead of the one that is checked out.")
  var branch: String?

  func validate() throws {
    if RuleSpan(span) == nil { throw ValidationError("--for takes a stretch of time such as 14d, 5bd or 2w.") }
    if rule == nil, account == nil, deal == nil { throw ValidationError("Name a rule, --account or --deal.") }
  }

  func run() async throws {
    guard let span = RuleSpan(span) else { return }
    let matching = [("rule", rule), ("account", account), ("deal", deal)].compactMap { name, value in
      value.map { (name: name, value: $0) }
    }
    AlertsCommand.tell(
      try await Fieldbook.silence(
        workspace.openOptions(), matching: matching, for: span, reason: reason, branch: branch), Console())
  }
}

extension AlertsCommand {
  /// Says what became of an answer.
  static func tell(_ outcome: AlertOutcome, _ console: Console) {
    if let commit = outcome.commit {
      console.note("\(outcome.subject): committed \(commit) on \(outcome.branch)")
    } else {
      console.note("\(outcome.subject) says so already")
    }
    for path in outcome.left { console.note("left as it is in the work tree: \(TextPrinter.visible(path))") }
  }
}
