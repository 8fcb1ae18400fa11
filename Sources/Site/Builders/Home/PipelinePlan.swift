internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The boards of open deals with the forecast.
  func pipelinePlan() -> [PlannedPage] {
    guard workspace.hasSalesRecords else { return [] }
    let standings = DealStandings(self)
    return [
      PlannedPage("/pipeline/", .pipeline) { site in
        SalesReading(site: site, standings: standings).pipelinePage(PipelineBoards(site))
      }
    ]
  }
}
