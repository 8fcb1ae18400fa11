internal import Diagnostics
internal import WorkspaceModel

/// A feed that will be made: whose, and of which commits.
struct FeedPlan: Sendable {
  /// The page that it belongs to, whose head names it: "/customers/acme/".
  let page: String
  /// "Changes at Norrvik Foods".
  let title: String
  /// Commits that touched the scope, newest first, fifty at most.
  let commits: [Int]
  /// Customers whose records are in the scope; nil for all.
  let customers: Set<String>?
  /// Records that are in the scope by themselves.
  let records: Set<RepoPath>

  /// Where it goes, below the root of the site.
  var path: String { "\(page.dropFirst())feed.xml" }

  /// Whether a record is what the feed is about.
  func covers(_ record: RecordHistory) -> Bool {
    guard let customers else { return true }
    if records.contains(record.path) { return true }
    return ChangesIndex.customer(of: record).map(customers.contains) ?? false
  }

  /// The tag that makes a feed known to readers.
  func link(root: String) -> String {
    "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(PageEscape.escaped(title))\" "
      + "href=\"\(PageEscape.escaped(root + AssetAddress.encoded(RepoPath(path))))\">\n"
  }
}

extension SiteReading {
  /// The feed of the workspace, of every customer and of everybody who owns accounts or deals.
  func feedPlan(_ plan: SitePlan) -> [FeedPlan] {
    guard !changes.isEmpty else { return [] }
    let pages = plan.addresses
    let newest = Array(changes.timeline.commits.indices.suffix(50).reversed())
    var feeds = [
      FeedPlan(
        page: "/", title: "Changes in \(workspace.settings.name)", commits: newest, customers: nil, records: [])
    ]
    for (slug, commits) in changes.ofCustomer.sorted(by: { $0.key < $1.key }) {
      guard let page = addresses.customer(slug)?.path, pages.contains(page), page != "/" else { continue }
      feeds.append(
        FeedPlan(
          page: page, title: "Changes at \(customerName(slug))", commits: commits.suffix(50).reversed(),
          customers: [slug], records: []))
    }
    return feeds + ownerFeeds(pages)
  }

  private func ownerFeeds(_ pages: Set<String>) -> [FeedPlan] {
    var customers: [String: Set<String>] = [:]
    var deals: [String: Set<RepoPath>] = [:]
    for customer in workspace.customers {
      for owner in customer.owners { customers[owner.person, default: []].insert(customer.slug) }
    }
    for deal in workspace.deals {
      if let owner = deal.owner { deals[owner, default: []].insert(deal.source.path) }
    }
    return Set(customers.keys).union(deals.keys).sorted().compactMap { id in
      guard let page = addresses.person(id)?.path, pages.contains(page) else { return nil }
      let (accounts, own) = (customers[id] ?? [], deals[id] ?? [])
      var commits = Set(accounts.flatMap { changes.ofCustomer[$0] ?? [] })
      for path in own {
        guard let place = changes.record(at: path) else { continue }
        commits.formUnion(changes.timeline.records[place].versions.map(\.commit))
      }
      guard !commits.isEmpty else { return nil }
      return FeedPlan(
        page: page, title: "Changes for \(personName(id))", commits: commits.sorted().suffix(50).reversed(),
        customers: accounts, records: own)
    }
  }
}
