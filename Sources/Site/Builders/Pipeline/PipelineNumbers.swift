internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

/// The figures of this fiscal quarter and the last: what concerns targets for all deals, the rest for each workflow.
struct PipelineNumbers: Sendable {
  /// The quarter that today lies in; nil where the calendar ends.
  let quarter: MetricPeriod?
  /// The one before it.
  let before: MetricPeriod?
  /// Of all deals, since targets are set for people and not for workflows.
  let target: NumbersLane?
  /// One a workflow that ever had a deal, in the order of workflow files, the built-in workflow last.
  let lanes: [NumbersLane]
  /// What all of them are made from; nil without a deal.
  let lives: DealLives?
  /// By reason and by competitor, over all deals.
  let winLoss: WinLossNumbers?

  /// Works all figures out, by what took effect up to the clock's day.
  init(_ workspace: Workspace, _ timeline: Timeline, _ lives: DealLives) {
    let clock = lives.clock
    quarter = MetricPeriod.quarter(of: clock.day, settings: workspace.settings)
    before = quarter.flatMap { MetricPeriod.quarter(of: $0.eve, settings: workspace.settings) }
    guard let quarter, let before else {
      target = nil
      lanes = []
      self.lives = nil
      winLoss = nil
      return
    }
    guard !lives.lives.isEmpty else {
      target = nil
      lanes = []
      self.lives = nil
      winLoss = nil
      return
    }
    self.lives = lives
    // What the last quarter left open is asked of its last day.
    let past = DealLives(workspace, timeline, clock: clock.atEnd(of: quarter.eve))
    let reading = NumbersReading(lives: lives, past: past, quarter: quarter, before: before, rates: StageRates(lives))
    target = reading.target()
    winLoss = WinLossNumbers(lives, quarter: quarter)
    lanes = Self.workflows(lives, workspace).map { reading.lane($0) }
  }

  /// All of them, that of targets first.
  var all: [NumbersLane] { (target.map { [$0] } ?? []) + lanes }

  /// Workflows that ever had a deal, in the order of their files, the built-in one last.
  static func workflows(_ lives: DealLives, _ workspace: Workspace) -> [Workflow] {
    var found: [String: Workflow] = [:]
    for life in lives.lives where found[life.workflow.workflowID] == nil {
      found[life.workflow.workflowID] = life.workflow
    }
    let files = Set(workspace.workflows.map(\.source.path))
    return found.values.sorted { left, right in
      let (first, second) = (files.contains(left.source.path), files.contains(right.source.path))
      return first != second ? first : left.source.path < right.source.path
    }
  }
}
