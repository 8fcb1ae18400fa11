internal import WorkspaceModel

extension SiteReading {
  /// The morning brief; nothing for a plain folder of pages, which gets another front page.
  func homePlan() -> [PlannedPage] {
    guard workspace.hasSalesRecords else { return [] }
    let standings = DealStandings(self)
    return [
      PlannedPage("/", .home) { site in
        SalesReading(site: site, standings: standings).homePage(PipelineBoards(site))
      }
    ]
  }
}
