internal import PipelineMetrics
internal import WorkspaceModel

/// The figures of one workflow, or those of all deals.
struct NumbersLane: Sendable {
  /// The id of the workflow; "all" for all deals.
  let id: String
  let title: String
  /// In reading order; each has a page of evidence.
  let groups: [FigureGroup]
  /// What the head of the page tells already; it has a page of evidence and no tiles.
  let lead: FigureGroup?
  /// The open stages in order; empty for all deals.
  let funnel: [StageFigures]
  /// Since the quarter began; nil for all deals.
  let waterfall: PipelineWaterfall?

  /// Figures that belong together and share a page of evidence.
  struct FigureGroup: Sendable {
    /// The last part of the address.
    let slug: String
    let title: String
    let figures: [Figure]
  }

  /// One figure of both quarters.
  struct Figure: Sendable {
    /// What it is called on the page.
    let label: String
    /// Its place on the page of evidence, followed by that of the quarter.
    let anchor: String
    let now: Metric
    /// Nil where the last quarter has no such figure.
    let before: Metric?
  }

  /// What became of visits to one stage.
  struct StageFigures: Sendable {
    let stage: Workflow.Stage
    let conversion: Figure
    let median: Figure
    let mean: Figure
    /// Visits that go on.
    let unfinished: Int
  }
}
