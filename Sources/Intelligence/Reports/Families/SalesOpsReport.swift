/// The state of the workspace itself.
package struct SalesOpsReport: Report {
  /// As definitions name it.
  package let id = "sales_ops"
  /// Data quality is told by them.
  package let readsFindings = true

  /// A report to generate.
  package init() {}

  /// Data quality, synchronisation, stages, forecast error, alerts, adoption, changes.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.dataQuality(),
      reading.sync(),
      reading.stageFlows(),
      reading.forecastError(),
      reading.alertVolume(),
      reading.adoption(),
      reading.setupChanges(),
    ]
  }
}
