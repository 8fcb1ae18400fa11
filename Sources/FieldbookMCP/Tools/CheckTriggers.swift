internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import WorkspaceModel

/// Lists alerts that rules fired.
struct CheckTriggers: WorkspaceTool {
  let definition = ToolDefinition(
    name: "check_triggers", title: "Alerts of rules",
    words: "Alerts that rules of the workspace fired, newest first, with what made them fire and what they ask for.",
    parameters: [
      ToolDefinition.customer(), ToolParameter("rule", .text, "Rule id, such as churn_risk."),
      ToolParameter("since", .day, "Only alerts of this day or later."),
    ] + ToolDefinition.paging, output: ToolDefinition.list)

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let customer = try view.customer(call)
    let since = call.day("since")
    if let rule = call.text("rule") { try check(rule, view) }
    let rule = call.text("rule")
    let found = view.workspace.alerts.filter { alert in
      if let customer, Self.customer(alert) != customer { return false }
      if let rule, alert.rule != rule { return false }
      if let since { return alert.firedAt.map { view.packs.day(of: $0) >= since } ?? false }
      return true
    }.sorted {
      let (one, two) = ($0.firedAt?.seconds ?? .min, $1.firedAt?.seconds ?? .min)
      return one == two ? $0.source.path < $1.source.path : one > two
    }
    return try view.list(call, total: found.count, budget: 5000) { Self.json(found[$0], view) }
  }

  private func check(_ rule: String, _ view: WorkspaceView) throws(ToolProblem) {
    let known = view.workspace.ruleFiles.flatMap { $0.rules.map(\.id) }
    if known.contains(rule) || view.workspace.alerts.contains(where: { $0.rule == rule }) { return }
    let near = NearestWord.to(rule, among: known).map { "; did you mean '\($0)'?" } ?? ""
    throw ToolProblem("No rule '\(UntrustedWords.short(rule))'\(near). Known: \(known.joined(separator: ", ")).")
  }

  /// The customer that an alert is about.
  static func customer(_ alert: Alert) -> String? { alert.subject.map { String($0.prefix { $0 != "/" }) } }

  /// One alert.
  static func json(_ alert: Alert, _ view: WorkspaceView) -> JSONValue {
    .members(
      ("uri", .string(ResourceAddress.trigger(alert.slug).uri)), ("rule", alert.rule.map(JSONValue.string)),
      ("severity", alert.severity.map { .string($0.rawValue) }), ("state", alert.state.map { .string($0.rawValue) }),
      ("customer", customer(alert).map(JSONValue.string)), ("fired_at", alert.firedAt.map { .string($0.iso) }),
      ("actions", .array(alert.actions.map { .string(UntrustedText.line($0)) })),
      ("evidence", .array(view.uris(alert.evidence.map { RepoPath($0.path) }))),
      (
        "untrusted_text",
        ToolResultMaker.untrusted(("title", alert.title), ("because", view.packs.because(alert)))
      ))
  }
}
