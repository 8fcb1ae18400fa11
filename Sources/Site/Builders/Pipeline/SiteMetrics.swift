internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// What is measured over the visible records and their history, each part once for all pages that ask.
struct SiteMetrics: Sendable {
  private let lazyNumbers: Once<PipelineNumbers>
  private let lazyHealth: Once<HealthBook>

  /// Nothing is worked out yet.
  init(_ workspace: Workspace, _ timeline: Timeline, clock: MetricClock) {
    lazyNumbers = Once { PipelineNumbers(workspace, timeline, clock: clock) }
    lazyHealth = Once { HealthBook(workspace, clock: clock) }
  }

  /// The figures of the pipeline.
  var numbers: PipelineNumbers { lazyNumbers.value }
  /// How customers do.
  var health: HealthBook { lazyHealth.value }
}
