internal import ArgumentParser
internal import Automation
internal import Diagnostics
internal import FieldbookApp
internal import WorkspaceModel

/// Looks at the rules of the workspace.
struct TriggersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triggers", abstract: "Watch for what rules wait for, and do what follows, in one commit.",
    subcommands: [TriggersRun.self, TriggersList.self, TriggersExplain.self, TriggersBacktest.self],
    defaultSubcommand: TriggersRun.self)
}

/// `fieldbook triggers run`.
struct TriggersRun: AsyncParsableCommand {
  /// How a run is told.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Evaluate all rules now, and commit alerts, tasks, messages and proposals.",
    discussion:
      "A second run at the same moment writes nothing. Leaves with 1 when a rule wants to open too many alerts.")

  @OptionGroup var workspace: WorkspaceArguments

  @Option(help: "Look at this rule only; may be given several times.")
  var rule: [String] = []

  @Flag(help: "Tell what would happen, and write nothing.")
  var dryRun = false

  @Option(help: "Stop a rule that would open more alerts than this at once.")
  var fanOut = 50

  @Option(name: .customLong("ref"), help: "Commit to this branch instead of the one that is checked out.")
  var branch: String?

  @Option(help: "How to tell it.")
  var format = Format.text

  func validate() throws {
    if fanOut < 1 { throw ValidationError("--fan-out must be at least 1.") }
    if workspace.worktree { throw ValidationError("Rules look at commits; leave out --worktree.") }
    if workspace.revision != nil, !dryRun {
      throw ValidationError("--rev needs --dry-run: what is new is told from the branch.")
    }
  }

  func run() async throws {
    let console = Console()
    var wanted = TriggerOptions()
    wanted.isDryRun = dryRun
    wanted.rules = rule.isEmpty ? nil : Set(rule)
    wanted.fanOut = fanOut
    wanted.branch = branch
    let outcome = try await Fieldbook.runTriggers(workspace.openOptions(), wanted)
    switch format {
    case .json: console.print(TriggerPrinter.json(outcome, isDryRun: dryRun).encoded(pretty: true))
    case .text:
      for line in TriggerPrinter.lines(outcome, isDryRun: dryRun) { console.print(line) }
    }
    workspace.report(outcome.timings, console)
    if outcome.decisions.tallies.contains(where: { $0.overLimit != nil }) || !outcome.decisions.unread.isEmpty {
      throw ExitCode(1)
    }
  }
}

/// `fieldbook triggers list`.
struct TriggersList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the rules and what they fired.")

  @OptionGroup var workspace: WorkspaceArguments

  func run() async throws {
    let console = Console()
    let (set, alerts, today) = try await Fieldbook.rules(workspace.openOptions())
    let width = set.rules.map { $0.id.utf8.count }.max() ?? 0
    for rule in set.rules {
      let own = alerts.filter { $0.rule == rule.id }
      let recent = own.count { $0.firedAt.map { today.days(since: $0.day) <= 90 } ?? false }
      let name = rule.id + String(repeating: " ", count: width - rule.id.utf8.count)
      let open = own.count { $0.isOpen }
      console.print(
        "\(name)  \(TriggerPrinter.event(rule.event)), \(rule.severity.rawValue), \(open) open, \(recent) fired in 90 days\(rule.person.map { ", personal to \($0)" } ?? "")"
      )
    }
    for unread in set.unread { console.print("\(unread.rule)  not evaluated: \(unread.reason)") }
    if !set.unread.isEmpty { throw ExitCode(1) }
  }
}

/// `fieldbook triggers explain churn_risk kestrel-cold-chain`.
struct TriggersExplain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell why a rule fires for a customer or deal, or why it does not.")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Id of the rule.")
  var rule: String

  @Argument(help: "A customer, or customer/deal.")
  var subject: String

  func run() async throws {
    let console = Console()
    let explanation = try await Fieldbook.explain(workspace.openOptions(), rule: rule, subject: subject)
    for line in TriggerPrinter.lines(explanation) { console.print(line) }
  }
}

/// `fieldbook triggers backtest churn_risk --since 2026-01-01`.
struct TriggersBacktest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "Tell what a rule would have fired on each day of the past.")

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Id of the rule.")
  var rule: String

  @Option(help: "The first day; the first commit's unless given.")
  var since: String?

  @Flag(help: "Keep it as a page under reporting/pulse/backtests, in a commit of its own.")
  var save = false

  @Option(name: .customLong("ref"), help: "Commit to this branch instead of the one that is checked out.")
  var branch: String?

  func validate() throws {
    if let since, Day(iso: since) == nil { throw ValidationError("--since takes a day such as 2026-03-31.") }
  }

  func run() async throws {
    let console = Console()
    let test = try await Fieldbook.backTest(workspace.openOptions(), rule: rule, since: since.flatMap { Day(iso: $0) })
    for line in TriggerPrinter.lines(test) { console.print(line) }
    workspace.report(test.timings, console)
    guard save else { return }
    AlertsCommand.tell(try await Fieldbook.save(test, workspace.openOptions(), branch: branch), console)
  }
}
