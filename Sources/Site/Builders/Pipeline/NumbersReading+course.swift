internal import PipelineMetrics
internal import WorkspaceModel

extension NumbersReading {
  /// Whether what was to close did.
  func dates(_ scope: MetricScope) -> Group {
    let (slip, slipThen) = (
      Slippage(lives, during: quarter, scope: scope), Slippage(lives, during: before, scope: scope)
    )
    let (push, pushThen) = (Pushes(lives, during: quarter, scope: scope), Pushes(lives, during: before, scope: scope))
    return Group(
      slug: "dates", title: "Dates kept",
      figures: [
        figure("Slipped", "slippage", slip.count, slipThen.count),
        figure("Slipped by value", "slippage-value", slip.value, slipThen.value),
        figure("Pushes", "pushes", push.count, pushThen.count),
        figure("Days pushed", "days-pushed", push.days, pushThen.days),
      ])
  }

  /// How deals went from stage to stage.
  func moves(_ scope: MetricScope) -> Group {
    let (now, then) = (
      StageMoves(lives, during: quarter, scope: scope), StageMoves(lives, during: before, scope: scope)
    )
    return Group(
      slug: "moves", title: "Moves",
      figures: [
        figure("Stages skipped", "skips", now.skips, then.skips),
        figure("Fell back", "regressions", now.regressions, then.regressions),
      ])
  }

  /// What became of the visits to each stage.
  func funnel(_ workflow: Workflow) -> [NumbersLane.StageFigures] {
    let now = StageFlow.flows(lives, of: workflow, during: quarter)
    let then = StageFlow.flows(lives, of: workflow, during: before)
    return zip(now, then).compactMap { now, then in
      guard let stage = workflow.stage(now.stage) else { return nil }
      func anchor(_ word: String) -> String { "\(now.stage)-\(word)" }
      return NumbersLane.StageFigures(
        stage: stage,
        conversion: figure("Advanced", anchor("advanced"), now.conversion, then.conversion),
        median: figure("Days, median", anchor("median"), now.median, then.median),
        mean: figure("Days, mean", anchor("mean"), now.mean, then.mean), unfinished: now.unfinished)
    }
  }
}
