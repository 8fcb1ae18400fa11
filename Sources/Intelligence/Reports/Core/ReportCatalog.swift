internal import Diagnostics
package import WorkspaceModel

/// All reports, by the names that definitions and commands use.
package enum ReportCatalog {
  /// In the order in which people are told of them.
  package static let all: [any Report] = [
    AEReport(), SDRReport(), SEReport(), CSMReport(), VPSalesReport(), CROReport(), CFOReport(), SalesOpsReport(),
    MorningBrief(), DailyPlanReport(), DealAlertReport(), HealthAlertReport(), CompetitiveAlertReport(),
    PipelineAlertReport(),
  ]

  /// The report of an id.
  package static func report(_ id: String) -> (any Report)? { all.first { $0.id == id } }

  /// The definition that a name stands for: a file's name, or the id of a report whose first definition is meant.
  package static func definition(_ name: String, in workspace: Workspace) -> ReportDefinition? {
    let folded = folded(name)
    return workspace.reports.first { Self.folded($0.source.slug) == folded }
      ?? workspace.reports.first { Self.folded($0.report) == folded }
  }

  /// The names that ``definition(_:in:)`` knows.
  package static func names(in workspace: Workspace) -> [String] {
    workspace.reports.reduce(into: []) { names, report in
      for name in [report.report, report.source.slug] where !names.contains(name) { names.append(name) }
    }
  }

  /// The name that a misspelt one most likely stands for.
  package static func nearest(to name: String, in workspace: Workspace) -> String? {
    NearestWord.to(name, among: names(in: workspace))
  }

  private static func folded(_ name: String) -> String { String(name.lowercased().map { $0 == "-" ? "_" : $0 }) }
}
