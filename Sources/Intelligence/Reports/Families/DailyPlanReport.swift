/// A draft of what somebody means to do on a day: nothing in it is a promise until they make it theirs.
package struct DailyPlanReport: Report {
  /// As definitions name it.
  package let id = "daily_plan"

  /// A report to generate.
  package init() {}

  /// Meetings, priorities, replies owed, tasks, promised steps, alerts, close dates.
  ///
  /// What only the person can do is theirs alone; priorities and alerts are also those of who reports to them.
  package func sections(_ reading: ReportReading) -> [SectionData] {
    let own = reading.alone
    return [
      own.plannedMeetings(), reading.priorities(), own.repliesOwed(sinceDays: 0), own.plannedTasks(),
      own.promisedSteps(), reading.openAlertsOfPlan(), own.closeDates(),
    ]
  }
}
