/// One page for the board folder.
package struct CROReport: Report {
  /// As definitions name it.
  package let id = "cro"

  /// A report to generate.
  package init() {}

  /// The number, bridge, conversion, retention, rivals, concentration, decisions.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.number(),
      reading.waterfall(),
      reading.conversion(),
      reading.retention(),
      reading.retentionRates(),
      reading.competitorRates(),
      reading.concentration(),
      reading.decisions(),
    ]
  }
}
