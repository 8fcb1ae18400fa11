internal import ArgumentParser
internal import Diagnostics
internal import FieldbookApp
internal import FieldbookMCP
internal import Foundation
internal import Intelligence
internal import MessagesAPI

/// Runs an agent with a model, within limits and in sight of whoever asks.
struct AgentsRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run an agent with a model; off unless enabled.",
    discussion: """
      Sends words of customers to ANTHROPIC_BASE_URL (https://api.anthropic.com unless given) with the key of \
      ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN. Mail addresses, numbers and secrets are replaced before anything \
      leaves; personal/, what .fieldbookignore names and customers with no_ai stay here. The agent reads through the \
      same tools as MCP clients and writes nothing; its findings are proposals whose quotes were found in the records.
      """)

  @OptionGroup var workspace: WorkspaceArguments

  @Argument(help: "Name of the agent.")
  var name: String

  @Option(help: "The one customer that it may read about: slug, name, or the beginning of one.")
  var customer: String?

  @Option(help: "What to do, in your words.")
  var task: String?

  @Option(help: "Model instead of the agent's own: sonnet, opus, haiku, or an id.")
  var model: String?

  @Option(help: "Answers of the model at most.")
  var maxTurns: Int?

  @Option(help: "Tokens of all answers together at most.")
  var maxTokens = 400_000

  @Flag(inversion: .prefixedNo, help: "Replace mail addresses, numbers and secrets before anything leaves.")
  var redact = true

  @Flag(help: "Allow that words of customers leave this machine; so does FIELDBOOK_ENABLE_RUN=1.")
  var enableRun = false

  @Flag(help: "Print the first request word for word and send nothing.")
  var dryRun = false

  @Flag(help: "Commit the findings below the customers' insights, each as a proposal.")
  var save = false

  func validate() throws {
    if workspace.worktree { throw ValidationError("Agents read commits; leave out --worktree.") }
    if let maxTurns, !(1...40).contains(maxTurns) { throw ValidationError("--max-turns takes 1 to 40.") }
    if !(1000...10_000_000).contains(maxTokens) { throw ValidationError("--max-tokens takes 1000 to 10000000.") }
    if dryRun, save { throw ValidationError("--dry-run has nothing to --save.") }
  }

  func run() async throws {
    let console = Console()
    console.ignoreBrokenPipes()
    let environment = ProcessInfo.processInfo.environment
    let live = LiveWorkspace(workspace.openOptions())
    let state = try await live.state()
    var wanted = AgentTask(agent: name)
    (wanted.words, wanted.customer, wanted.model) = (task, customer, model)
    (wanted.turns, wanted.tokens, wanted.isRedacted) = (maxTurns, maxTokens, redact)
    let run = try AgentRun(wanted, state, live)
    for note in run.notes { console.note("note: \(TextPrinter.visible(note))") }
    if dryRun {
      console.print(run.request.json.encoded(pretty: true))
      console.note("Nothing was sent. \(Self.parcel(run, TextPrinter.visible(Self.base(environment))))")
      return
    }
    guard enableRun || environment["FIELDBOOK_ENABLE_RUN"] == "1" else {
      throw FieldbookError.usage(
        "running agents is off, since it sends words of customers away",
        help: "look at what would leave with --dry-run, then allow it with --enable-run")
    }
    let client = try Self.client(environment, state.fieldbook)
    console.note("Sending \(Self.parcel(run, client.host))")
    let result = try await Self.result(run, client, console)
    console.note(result.summary)
    if !result.customers.isEmpty { console.note("customers sent: \(result.customers.joined(separator: ", "))") }
    console.print(UntrustedText.withoutHidden(result.text))
    for draft in result.drafts { console.print("\n\(draft.file(result.origin))") }
    if let problem = result.problem { console.note("warning: \(problem)") }
    if save {
      for draft in result.drafts { console.tell(try state.fieldbook.save(draft, result.origin)) }
      if result.drafts.isEmpty { console.note("There is no finding to save.") }
    }
    if result.problem != nil { throw ExitCode(1) }
  }

  /// What leaves, and where it goes.
  private static func parcel(_ run: AgentRun, _ host: String) -> String {
    let customers = run.customers.isEmpty ? "no customer yet" : run.customers.joined(separator: ", ")
    return "\(run.request.json.encoded().count) bytes about \(customers) to \(run.request.model) at \(host), "
      + "\(run.replaced) values replaced"
  }

  private static func base(_ environment: [String: String]) -> String {
    environment["ANTHROPIC_BASE_URL"].flatMap { $0.isEmpty ? nil : $0 } ?? "https://api.anthropic.com"
  }

  /// A client with the key of the environment, for a workspace that keeps no secrets in its configuration.
  static func client(
    _ environment: [String: String], _ fieldbook: Fieldbook
  ) throws(FieldbookError) -> MessagesClient {
    guard let key = APIKey(environment: environment) else {
      throw .usage("there is no key", help: "put it into ANTHROPIC_API_KEY, never into a file of the workspace")
    }
    let secrets = fieldbook.secretsInConfiguration()
    if !secrets.isEmpty {
      throw .usage(
        "the workspace's configuration holds a secret: \(secrets.prefix(3).joined(separator: ", "))",
        help: "revoke it and take it out; keys come from the environment")
    }
    do throws(MessagesFailure) {
      return try MessagesClient(base: base(environment), key: key, clock: .system, exchange: WebExchange.make())
    } catch {
      throw .usage(error.words, help: "set ANTHROPIC_BASE_URL, or leave it out")
    }
  }

  private static func result(
    _ run: AgentRun, _ client: MessagesClient, _ console: Console
  ) async throws -> AgentResult {
    do {
      return try await run.run(client) { line in console.note(line) }
    } catch let failure as MessagesFailure {
      throw FieldbookError.service(failure.words, help: "nothing was saved; try again later")
    }
  }
}

extension ClientClock {
  /// The clock on the wall and the machine's chance.
  static let system = ClientClock(
    now: { Int(Date().timeIntervalSince1970) }, jitter: { Double.random(in: 0...1) },
    pause: { try await Task.sleep(for: $0) })
}
