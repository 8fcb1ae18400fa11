package import Diagnostics
package import Intelligence
internal import PipelineMetrics
internal import Site
package import WorkspaceModel

/// A report that was computed, with its text.
package struct ComputedReport: Sendable {
  package var definition: ReportDefinition
  package var data: ReportData
  /// What the template asks for and the data does not know.
  package var findings: [Diagnostic]
  let template: ReportTemplate
  /// What the metrics come to that the template asks for by name.
  let figures: @Sendable ([MetricQuery]) -> LiveFigures
  /// The day that it is told for.
  package var day: WorkspaceModel.Day
  /// How long all steps took, from reading files on.
  package var timings: Timings
  /// The days that it is about.
  let period: MetricPeriod

  /// The text with a heading, links relative to a folder of the workspace.
  package func markdown(in folder: RepoPath = .root) -> String {
    "# \(definition.title)\n\n\(text(in: folder))"
  }

  /// The text with its figures, as they are at this moment: a report is kept as it was told.
  func text(in folder: RepoPath = .root) -> String {
    FigureText.told(template.markdown(data, in: folder).text, figures: figures)
  }

  /// A page that stands by itself.
  package var html: String { ReportHTML.page(text(), title: definition.title) }

  /// The data alone.
  package var json: JSONValue { data.json }
}
