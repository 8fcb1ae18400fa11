internal import Diagnostics
internal import WorkspaceModel

extension SiteReading {
  /// The figures of the quarter with the boards of open deals, and a page of evidence for every group of figures.
  func pipelinePlan() -> [PlannedPage] {
    guard workspace.hasSalesRecords else { return [] }
    let standings = DealStandings(self)
    let sales = SalesReading(site: self, standings: standings)
    let evidence = metrics.numbers.all.flatMap { lane in
      lane.evidenceGroups.map { group in
        PlannedPage(sales.evidenceAddress(lane, group.slug), .pipeline) { site in
          SalesReading(site: site, standings: standings).evidencePage(group, of: lane, site.metrics.numbers)
        }
      }
    }
    let impact = metrics.numbers.lanes.map { lane in
      PlannedPage(sales.impactEvidence(lane.id), .pipeline) { site in
        SalesReading(site: site, standings: standings).impactEvidencePage(lane.id)
      }
    }
    let outcomes = (metrics.numbers.winLoss?.comparisons ?? []).map { comparison in
      PlannedPage(sales.winLossAddress(comparison.feature), .pipeline) { site in
        SalesReading(site: site, standings: standings).winLossEvidencePage(comparison)
      }
    }
    let forecasts = workspace.forecasts.compactMap { forecast in
      addresses.href(forecast.source.path).map { page in
        PlannedPage(page.path, .pipeline, source: forecast.source.path) { site in
          SalesReading(site: site, standings: standings).forecastPage(forecast)
        }
      }
    }
    let told = metrics.numbers.winLoss.map { winLoss in
      PlannedPage(SalesReading.outcomesAddress, .pipeline) { site in
        SalesReading(site: site, standings: standings).outcomesPage(winLoss)
      }
    }
    return [
      PlannedPage("/pipeline/", .pipeline) { site in
        SalesReading(site: site, standings: standings).pipelinePage(PipelineBoards(site))
      },
      PlannedPage("/pipeline/impact/", .pipeline) { site in
        SalesReading(site: site, standings: standings).impactPage()
      },
      PlannedPage(sales.forecastEvidence, .pipeline) { site in
        SalesReading(site: site, standings: standings).forecastEvidencePage()
      },
    ] + evidence + impact + outcomes + (told.map { [$0] } ?? []) + forecasts + claimPages(standings)
  }
}
