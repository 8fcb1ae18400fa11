package import WorkspaceModel

/// A kind of report that can be computed.
package protocol Report: Sendable {
  /// As definitions name it: "ae".
  var id: String { get }
  /// Every section that definitions may ask for.
  func sections(_ reading: ReportReading) -> [SectionData]
  /// Whether it tells what the checks found.
  var readsFindings: Bool { get }
}

extension Report {
  /// Most do not.
  package var readsFindings: Bool { false }

  /// Computes the report from what an audience may know of.
  package func generate(_ request: ReportRequest, _ visible: VisibleWorkspace) -> ReportData {
    generate(request, ReportSources(visible, clock: request.clock))
  }

  /// Computes the report from sources that other reports share.
  package func generate(_ request: ReportRequest, _ sources: ReportSources) -> ReportData {
    let reading = ReportReading(request, sources)
    return reading.data(sections(reading))
  }
}
