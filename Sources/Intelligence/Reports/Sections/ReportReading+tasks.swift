internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// Open tasks of theirs with a due day, the earliest first.
  func openTasks(_ isWanted: (Day) -> Bool) -> [(task: SalesTask, due: Day)] {
    workspace.tasks.compactMap { task -> (task: SalesTask, due: Day)? in
      guard task.status == .open, isOurs(task.owner), let due = task.due, isWanted(due) else { return nil }
      return (task, due)
    }.sorted { ($0.due, $0.task.source.path) < ($1.due, $1.task.source.path) }
  }

  /// Open tasks that are due today or overdue.
  func tasksDue() -> SectionData {
    var section = SectionData("tasks_due", ["due", "title", "owner"], none: "no task is due today or overdue")
    for (task, due) in openTasks({ $0 <= today }) {
      let late = today.days(since: due)
      section.add(
        task.source.path, late > 0 ? "\(ReportWords.count(late, "day")) late:" : "Today:",
        qualified(task.title, task.customer), name(task.owner))
    }
    section.limit(8, "task")
    return section
  }

  /// Meetings, due tasks and promised dates of the next working day, or of the coming seven days in weekly reports.
  func tomorrow() -> SectionData {
    let next = settings.workingTime.workingDay(after: today)
    let last = isDaily ? next : today.adding(days: 7)
    func isWanted(_ day: Day) -> Bool { day > today && day <= last }
    let words = isDaily ? ChangeFormat.day(next) : "the next seven days"
    var section = SectionData("tomorrow", ["time", "date", "title"], none: "nothing is planned or due for \(words)")
    var rows: [(day: Day, time: String, path: RepoPath, title: String)] = []
    for (meeting, on) in meetings(isWanted) {
      rows.append(
        (on, meeting.occurredAt?.clock ?? "meeting", meeting.source.path, qualified(meeting.subject, meeting.customer)))
    }
    for (task, due) in openTasks(isWanted) {
      rows.append((due, "due", task.source.path, qualified(task.title, task.customer)))
    }
    for deal in openDeals {
      if let step = deal.nextStep, let due = step.due, isWanted(due) {
        rows.append((due, "promised", deal.source.path, "\(step.text) (\(title(deal)))"))
      }
    }
    for row in rows.sorted(by: { ($0.day, $0.time, $0.path) < ($1.day, $1.time, $1.path) }) {
      section.add(row.path, row.time, ChangeFormat.day(row.day), row.title)
    }
    section.limit(12, "entry")
    return section
  }

  /// Deals whose close date or next step is today or earlier.
  func datesToday() -> SectionData {
    var section = SectionData(
      "dates_today", ["title", "reason"], none: "no close date or next step of an open deal is due or past")
    for deal in openDeals {
      var reasons: [String] = []
      if let due = deal.nextStep?.due, let text = deal.nextStep?.text, due <= today {
        reasons.append("\(due == today ? "due today" : "\(age(since: due)) late"): \(text)")
      }
      if let close = deal.closeOn, close <= today {
        reasons.append(close == today ? "expected to close today" : "close date \(age(since: close)) past")
      }
      if !reasons.isEmpty { section.add(deal.source.path, title(deal), reasons.joined(separator: "; ")) }
    }
    section.limit(8, "deal")
    return section
  }
}
