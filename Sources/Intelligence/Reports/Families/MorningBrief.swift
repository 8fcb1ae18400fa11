/// At most one screen in the morning, each line with its reason.
package struct MorningBrief: Report {
  /// As definitions name it.
  package let id = "morning_brief"

  /// A report to generate.
  package init() {}

  /// Meetings, alerts, replies owed, dates, changes, tasks.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    [
      reading.meetingsToday(), reading.alertsToday(), reading.repliesOwed(), reading.datesToday(), reading.overnight(),
      reading.tasksDue(),
    ]
  }
}
