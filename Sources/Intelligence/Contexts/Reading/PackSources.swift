package import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// What the packs of all customers read, put in order once for a moment of the workspace.
package struct PackSources: Sendable {
  /// What reports of the same moment read.
  package let reports: ReportSources
  let dealsOf: [String: [Deal]]
  let insightsOf: [String: [Insight]]
  let tasksOf: [String: [SalesTask]]
  let alertsOf: [String: [Alert]]
  let contactsOf: [String: [Contact]]
  let pagesOf: [String: [Page]]
  /// Records with a history, by the customer whose folder they lie in.
  let chronicled: [String: [RepoPath]]
  let battlecards: [String: Battlecard]
  let playbooks: [String: Playbook]
  let templates: [ContextTemplate.Tier: PackTemplate]

  /// Puts a workspace in order on top of what reports read.
  package init(_ reports: ReportSources) {
    self.reports = reports
    let workspace = reports.workspace
    dealsOf = Dictionary(grouping: workspace.deals, by: \.customer)
    insightsOf = Dictionary(grouping: workspace.insights, by: \.customer)
    tasksOf = Dictionary(grouping: workspace.tasks.filter { $0.customer != nil }) { $0.customer ?? "" }
    alertsOf = Dictionary(grouping: workspace.alerts.filter { $0.subject != nil }) { alert in
      String((alert.subject ?? "").prefix { $0 != "/" })
    }
    contactsOf = Dictionary(grouping: workspace.contacts, by: \.customer)
    pagesOf = Dictionary(grouping: workspace.pages) { Self.customer(of: $0.source.path) ?? "" }
    var chronicled: [String: [RepoPath]] = [:]
    for path in reports.events.keys.sorted() {
      if let customer = Self.customer(of: path) { chronicled[customer, default: []].append(path) }
    }
    self.chronicled = chronicled
    battlecards = Dictionary(workspace.battlecards.map { ($0.slug, $0) }) { first, _ in first }
    playbooks = Dictionary(workspace.playbooks.map { ($0.slug, $0) }) { first, _ in first }
    templates = Dictionary(
      uniqueKeysWithValues: ContextTemplate.Tier.allCases.map { ($0, PackTemplate.of($0, workspace)) })
  }

  /// The customer whose folder holds a path.
  package static func customer(of path: RepoPath) -> String? {
    let parts = path.components
    guard parts.count >= 3, parts[0].elementsEqual("customers".utf8) else { return nil }
    return String(decoding: parts[1], as: UTF8.self)
  }

  /// Slugs in order.
  package var customers: [String] { reports.workspace.customers.map(\.slug) }

  /// The slug that somebody means: a slug, a name, or the beginning of just one of either.
  package func customer(named name: String) -> String? {
    if reports.customers[name] != nil { return name }
    let wanted = name.lowercased()
    if wanted.isEmpty { return nil }
    let all = reports.workspace.customers
    if let exact = all.first(where: { $0.name.lowercased() == wanted }) { return exact.slug }
    let found = all.filter { $0.slug.hasPrefix(wanted) || $0.name.lowercased().hasPrefix(wanted) }
    return found.count == 1 ? found[0].slug : nil
  }

  /// Up to three slugs that look like a name.
  package func customers(like name: String) -> [String] {
    let wanted = name.lowercased()
    var found = customers.filter { $0.hasPrefix(wanted) }
    if let nearest = NearestWord.to(wanted, among: customers), !found.contains(nearest) { found.append(nearest) }
    if found.count < 3 { found += customers.filter { $0.contains(wanted) && !found.contains($0) } }
    if found.count < 3, let first = wanted.first {
      found += customers.filter { $0.first == first && !found.contains($0) }
    }
    return Array(found.prefix(3))
  }
}
