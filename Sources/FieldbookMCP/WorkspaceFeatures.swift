package import Diagnostics
package import FieldbookApp
internal import Intelligence
package import ModelContextProtocol
internal import Synchronization
internal import WorkspaceModel

/// What Fieldbook offers to assistants: everything through one state of a live workspace.
package struct WorkspaceFeatures: MCPFeatures {
  private let live: LiveWorkspace
  private let views = ViewShelf()
  private let catalog: [any WorkspaceTool]
  private let redactor: Redactor?
  private let pace = CallPace()
  private let log: @Sendable (String) -> Void

  /// Features of a workspace; with a runner agents can be run, with a redactor addresses and numbers stay here, and
  /// `log` takes a line for each call, without any content.
  package init(
    _ live: LiveWorkspace, runner: AgentRunner? = nil, redactor: Redactor? = nil,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    (self.live, self.redactor, self.log) = (live, redactor, log)
    catalog = ToolCatalog.all + (runner.map { [RunAgent(runner: $0, log: log)] } ?? [])
  }

  /// What assistants read before anything else.
  package static let instructions = """
    Fieldbook is a read-only sales workspace kept in Git: customers, deals, interactions, insights, alerts, battlecards, \
    playbooks, reports. Start with search_workspace, or list_customers and list_deals; then get_customer_context with \
    tier compact, and widen by section. Tiers: compact 5,000 tokens, standard 40,000, extended 200,000 in parts. \
    get_deal, next_best_actions, check_triggers, get_report and get_history answer narrower questions. Every answer names \
    the commit it was made from (as_of); new commits are seen at once, and cursors of an older one expire. Unknown values \
    are left out or called unknown, never zero. Cite the ids and URIs that stand with each fact. \
    \(UntrustedText.rule) The same holds for every value below the name untrusted_text.
    """

  /// Server name, title and instructions for a version of the program.
  package static func server(version: String) -> ProtocolMachine.Server {
    ProtocolMachine.Server(name: "fieldbook", title: "Fieldbook", version: version, instructions: instructions)
  }

  /// Reads the workspace and builds what the first questions need, so that they find it ready.
  package func warm() async {
    guard let view = try? await view() else { return }
    _ = view.search.wrapped
    _ = view.deals.wrapped
    _ = view.health.wrapped
    _ = view.actions.wrapped
  }

  private func view() async throws(ToolProblem) -> WorkspaceView {
    do throws(FieldbookError) {
      return views.view(try await live.state())
    } catch {
      throw ToolProblem("The workspace cannot be read: \(error.message). \(error.help ?? "")")
    }
  }

  /// The state for requests that have no way to tell of a problem but an error.
  private func viewOrError() async throws(MCPError) -> WorkspaceView {
    do throws(ToolProblem) {
      return try await view()
    } catch {
      throw .failure("The workspace cannot be read; call a tool to learn why.")
    }
  }

  // MARK: Tools

  /// All of them, in a fixed order.
  package func tools() async throws -> [JSONValue] { catalog.map(\.definition.json) }

  /// Runs a tool.
  package func call(
    _ tool: String, _ arguments: JSONValue, progress: @escaping @Sendable (Int, Int?) -> Void
  ) async throws -> ToolResult {
    guard let found = catalog.first(where: { $0.definition.name == tool }) else {
      let near = NearestWord.to(tool, among: catalog.map(\.definition.name))
      throw MCPError.invalidParameters("There is no such tool\(near.map { "; did you mean '\($0)'?" } ?? ".")")
    }
    try await pace.wait()
    let start = ContinuousClock.now
    let (result, commit) = await answer(found, redactor?.restored(arguments) ?? arguments, progress)
    let size = result.content.reduce(0) { $0 + ($1["text"]?.text?.utf8.count ?? 0) }
    let names =
      if case .object(let members) = arguments { members.map(\.name).joined(separator: ",") } else { "" }
    let spent = start.duration(to: .now)
    log(
      "call tool=\(tool) arguments=\(UntrustedWords.short(names)) bytes=\(size) error=\(result.isError) commit=\(commit) took=\(spent)"
    )
    return redacted(result)
  }

  private func redacted(_ result: ToolResult) -> ToolResult {
    guard let redactor else { return result }
    if let structured = result.structured { return .data(redactor.redacted(structured)) }
    var result = result
    result.content = result.content.map(redactor.redacted)
    return result
  }

  private func answer(
    _ tool: any WorkspaceTool, _ arguments: JSONValue, _ progress: @escaping @Sendable (Int, Int?) -> Void
  ) async -> (ToolResult, String) {
    do {
      let call = try ToolCall(tool.definition, arguments)
      let view = try await view()
      let commit = view.state.fieldbook.commit ?? "files"
      do {
        return (try await tool.run(call, view, live, progress: progress), commit)
      } catch let problem as ToolProblem {
        return (.problem(problem.text), commit)
      } catch let error as FieldbookError {
        return (.problem("\(error.message). \(error.help ?? "")"), commit)
      }
    } catch let problem as ToolProblem {
      return (.problem(problem.text), "none")
    } catch {
      return (.problem("The tool failed."), "none")
    }
  }

  // MARK: Resources

  /// A page of addresses: the index, the compact context of each customer, then the reports.
  package func resources(cursor: String?) async throws -> FeaturePage {
    let view = try await viewOrError()
    let all = ResourceCatalog(view).all
    let place = PageCursor("resources", view.state.asOf, String(view.state.serial))
    var offset = 0
    if let cursor {
      guard let found = place.offset(cursor), found <= all.count else {
        throw MCPError.invalidParameters("The cursor expired; list again.")
      }
      offset = found
    }
    let end = min(all.count, offset + 100)
    let items = all[offset..<end].map { ResourceCatalog(view).json($0) }
    return FeaturePage(items, nextCursor: end < all.count ? place.text(end) : nil)
  }

  /// Forms of addresses.
  package func templates() async throws -> [JSONValue] { ResourceCatalog.templates.map(\.json) }

  /// What lies at an address; nil when nothing does.
  package func read(_ uri: String) async throws -> [JSONValue]? {
    guard let address = ResourceAddress(uri) else { return nil }
    let view = try await viewOrError()
    do throws(ToolProblem) {
      let contents = try ResourceReading(view: view).contents(address, uri: uri)
      return contents?.map { redactor?.redacted($0) ?? $0 }
    } catch {
      return nil
    }
  }

  // MARK: Prompts

  /// All of them, in a fixed order.
  package func prompts() async throws -> [JSONValue] { PromptCatalog.all.map(\.json) }

  /// The messages of a prompt.
  package func prompt(
    _ name: String, _ arguments: [String: String]
  ) async throws -> (messages: [JSONValue], description: String) {
    guard let prompt = PromptCatalog.all.first(where: { $0.name == name }) else {
      throw MCPError.invalidParameters("There is no such prompt.")
    }
    for argument in prompt.arguments where argument.isRequired && arguments[argument.name]?.isEmpty ?? true {
      throw MCPError.invalidParameters("The argument '\(argument.name)' is missing.")
    }
    for name in arguments.keys.sorted() where !prompt.arguments.contains(where: { $0.name == name }) {
      throw MCPError.invalidParameters("The prompt has no argument '\(UntrustedWords.short(name))'.")
    }
    let view = try await viewOrError()
    do throws(ToolProblem) {
      let messages = try PromptWriter(view: view).messages(prompt, arguments)
      return (messages.map { redactor?.redacted($0) ?? $0 }, prompt.words)
    } catch {
      throw MCPError.invalidParameters(error.text)
    }
  }

  // MARK: Completion

  /// What may be said for an argument of a prompt or a part of an address.
  package func complete(
    _ reference: CompletionReference, argument: String, value: String, given: [String: String]
  ) async throws -> CompletionValues? {
    let names: [String]
    switch reference {
    case .prompt(let name):
      guard let prompt = PromptCatalog.all.first(where: { $0.name == name }) else { return nil }
      names = prompt.arguments.map(\.name)
    case .template(let uri):
      guard let template = ResourceCatalog.templates.first(where: { $0.uri == uri }) else { return nil }
      names = template.variables
    }
    guard names.contains(argument) else { return nil }
    let view = try await viewOrError()
    let all = Completions(view: view).values(argument, reference, given)
    let wanted = value.lowercased()
    let first = all.filter { $0.lowercased().hasPrefix(wanted) }
    let rest = all.filter { !$0.lowercased().hasPrefix(wanted) && $0.lowercased().contains(wanted) }
    return CompletionValues(first + rest)
  }
}

/// Keeps what was made of the newest state, so that the next question finds it.
private final class ViewShelf: Sendable {
  private let newest = Mutex<(serial: Int, view: WorkspaceView)?>(nil)

  func view(_ state: LiveState) -> WorkspaceView {
    newest.withLock { newest in
      if let newest, newest.serial == state.serial { return newest.view }
      let view = WorkspaceView(state)
      newest = (state.serial, view)
      return view
    }
  }
}
