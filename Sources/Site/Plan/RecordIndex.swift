internal import Diagnostics
internal import WorkspaceModel

/// Records by what pages look them up by; built once, every list in its final order.
struct RecordIndex: Sendable {
  let people: [String: TeamMember]
  let contacts: [String: Contact]
  let customers: [String: Customer]
  let contactsOf: [String: [Contact]]
  /// Open deals first, then by close date.
  let dealsOf: [String: [Deal]]
  /// Newest first.
  let interactionsOf: [String: [Interaction]]
  let insightsOf: [String: [Insight]]
  let tasksOf: [String: [SalesTask]]
  let battlecards: [String: Battlecard]
  let playbooks: [String: Playbook]
  /// Alerts by customer slug, newest first.
  let alertsOf: [String: [Alert]]
  private(set) var records: [RepoPath: any WorkspaceRecord]
  /// The files of each customer's folder that are records.
  let filesOf: [String: [RecordSource]]
  /// Deals by "customer/deal".
  let deals: [String: Deal]
  /// Open deals that name a competitor, by battlecard slug.
  let dealsAgainst: [String: [Deal]]

  init(_ workspace: Workspace) {
    people = Self.byKey(workspace.people, \.id)
    contacts = Self.byKey(workspace.contacts, \.id)
    customers = Self.byKey(workspace.customers, \.slug)
    battlecards = Self.byKey(workspace.battlecards, \.slug)
    playbooks = Self.byKey(workspace.playbooks, \.slug)
    contactsOf = Dictionary(grouping: workspace.contacts, by: \.customer)
    let dealOrder: (Deal, Deal) -> Bool = { left, right in
      if left.isOpen != right.isOpen { return left.isOpen }
      let (first, second) = (left.closedOn ?? left.closeOn, right.closedOn ?? right.closeOn)
      if first != second {
        guard let first else { return false }
        guard let second else { return true }
        return left.isOpen ? first < second : first > second
      }
      return left.source.path < right.source.path
    }
    dealsOf = Dictionary(grouping: workspace.deals, by: \.customer).mapValues { $0.sorted(by: dealOrder) }
    interactionsOf = Dictionary(grouping: workspace.interactions, by: \.customer).mapValues { list in
      list.sorted { left, right in
        if left.occurredAt != right.occurredAt {
          guard let first = left.occurredAt else { return false }
          guard let second = right.occurredAt else { return true }
          return first > second
        }
        return left.source.path < right.source.path
      }
    }
    insightsOf = Dictionary(grouping: workspace.insights, by: \.customer)
    tasksOf = Dictionary(grouping: workspace.tasks.filter { $0.customer != nil }) { $0.customer ?? "" }
    alertsOf = Dictionary(grouping: workspace.alerts) { alert in
      alert.subject?.split(separator: "/").first.map(String.init) ?? ""
    }.mapValues {
      $0.sorted { ($0.firedAt?.seconds ?? 0, $1.source.path) > ($1.firedAt?.seconds ?? 0, $0.source.path) }
    }
    var byPath: [RepoPath: any WorkspaceRecord] = [:]
    for record in workspace.records { byPath[record.source.path] = record }
    records = byPath
    var files: [String: [RecordSource]] = [:]
    for record in workspace.records {
      let parts = record.source.path.components
      guard parts.count >= 3, parts[0].elementsEqual("customers".utf8) else { continue }
      files[String(decoding: parts[1], as: UTF8.self), default: []].append(record.source)
    }
    filesOf = files
    deals = Dictionary(workspace.deals.map { ("\($0.customer)/\($0.slug)", $0) }) { first, _ in first }
    var against: [String: [Deal]] = [:]
    for deal in workspace.deals.sorted(by: dealOrder) {
      for competitor in deal.competitors { against[competitor, default: []].append(deal) }
    }
    dealsAgainst = against
  }

  /// The same with another text of a record; lists go on holding it as it was, which shows in none of them.
  func telling(_ record: any WorkspaceRecord) -> RecordIndex {
    var index = self
    index.records[record.source.path] = record
    return index
  }

  private static func byKey<Value>(_ values: [Value], _ key: (Value) -> String) -> [String: Value] {
    Dictionary(values.map { (key($0), $0) }) { first, _ in first }
  }
}
