internal import PipelineMetrics
internal import WorkspaceModel

extension NumbersLane {
  /// The groups that have a page of evidence: those of the tiles, the funnel, and the waterfall.
  var evidenceGroups: [FigureGroup] {
    var all = (lead.map { [$0] } ?? []) + groups
    if !funnel.isEmpty {
      let figures = funnel.flatMap { stage in
        [stage.conversion, stage.median, stage.mean].map { figure in
          Figure(
            label: "\(stage.stage.name): \(figure.label.lowercased())", anchor: figure.anchor, now: figure.now,
            before: figure.before)
        }
      }
      all.append(FigureGroup(slug: "stages", title: "Stages", figures: figures))
    }
    if let waterfall {
      let figures = waterfall.lines.map { line, metric in
        Figure(label: line.title, anchor: line.rawValue, now: metric, before: nil)
      }
      all.append(FigureGroup(slug: "waterfall", title: "Waterfall", figures: figures))
    }
    return all
  }

  /// A figure by its group and anchor.
  func figure(_ slug: String, _ anchor: String) -> Figure? {
    ((lead.map { [$0] } ?? []) + groups).first { $0.slug == slug }?.figures.first { $0.anchor == anchor }
  }
}
