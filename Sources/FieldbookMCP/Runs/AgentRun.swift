internal import Diagnostics
package import FieldbookApp
internal import Intelligence
package import MessagesAPI
internal import ModelContextProtocol
internal import Synchronization
internal import WorkspaceModel

/// A task that is ready to be sent: all that leaves the machine first is in it, word for word.
package struct AgentRun: Sendable {
  /// The first request.
  package let request: ModelRequest
  /// Slugs of the customers whose words the first request holds.
  package let customers: [String]
  /// What whoever asks should know: tools that the agent names and nobody has.
  package let notes: [String]
  package let agent: String
  private let view: WorkspaceView
  private let live: LiveWorkspace
  private let tools: [any WorkspaceTool]
  private let redactor: Redactor?
  private let limits: RunLimits

  /// Seconds of a run at most.
  private static let seconds = 900

  /// Prepares a task from an open workspace.
  package init(_ task: AgentTask, _ state: LiveState, _ live: LiveWorkspace) throws(FieldbookError) {
    let whole = WorkspaceView(state)
    guard let entry = whole.agents.wrapped.first(where: { $0.name == task.agent }) else {
      let near = NearestWord.to(task.agent, among: whole.agents.wrapped.map(\.name))
      throw .usage(
        "there is no agent '\(task.agent)'",
        help: near.map { "did you mean '\($0)'?" } ?? "fieldbook agents list names them all")
    }
    let named = task.model ?? entry.definition?.model
    guard let model = ModelName.id(named) else {
      throw .usage(
        "'\(named ?? "")' is no model", help: "say sonnet, opus, haiku or an id such as \(ModelName.standard)")
    }
    guard task.words != nil || task.customer != nil else {
      throw .usage("nothing to do", help: "name a --customer, or say with --task what to do")
    }
    let slug = try Self.customer(task, whole)
    view = try slug.map { slug throws(FieldbookError) in WorkspaceView(try state.about(slug)) } ?? whole
    let briefing = AgentBriefing(entry: entry)
    let (tools, unknown) = briefing.tools(view.workspace)
    let redactor = task.isRedacted ? Redactor() : nil
    var content: [JSONValue] = []
    if let slug {
      let tier = entry.definition?.tier.flatMap { ContextTemplate.Tier(rawValue: $0) } ?? .compact
      let pack = try Self.pack(slug, tier == .extended ? .standard : tier, view)
      content.append(ModelRequest.text(redactor?.redacted(pack) ?? pack, isCached: true))
    }
    let words = Self.words(task, slug, state)
    content.append(ModelRequest.text(redactor?.redacted(words) ?? words))
    request = ModelRequest(
      model: model, maxTokens: 8000, system: redactor?.redacted(briefing.system) ?? briefing.system,
      tools: tools.map { AgentBriefing.json($0.definition) } + [AgentBriefing.recorderJSON],
      messages: [ModelRequest.message("user", content)])
    customers = slug.map { [$0] } ?? []
    notes = unknown.map { "the agent's tool '\($0)' is none of this workspace and was left out" }
    agent = entry.name
    self.live = live
    self.tools = tools
    self.redactor = redactor
    limits = RunLimits(
      turns: min(max(task.turns ?? entry.definition?.maxTurns ?? 8, 1), 40), tokens: task.tokens, seconds: Self.seconds)
  }

  private static func customer(_ task: AgentTask, _ view: WorkspaceView) throws(FieldbookError) -> String? {
    guard let name = task.customer else { return nil }
    do throws(ToolProblem) {
      return try view.customer(name)
    } catch {
      throw .usage(error.text, help: "a customer with no_ai, or in .fieldbookignore, is nobody's to ask about")
    }
  }

  private static func pack(
    _ slug: String, _ tier: ContextTemplate.Tier, _ view: WorkspaceView
  ) throws(FieldbookError) -> String {
    do {
      return try view.pack(slug, tier).text
    } catch let problem as ToolProblem {
      throw .usage(problem.text, help: nil)
    } catch {
      throw .usage("the context of '\(slug)' cannot be made", help: nil)
    }
  }

  private static func words(_ task: AgentTask, _ slug: String?, _ state: LiveState) -> String {
    var words = task.words ?? "Do your work for this customer."
    if let slug { words += "\n\nThe customer is \(slug)." }
    return words + " The workspace stands at \(state.asOf)."
  }

  // MARK: Running

  /// Values that placeholders stand in for so far.
  package var replaced: Int { redactor?.count ?? 0 }

  /// Runs to the end; `report` hears a line for each answer and each tool, without content.
  package func run(_ client: MessagesClient, report: @escaping @Sendable (String) -> Void) async throws
    -> AgentResult
  {
    let collector = InsightCollector(view)
    let seen = SeenCustomers(customers)
    let clock = ContinuousClock()
    let start = clock.now
    let loop = ToolLoop(client, limits: limits) { Int(start.duration(to: clock.now).components.seconds) }
    let outcome = try await loop.run(request) { number, turn in
      report("turn \(number): \(turn.usage.input) tokens in, \(turn.usage.output) out")
    } call: { use in
      let answer = await self.answer(use, collector, seen)
      report(
        "  tool \(UntrustedWords.short(use.name)): \(answer.text.utf8.count) bytes\(answer.isError ? ", refused" : "")")
      return answer
    }
    return AgentResult(
      end: outcome.end, text: redactor?.restored(outcome.text) ?? outcome.text, drafts: collector.drafts,
      refused: collector.refused, usage: outcome.usage, turns: outcome.turns,
      origin: InsightDraft.Origin(
        agent: agent, model: outcome.model, day: view.today, commit: view.state.fieldbook.commit ?? "files"),
      customers: seen.all)
  }

  private func answer(
    _ use: ModelTurn.ToolUse, _ collector: InsightCollector, _ seen: SeenCustomers
  ) async -> ToolAnswer {
    let input = redactor?.restored(use.input) ?? use.input
    if use.name == AgentBriefing.recorder {
      let answer = collector.take(input)
      return ToolAnswer(redactor?.redacted(answer.text) ?? answer.text, isError: answer.isError)
    }
    guard let tool = tools.first(where: { $0.definition.name == use.name }) else {
      return ToolAnswer("There is no such tool.", isError: true)
    }
    do {
      let result = try await tool.run(try ToolCall(tool.definition, input), view, live)
      return told(result, seen)
    } catch let problem as ToolProblem {
      return ToolAnswer(redactor?.redacted(problem.text) ?? problem.text, isError: true)
    } catch {
      return ToolAnswer("The tool failed.", isError: true)
    }
  }

  private func told(_ result: ToolResult, _ seen: SeenCustomers) -> ToolAnswer {
    if let structured = result.structured {
      seen.take(structured)
      let value = redactor?.redacted(structured) ?? structured
      return ToolAnswer(String(decoding: value.encoded(), as: UTF8.self))
    }
    let text = result.content.compactMap { $0["text"]?.text }.joined(separator: "\n")
    return ToolAnswer(redactor?.redacted(text) ?? text, isError: result.isError)
  }
}

