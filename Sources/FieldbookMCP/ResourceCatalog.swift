internal import Diagnostics
internal import FieldbookApp
internal import Intelligence
internal import ModelContextProtocol
internal import WorkspaceModel

/// The addresses that are listed, and the forms of those that are not.
struct ResourceCatalog {
  /// A form of addresses.
  struct Template: Sendable {
    var uri: String
    var name: String
    var words: String
    var type = "text/markdown"
    var variables: [String]

    var json: JSONValue {
      .members(
        ("uriTemplate", .string(uri)), ("name", .string(name)), ("description", .string(words)),
        ("mimeType", .string(type)))
    }
  }

  static let templates = [
    Template(
      uri: "fieldbook://customers/{slug}/context/{tier}", name: "customer-context",
      words: "Context of a customer; tiers are compact, standard (first part) and extended (first part).",
      variables: ["slug", "tier"]),
    Template(
      uri: "fieldbook://customers/{slug}/interactions/{id}", name: "interaction",
      words: "One interaction in full, fenced.", variables: ["slug", "id"]),
    Template(
      uri: "fieldbook://deals/{+id}", name: "deal", words: "One deal; ids are customer/deal.", type: "application/json",
      variables: ["id"]),
    Template(
      uri: "fieldbook://reports/{tier}/{id}", name: "report", words: "A computed report by family and name.",
      variables: ["tier", "id"]),
    Template(
      uri: "fieldbook://triggers/{id}", name: "alert", words: "One alert that a rule fired.", type: "application/json",
      variables: ["id"]),
    Template(
      uri: "fieldbook://agents/{name}", name: "agent", words: "One agent of the workspace.", variables: ["name"]),
    Template(
      uri: "fieldbook://toolkit/{+path}", name: "toolkit-page",
      words: "A page of the sales toolkit, such as battlecards/acme.", variables: ["path"]),
  ]

  let view: WorkspaceView

  init(_ view: WorkspaceView) {
    self.view = view
  }

  /// In a fixed order.
  var all: [ResourceAddress] {
    let customers = view.workspace.customers.map(\.slug).sorted()
    let levels = ["personal", "team", "pulse"]
    return [.workspace] + customers.map { .context(customer: $0, tier: .compact) }
      + levels.filter { level in view.workspace.reports.contains { $0.level?.rawValue == level } }
      .map { .report(level: $0, name: GetReport.standard($0, view)) }
  }

  /// What a list tells of an address.
  func json(_ address: ResourceAddress) -> JSONValue {
    var (name, title, type) = ("workspace", String?.none, "text/markdown")
    var (size, changed) = (Int?.none, Instant?.none)
    switch address {
    case .workspace: type = "application/json"
    case .context(let customer, let tier):
      name = "\(customer)-\(tier.rawValue)"
      title = "Context of \(customer)"
      size = tier == .compact ? view.size(ofCompact: customer) : (try? view.pack(customer, tier))?.text.utf8.count
      changed = view.packs.customer(customer).flatMap { view.state.visible.facts[$0.source.path]?.changedAt }
    case .report(let level, let report):
      name = "\(level)-\(report)"
      title = "Report \(report)"
    default: break
    }
    return .members(
      ("uri", .string(address.uri)), ("name", .string(name)), ("title", title.map(JSONValue.string)),
      ("mimeType", .string(type)), ("size", size.map(JSONValue.integer)),
      ("annotations", changed.map { .members(("lastModified", .string($0.iso))) }))
  }
}

/// Values that arguments of prompts and parts of addresses may have.
struct Completions {
  let view: WorkspaceView

  func values(_ argument: String, _ reference: CompletionReference, _ given: [String: String]) -> [String] {
    switch argument {
    case "customer", "slug": view.workspace.customers.map(\.slug).sorted()
    case "deal": view.deals.wrapped.filter { $0.value.isOpen }.keys.sorted()
    case "owner": view.workspace.people.map(\.id).sorted()
    case "team": Set(view.workspace.people.compactMap(\.team)).sorted()
    case "date": [view.today.iso, view.today.adding(days: 1).iso]
    case "name": view.agents.wrapped.map(\.name)
    case "path":
      view.workspace.records.compactMap { record -> String? in
        if case .toolkit(let path)? = ResourceAddress(record.source.path, view) { path } else { nil }
      }.sorted()
    case "tier":
      path(reference) == "reports" ? ["personal", "team", "pulse"] : ContextTemplate.Tier.allCases.map(\.rawValue)
    case "id": ids(reference, given)
    default: []
    }
  }

  private func ids(_ reference: CompletionReference, _ given: [String: String]) -> [String] {
    switch path(reference) {
    case "deals": view.deals.wrapped.keys.sorted()
    case "triggers": view.workspace.alerts.map(\.slug).sorted()
    case "reports":
      view.workspace.reports.filter { given["tier"] == nil || $0.level?.rawValue == given["tier"] }
        .map(\.source.slug).sorted()
    case "customers": given["slug"].map { view.packs.interactions(of: $0).map(\.slug).sorted() } ?? []
    default: []
    }
  }

  /// The first part of an address: "deals".
  private func path(_ reference: CompletionReference) -> String {
    guard case .template(let uri) = reference else { return "" }
    return String(uri.dropFirst(ResourceAddress.scheme.count).prefix { $0 != "/" })
  }
}
