/// A rule fired on a deal: evidence first.
package struct DealAlertReport: Report {
  /// As definitions name it.
  package let id = "deal_alert"

  /// A report to generate.
  package init() {}

  /// What happened, evidence, the deal, why, play, owner, how to acknowledge.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.happened(), reading.evidence(), reading.dealFacts(), reading.why(), reading.dealPlay(),
      reading.ownerLine(), reading.howToAck(),
    ]
  }
}
