internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import PipelineMetrics
internal import WorkspaceModel

/// Lists customers with their key figures.
struct ListCustomers: WorkspaceTool {
  let definition = ToolDefinition(
    name: "list_customers", title: "List customers",
    words:
      "Customers with lifecycle, owners, health and open deals. Filter and sort; unknown health is left out of health_below.",
    parameters: [
      ToolParameter(
        "stage", .choice(Customer.Lifecycle.allCases.map(\.rawValue) + Customer.AccountStage.allCases.map(\.rawValue)),
        "Lifecycle or account stage."),
      ToolParameter("owner", .text, "Person id, such as john.smith."),
      ToolParameter("health_below", .whole(1...100), "Only those with a known score below this."),
      ToolParameter("sort", .choice(["name", "health", "updated"]), "Order; by name unless given."),
    ] + ToolDefinition.paging, output: ToolDefinition.list)

  func run(_ call: ToolCall, _ view: WorkspaceView, _ live: LiveWorkspace) async throws -> ToolResult {
    let health = view.health.wrapped
    let stage = call.text("stage")
    let owner = try view.owner(call)
    let limit = call.whole("health_below").map { Fraction($0) }
    var found = view.workspace.customers.filter { customer in
      if let stage, customer.lifecycle?.rawValue != stage, customer.accountStage?.rawValue != stage { return false }
      if let owner, !customer.owners.contains(where: { $0.person == owner }) { return false }
      if let limit { return health[customer.slug]?.score.map { $0 < limit } ?? false }
      return true
    }
    switch call.text("sort") {
    case "health":
      found.sort { left, right in
        let (one, two) = (health[left.slug]?.score, health[right.slug]?.score)
        if one == two { return left.slug < right.slug }
        // The unknown come last: they are neither well nor unwell.
        guard let one else { return false }
        return two.map { one < $0 } ?? true
      }
    case "updated":
      found.sort { left, right in
        let (one, two) = (updated(left, view)?.number ?? .min, updated(right, view)?.number ?? .min)
        return one == two ? left.slug < right.slug : one > two
      }
    default: found.sort { $0.slug < $1.slug }
    }
    return try view.list(call, total: found.count, budget: 4000) { place in
      let customer = found[place]
      let own = ["ae", "csm", "se"].compactMap { customer.owner($0) }.first
      return .members(
        ("slug", .string(customer.slug)), ("lifecycle", customer.lifecycle.map { .string($0.rawValue) }),
        ("stage", customer.accountStage.map { .string($0.rawValue) }), ("owner", own.map(JSONValue.string)),
        ("health", ToolResultMaker.score(health[customer.slug]?.score)),
        ("open_deals", .integer(view.packs.deals(of: customer.slug).count(where: \.isOpen))),
        ("updated", ToolResultMaker.day(updated(customer, view))),
        ("untrusted_text", ToolResultMaker.untrusted(("name", customer.name))))
    }
  }

  private func updated(_ customer: Customer, _ view: WorkspaceView) -> Day? {
    let contact = view.packs.lastTwoWay(customer.slug)
    let change = view.state.visible.facts[customer.source.path].map { view.packs.day(of: $0.changedAt) }
    return [contact, change].compactMap(\.self).max()
  }
}

extension WorkspaceView {
  /// The customer that a call names, if it names one.
  func customer(_ call: ToolCall) throws(ToolProblem) -> String? {
    guard let name = call.text("customer") else { return nil }
    return try customer(name)
  }

  /// The person that a call names, if it names one.
  func owner(_ call: ToolCall) throws(ToolProblem) -> String? {
    guard let name = call.text("owner") else { return nil }
    return try person(name)
  }

  /// The id of one of us.
  func person(_ name: String) throws(ToolProblem) -> String {
    if workspace.people.contains(where: { $0.id == name }) { return name }
    let wanted = name.lowercased()
    let found = workspace.people.filter { $0.name.lowercased() == wanted || $0.id.hasPrefix(wanted) }
    if found.count == 1 { return found[0].id }
    let near = NearestWord.to(name, among: workspace.people.map(\.id))
    throw ToolProblem(
      "Nobody has the id '\(UntrustedWords.short(name))'. "
        + (near.map { "Nearest: \($0)." } ?? "Ids are first name, dot, last name."))
  }
}
