internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The tables of deals, and a page for every deal.
  func dealPlan() -> [PlannedPage] {
    guard workspace.hasSalesRecords else { return [] }
    let standings = DealStandings(self)
    let table = PlannedPage("/deals/", .deals) { SalesReading(site: $0, standings: standings).dealsPage() }
    return [table]
      + workspace.deals.compactMap { deal in
        addresses.href(deal.source.path).map { href in
          PlannedPage(href.path, .deals, source: deal.source.path) {
            SalesReading(site: $0, standings: standings).dealPage(deal, at: href)
          }
        }
      }
  }
}
