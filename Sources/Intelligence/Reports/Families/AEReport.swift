/// What an account executive needs in the morning, or for the talk about the week.
package struct AEReport: Report {
  /// As definitions name it.
  package let id = "ae"

  /// A report to generate.
  package init() {}

  /// Meetings, replies owed, risks, changes, pipeline, what is missing, what closed, what comes.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.meetingsToday(), reading.repliesOwed(), reading.dealsByRisk(), reading.stageChanges(),
      reading.pipeline(), reading.missingCriteria(), reading.singleThreaded(), reading.wonLost(), reading.tomorrow(),
    ]
  }
}
