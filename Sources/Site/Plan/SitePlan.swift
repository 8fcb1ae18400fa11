internal import Diagnostics
internal import Intelligence
internal import WorkspaceModel

/// All pages of a site, decided before the first one is rendered.
struct SitePlan: Sendable {
  /// In order of address.
  let pages: [PlannedPage]
  /// The addresses of all pages.
  let addresses: Set<String>
  /// Names of folders and pages at the top of the site, in order.
  let tops: [String]
  /// What the sections are called that have a page, by address.
  let sectionNames: [String: String]

  /// Plans every section that has something to show; of two pages for one address the first stands.
  init(_ reading: SiteReading) {
    var planned: [PlannedPage] = []
    planned += reading.homePlan()
    planned += reading.customerPlan()
    planned += reading.dealPlan()
    planned += reading.pipelinePlan()
    planned += reading.toolkitPlan()
    // One reading for the reports and packs of all pages, when the first of them asks.
    let sources = Once { reading.reportSources }
    planned += reading.contextPlan(sources)
    planned += reading.setupPlan(sources)
    planned += reading.changesPlan()
    planned += reading.searchPlan()
    planned += reading.documentPlan()
    var taken: Set<String> = []
    taken.reserveCapacity(planned.count)
    pages = planned.filter { taken.insert($0.address).inserted }.sorted { $0.address < $1.address }
    addresses = taken
    tops = pages.compactMap { page in
      let name = page.address.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
      return !name.isEmpty && page.address.utf8.count == name.count + 2 ? String(Substring(name)) : nil
    }.sorted()
    sectionNames = SectionLayout(reading).names
  }

  /// The file that the page of an address is made from.
  func source(of address: String) -> RepoPath? {
    var (low, high) = (0, pages.count)
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low < pages.count && pages[low].address == address ? pages[low].source : nil
  }
}

extension SiteReading {
  /// The side navigation: the sections that exist, in the order in which a working day needs them.
  func navigation(_ plan: SitePlan, current: SiteSection) -> [NavGroup] {
    let existing = plan.addresses
    func item(_ text: String, _ address: String, _ icon: String, _ section: SiteSection, count: Int = 0) -> NavItem? {
      guard existing.contains(address) else { return nil }
      return NavItem(
        text: text, href: Href(address), icon: icon, isCurrent: section == current,
        countBadge: count > 0 ? String(count) : nil)
    }
    let firing = workspace.alerts.count { $0.state == .firing }
    let groups: [(String?, [NavItem?])] = [
      (
        nil,
        [
          item("Home", "/", "home", .home), item("Changes", "/changes/", "clock", .changes),
          item("Customers", "/customers/", "customers", .customers),
          item("Deals", "/deals/", "deal", .deals), item("Pipeline", "/pipeline/", "pipeline", .pipeline),
          item("Pulse", "/pulse/", "pulse", .pulse, count: firing), item("Reports", "/reports/", "report", .reports),
        ]
      ),
      (
        "Toolkit",
        [
          item("Battlecards", "/toolkit/battlecards/", "battlecard", .battlecards),
          item("Playbooks", "/toolkit/playbooks/", "playbook", .playbooks),
          item("Templates", "/toolkit/templates/", "template", .templates),
          item("Training", "/toolkit/training/", "training", .training),
          item("Security", "/toolkit/security-compliance/", "security", .security),
        ]
      ),
      (
        "Workspace",
        [
          item("People", "/people/", "people", .people), item("Workflows", "/workflows/", "workflow", .workflows),
          item("Rules", "/rules/", "rule", .rules), item("Agents", "/agents/", "agent", .agents),
          item("Integrations", "/integrations/", "integration", .integrations),
          item("Compliance", "/compliance/", "compliance", .compliance), item("Access", "/access/", "access", .access),
          item("Health", "/health/", "health", .health),
        ]
      ),
      ("Pages", pageItems(plan)),
    ]
    return groups.compactMap { title, items in
      let present = items.compactMap(\.self)
      return present.isEmpty ? nil : NavGroup(groupTitle: title, items: present)
    }
  }

  /// Folders and pages at the top that belong to no section.
  private func pageItems(_ plan: SitePlan) -> [NavItem?] {
    let own: Set<String> = [
      "changes", "customers", "deals", "pipeline", "pulse", "reports", "toolkit", "people", "workflows", "rules",
      "agents",
      "integrations", "compliance", "access", "health", "setup", "plans", "context-templates",
      "search",
    ]
    return plan.tops.lazy.filter { !own.contains($0) }.prefix(24).map { top in
      NavItem(
        text: Slug.title(of: top), href: Href("/\(top)/"), icon: "document", isCurrent: false, countBadge: nil)
    }
  }
}
