internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The table of customers, and a page for every record of their folders but deals.
  func customerPlan() -> [PlannedPage] {
    guard workspace.hasSalesRecords || !workspace.contactLists.isEmpty || !workspace.interactions.isEmpty else {
      return []
    }
    let standings = DealStandings(self)
    var pages = [
      PlannedPage("/customers/", .customers) { SalesReading(site: $0, standings: standings).customersPage() }
    ]
    func add(
      _ record: any WorkspaceRecord, model: @escaping @Sendable (SalesReading, Href) -> any PageModel
    ) {
      guard let href = addresses.href(record.source.path) else { return }
      pages.append(
        PlannedPage(href.path, .customers, source: record.source.path) {
          model(SalesReading(site: $0, standings: standings), Href(href.path))
        })
    }
    func addTable(_ href: Href, model: @escaping @Sendable (SalesReading) -> TablePage) {
      pages.append(PlannedPage(href.path, .customers) { model(SalesReading(site: $0, standings: standings)) })
    }
    let files = otherFiles()
    for customer in workspace.customers {
      let own = files[customer.slug] ?? []
      add(customer) { $0.customerPage(customer, at: $1, files: own) }
      guard addresses.href(customer.source.path) != nil else { continue }
      if let interactions = index.interactionsOf[customer.slug], !interactions.isEmpty {
        addTable(SalesReading.interactionsPage(customer.slug)) { $0.interactionsPage(customer, interactions) }
      }
      if customer.lifecycle == .customer {
        addTable(SalesReading.healthPage(customer.slug)) { $0.healthPartsPage(customer) }
      }
    }
    for slug in customersWithJourney {
      pages.append(
        PlannedPage(SalesReading.gatesAddress(slug), .customers) {
          SalesReading(site: $0, standings: standings).gatesPage(slug)
        })
    }
    for list in workspace.contactLists { add(list) { sales, _ in sales.contactsPage(list) } }
    for (_, interactions) in index.interactionsOf.sorted(by: { $0.key < $1.key }) {
      for (place, interaction) in interactions.enumerated() {
        add(interaction) { $0.interactionPage(interaction, at: $1, place: place, in: interactions) }
      }
    }
    for insight in workspace.insights { add(insight) { $0.insightPage(insight, at: $1) } }
    for task in workspace.tasks { add(task) { $0.taskPage(task, at: $1) } }
    for table in workspace.tables where table.source.kind == .usage || table.source.kind == .billing {
      guard let customer = table.customer else { continue }
      add(table) { sales, _ in sales.seriesPage(table, customer: customer) }
    }
    return pages
  }

  /// Those who have a deal, or are on their way to one.
  private var customersWithJourney: [String] {
    let own = workspace.customers.filter { customer in
      addresses.href(customer.source.path) != nil
        && !(customer.lifecycle == .partner && index.dealsOf[customer.slug] == nil)
    }
    return Set(own.map(\.slug) + workspace.deals.map(\.customer)).filter(Slug.isValid).sorted()
  }

  /// Records of customers' folders that no section of their page shows, by customer, in order of path.
  private func otherFiles() -> [String: [any WorkspaceRecord]] {
    var files: [String: [any WorkspaceRecord]] = [:]
    func add(_ record: any WorkspaceRecord) {
      let parts = record.source.path.components
      guard parts.count >= 3, parts[0].elementsEqual("customers".utf8) else { return }
      files[String(decoding: parts[1], as: UTF8.self), default: []].append(record)
    }
    for record in workspace.pages { add(record) }
    for record in workspace.tables { add(record) }
    for record in workspace.contactLists { add(record) }
    for record in workspace.plainFiles { add(record) }
    return files.mapValues { $0.sorted { $0.source.path < $1.source.path } }
  }
}
