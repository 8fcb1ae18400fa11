/// Coverage of a quarter is low.
package struct PipelineAlertReport: Report {
  /// As definitions name it.
  package let id = "pipeline_alert"

  /// A report to generate.
  package init() {}

  /// Coverage, what caused it, what could fill it.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.coverageAlert(),
      reading.causes(),
      reading.candidates(),
    ]
  }
}
