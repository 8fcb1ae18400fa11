/// Pilots, objections and reviews of a solutions engineer.
package struct SEReport: Report {
  /// As definitions name it.
  package let id = "se"

  /// A report to generate.
  package init() {}

  /// Pilots, objections, reviews, demos, risks, requests, handovers.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.pilots(),
      reading.objections(),
      reading.securityReviews(),
      reading.demos(),
      reading.integrationRisks(),
      reading.productRequests(),
      reading.handoverDue(),
    ]
  }
}
