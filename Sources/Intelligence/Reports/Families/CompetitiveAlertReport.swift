/// Somebody outside named a rival.
package struct CompetitiveAlertReport: Report {
  /// As definitions name it.
  package let id = "competitive_alert"

  /// A report to generate.
  package init() {}

  /// Who was named, the card, our record.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.named(),
      reading.card(),
      reading.record(),
    ]
  }
}