/// The customers of whom something was sent.
private final class SeenCustomers: Sendable {
  private let slugs: Mutex<Set<String>>

  init(_ first: [String]) {
    slugs = Mutex(Set(first))
  }

  var all: [String] { slugs.withLock { $0 }.sorted() }

  /// Takes in those that an answer names.
  func take(_ value: JSONValue) {
    switch value {
    case .array(let items): for item in items { take(item) }
    case .object(let members):
      for member in members {
        if member.name == "customer" || member.name == "slug", let text = member.value.text {
          _ = slugs.withLock { $0.insert(text) }
        }
        take(member.value)
      }
    default: break
    }
  }
}

/// What a run came to.
package struct AgentResult: Sendable {
  package var end: RunEnd
  /// In Markdown, with what placeholders stood for put back.
  package var text: String
  /// Findings whose quotes were found.
  package var drafts: [InsightDraft]
  /// Findings that were refused.
  package var refused: Int
  package var usage: TokenUsage
  package var turns: Int
  package var origin: InsightDraft.Origin
  /// Slugs of all customers of whom something was sent.
  package var customers: [String]

  /// One line of figures.
  package var summary: String {
    let cached = usage.cached > 0 ? ", \(usage.cached) of them cached" : ""
    return
      "\(origin.model): \(turns) turn\(turns == 1 ? "" : "s"), \(usage.input + usage.cached + usage.kept) tokens in"
      + "\(cached), \(usage.output) out; \(drafts.count) finding\(drafts.count == 1 ? "" : "s"), \(refused) refused"
  }

  /// Why the answer may not be whole; nil when it is.
  package var problem: String? {
    switch end {
    case .finished: nil
    case .truncated: "the answer was cut at its longest length"
    case .refused(let details): "the model refused\(details.map { ": \($0)" } ?? "")"
    case .limit(let name): "the run was stopped at its limit of \(name)"
    case .tooLong: "the conversation no longer fits into the model"
    case .unknown(let reason): "the model stopped for a reason that is not known here: \(reason)"
    }
  }
}
