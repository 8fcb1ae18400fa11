internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// What is measured over the visible records and their history, each part once for all pages that ask.
struct SiteMetrics: Sendable {
  private let lazyLives: Once<DealLives>
  private let lazyNumbers: Once<PipelineNumbers>
  private let lazyJourneys: Once<JourneyBook>
  private let lazyHealth: Once<HealthBook>
  private let lazyImpact: Once<BusinessImpact?>
  private let lazyClaims: Once<ClaimBook>
  private let lazyFrozen: Once<[FrozenForecast]>

  /// Nothing is worked out yet; `asked` are the figures that texts ask for.
  init(_ workspace: Workspace, _ timeline: Timeline, clock: MetricClock, asked: AskedFigures) {
    let lives = Once { DealLives(workspace, timeline, clock: clock) }
    lazyLives = lives
    let numbers = Once { PipelineNumbers(workspace, timeline, lives.value) }
    lazyNumbers = numbers
    lazyJourneys = Once { JourneyBook(workspace, timeline, lives.value) }
    let frozen = Once { FrozenForecast.all(workspace, timeline, clock: clock) }
    lazyFrozen = frozen
    lazyImpact = Once {
      numbers.value.lives.map { lives in
        BusinessImpact(
          lives, workspace, timeline, workflows: PipelineNumbers.workflows(lives, workspace),
          frozen: FrozenForecast.byQuarter(frozen.value))
      }
    }
    lazyHealth = Once { HealthBook(workspace, clock: clock) }
    lazyClaims = Once {
      // Whoever asks for nothing need not wait for the lives of all deals.
      asked.isEmpty ? .empty : ClaimBook(asked, workspace, timeline, lives.value)
    }
  }

  /// What is known of deals over time.
  var lives: DealLives { lazyLives.value }
  /// The figures of the pipeline.
  var numbers: PipelineNumbers { lazyNumbers.value }
  /// The same figures quarter by quarter; nil without a deal.
  var impact: BusinessImpact? { lazyImpact.value }
  /// The journeys of customers and deals.
  var journeys: JourneyBook { lazyJourneys.value }
  /// Forecasts that were frozen, beside what history says.
  var frozen: [FrozenForecast] { lazyFrozen.value }
  /// How customers do.
  var health: HealthBook { lazyHealth.value }
  /// The figures that texts ask for.
  var claims: ClaimBook { lazyClaims.value }
}
