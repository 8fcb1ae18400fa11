internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import PipelineMetrics
internal import WorkspaceModel

/// Reads what lies at an address.
struct ResourceReading {
  let view: WorkspaceView

  /// The contents; nil when nothing lies there.
  func contents(_ address: ResourceAddress, uri: String) throws(ToolProblem) -> [JSONValue]? {
    switch address {
    case .workspace: return [data(uri, index)]
    case .context(let customer, let tier):
      guard view.packs.customer(customer) != nil else { return nil }
      return [ContentBlock.contents(uri, try context(customer, tier))]
    case .deal(let id): return [data(uri, GetDeal.json(try view.deal(id), view))]
    case .report(let level, let name):
      guard
        let report = view.workspace.reports.first(where: { $0.source.slug == name && $0.level?.rawValue == level })
      else { return nil }
      return [ContentBlock.contents(uri, try text(of: ReportOptions(report.source.slug)))]
    case .trigger(let name):
      guard let alert = view.workspace.alerts.first(where: { $0.slug == name }) else { return nil }
      return [data(uri, CheckTriggers.json(alert, view))]
    case .interaction(let customer, let name):
      let found = view.packs.interactions(of: customer).first { $0.source.path.stem == name }
      return found.map { [ContentBlock.contents(uri, page($0.source, source: "interaction"))] }
    case .agent(let name):
      guard let agent = view.agents.wrapped.first(where: { $0.name == name }) else { return nil }
      return [ContentBlock.contents(uri, self.agent(agent))]
    case .toolkit(let path):
      let found = view.workspace.records.first { record in
        if case .toolkit(path)? = ResourceAddress(record.source.path, view) { true } else { false }
      }
      return found.map { [ContentBlock.contents(uri, page($0.source, source: "toolkit"))] }
    }
  }

  /// A context that fits one answer: whole, or the first part of what belongs to it with the way to the rest.
  private func context(_ customer: String, _ tier: ContextTemplate.Tier) throws(ToolProblem) -> String {
    let pack = try made { try view.pack(customer, tier) }
    if tier == .compact { return pack.text }
    let parts = GetCustomerContext.parts(pack.sections, pack.fence, room: 24_000)
    let more =
      parts.count > 1
      ? "Part 1 of \(parts.count); get_customer_context with tier \(tier.rawValue) and a section gives the rest.\n" : ""
    return "# Context of \(customer), \(tier.rawValue)\n\n\(UntrustedText.rule)\n\(more)\n\(parts.first ?? "")"
  }

  private func text(of wanted: ReportOptions) throws(ToolProblem) -> String {
    try made { try GetReport.text(wanted, view) }
  }

  private func made<Value>(_ make: () throws -> Value) throws(ToolProblem) -> Value {
    do {
      return try make()
    } catch let problem as ToolProblem {
      throw problem
    } catch {
      throw ToolProblem("It cannot be made.")
    }
  }

  private func data(_ uri: String, _ value: JSONValue) -> JSONValue {
    ContentBlock.contents(uri, String(decoding: value.encoded(), as: UTF8.self), type: "application/json")
  }

  /// Fields and text of a record, fenced.
  private func page(_ source: RecordSource, source name: String) -> String {
    var text = ""
    if let fields = source.fields { text += Self.lines(fields, "") + "\n" }
    if let body = source.body { text += String(decoding: body.bytes, as: UTF8.self) }
    var hash = StableHash()
    hash.combine(text.utf8)
    let fence = UntrustedFence(suffix: String(hash.hex.prefix(8)))
    let path = UntrustedText.line(source.path.description)
    return "\(path) · \(view.state.asOf)\n\(UntrustedText.rule)\n\n\(fence.fenced(text, source: name))\n"
  }

  private static func lines(_ node: YAMLNode, _ margin: String) -> String {
    switch node.content {
    case .scalar: return "\(margin)\(node.text ?? "unknown")\n"
    case .sequence(let items):
      return items.map { item in
        item.entries == nil ? "\(margin)- \(item.text ?? "")\n" : "\(margin)-\n" + lines(item, margin + "  ")
      }.joined()
    case .mapping(let entries):
      return entries.map { entry in
        if let text = entry.value.text { return "\(margin)\(entry.key): \(text)\n" }
        return "\(margin)\(entry.key):\n" + lines(entry.value, margin + "  ")
      }.joined()
    }
  }

  private func agent(_ entry: AgentEntry) -> String {
    let agent = entry.definition
    let text = """
      name: \(entry.name)
      category: \(agent?.category ?? "unknown")
      purpose: \(entry.purpose ?? "unknown")
      use when: \(entry.useWhen ?? "somebody asks for it by name")
      tools: \((agent?.tools ?? []).joined(separator: ", "))
      model: \(agent?.model ?? "not set")
      output: \(agent?.output ?? "not set")

      \(agent?.instructions ?? entry.claudeSource?.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
      """
    var hash = StableHash()
    hash.combine(text.utf8)
    let fence = UntrustedFence(suffix: String(hash.hex.prefix(8)))
    return "agent · \(view.state.asOf)\n\(UntrustedText.rule)\n\n\(fence.fenced(text, source: "agent"))\n"
  }

  private var index: JSONValue {
    let workspace = view.workspace
    return .members(
      ("as_of", .string(view.state.asOf)), ("audience", .string(view.state.visible.audience.id)),
      ("currency", .string(workspace.settings.currency)), ("time_zone", .string(workspace.settings.timeZone)),
      (
        "counts",
        .members(
          ("customers", .integer(workspace.customers.count)), ("deals", .integer(workspace.deals.count)),
          ("interactions", .integer(workspace.interactions.count)), ("insights", .integer(workspace.insights.count)),
          ("alerts", .integer(workspace.alerts.count)), ("battlecards", .integer(workspace.battlecards.count)),
          ("playbooks", .integer(workspace.playbooks.count)), ("reports", .integer(workspace.reports.count)))
      ),
      (
        "customers",
        .array(
          workspace.customers.prefix(200).map { customer in
            .members(
              ("slug", .string(customer.slug)),
              ("uri", .string(ResourceAddress.context(customer: customer.slug, tier: .compact).uri)),
              ("untrusted_text", ToolResultMaker.untrusted(("name", customer.name))))
          })
      ),
      (
        "reports",
        .array(
          workspace.reports.compactMap { report in
            report.level.map { .string(ResourceAddress.report(level: $0.rawValue, name: report.source.slug).uri) }
          })
      ))
  }
}
