package import Diagnostics
package import WorkspaceModel

/// Where on the site every file of the workspace has its page, decided once for all.
package struct SiteAddresses: Sendable {
  /// Page address by file: "/customers/acme/deals/rollout/".
  private var pages: [RepoPath: String] = [:]
  /// Anchor of a file whose page it shares with others.
  private var anchors: [RepoPath: String] = [:]
  private var people: Set<String> = []
  private var customersOfContacts: [String: String] = [:]

  /// Gives every record of a workspace its address; of two that claim one, the second in path order gets a number.
  package init(_ workspace: Workspace) {
    var taken: Set<String> = PageAddress.reserved
    let hasSales = workspace.hasSalesRecords
    for record in workspace.records.sorted(by: { $0.source.path < $1.source.path }) {
      guard record.source.path.isSafeToWrite else { continue }
      let source = record.source
      switch source.kind {
      case .asset: continue
      case .people: pages[source.path] = "/people/"
      case .access, .approvals: pages[source.path] = "/access/"
      case .toolsMap: pages[source.path] = "/agents/"
      case .agents, .claudeAgent:
        guard let file = record as? AgentFile else { continue }
        pages[source.path] = file.agents.count == 1 ? "/agents/\(file.agents[0].name)/" : "/agents/"
      case .integration:
        pages[source.path] = "/integrations/"
        anchors[source.path] = source.slug
      case .triggers where PageAddress.isSharedRules(source.path):
        pages[source.path] = "/rules/"
      default:
        let wanted = PageAddress.wanted(by: source, hasSales: hasSales)
        if Self.isSectionIndex(source, wanted) {
          // A folder's own page is the front of its section, which is planned with the section.
          pages[source.path] = wanted
          continue
        }
        var address = wanted
        var number = 2
        while !taken.insert(address.lowercased()).inserted {
          address = "\(wanted.dropLast())-\(number)/"
          number += 1
        }
        pages[source.path] = address
      }
    }
    people = Set(workspace.people.map(\.id))
    for contact in workspace.contacts { customersOfContacts[contact.id] = contact.customer }
  }

  /// The page of a file.
  package func href(_ path: RepoPath, fragment: String? = nil) -> Href? {
    pages[path].map { Href($0, fragment: fragment ?? anchors[path]) }
  }

  /// Every address that a file has.
  var all: Set<String> { Set(pages.values) }

  /// The page of a customer, by slug.
  func customer(_ slug: String) -> Href? {
    for name in ["profile.md", "profile.yaml", "profile.json", "profile.yml"] {
      if let href = href(RepoPath("customers/\(slug)/\(name)")) { return href }
    }
    return nil
  }

  /// The page of one of us.
  func person(_ id: String) -> Href? { people.contains(id) ? Href("/people/\(id)/") : nil }

  /// A contact's entry on their customer's contacts page.
  func contact(_ id: String) -> Href? {
    customersOfContacts[id].map { Href("/customers/\($0)/contacts/", fragment: id) }
  }

  private static func isSectionIndex(_ source: RecordSource, _ address: String) -> Bool {
    source.kind == .page && PageAddress.reserved.contains(address) && KindOfPath.isIndexName(source.path.nameText)
  }
}
