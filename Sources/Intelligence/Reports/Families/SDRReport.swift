/// What a development representative reads in the morning.
package struct SDRReport: Report {
  /// As definitions name it.
  package let id = "sdr"

  /// A report to generate.
  package init() {}

  /// Leads, first touches, follow-ups, rates, meetings, what became of leads, suppression.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.newLeads(),
      reading.firstTouch(),
      reading.sequencesDue(),
      reading.touchRates(),
      reading.meetingOutcomes(),
      reading.acceptedReturned(),
      reading.suppression(),
      reading.tomorrow(),
    ]
  }
}
