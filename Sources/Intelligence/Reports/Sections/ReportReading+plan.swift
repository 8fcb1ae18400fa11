internal import Diagnostics
internal import PipelineMetrics
internal import WorkspaceModel

extension ReportReading {
  /// The day that a plan is for.
  private var planned: Day { period.start }

  /// Meetings of the day, each with the pack that prepares it.
  func plannedMeetings() -> SectionData {
    var section = SectionData(
      "plan_meetings", ["time", "title", "people", "customer", "command"], links: ["customer"],
      none: "no meeting with a customer is on file for \(ChangeFormat.day(planned)); "
        + "calendars that are not connected are not seen")
    for (meeting, _) in meetings({ $0 == planned }) where meeting.outcome != .cancelled {
      let customer = sources.customers[meeting.customer]
      section.add(
        meeting.source.path, links: [customer?.source.path], meeting.occurredAt?.clock,
        qualified(meeting.subject, meeting.customer), externalNames(meeting), customerName(meeting.customer),
        "fieldbook context \(meeting.customer) --tier compact")
    }
    section.limit(12, "meeting")
    return section
  }

  /// Open tasks that are due by the day.
  func plannedTasks() -> SectionData {
    var section = SectionData(
      "plan_tasks", ["due", "title", "priority"], none: "no task is due by \(ChangeFormat.day(planned))")
    for (task, due) in openTasks({ $0 <= planned }) {
      section.add(
        task.source.path, dueWords(due), qualified(task.title, task.customer),
        task.priority.map { "\($0.rawValue) priority" } ?? "no priority")
    }
    section.limit(10, "task")
    return section
  }

  /// Next steps that were promised by the day: their own, and those of their deals that nobody else took.
  func promisedSteps() -> SectionData {
    var section = SectionData(
      "plan_steps", ["due", "text", "title"], none: "no next step is promised by \(ChangeFormat.day(planned))")
    var steps: [(due: Day, deal: Deal, text: String)] = []
    for deal in workspace.deals where deal.isOpen {
      guard let step = deal.nextStep, let due = step.due, due <= planned, isOurs(step.owner ?? deal.owner) else {
        continue
      }
      steps.append((due, deal, step.text))
    }
    for step in steps.sorted(by: { ($0.due, $0.deal.source.path) < ($1.due, $1.deal.source.path) }) {
      section.add(step.deal.source.path, dueWords(step.due), step.text, title(step.deal))
    }
    section.limit(10, "step")
    return section
  }

  /// Alerts that are not resolved, those without an answer first.
  func openAlertsOfPlan() -> SectionData {
    var section = SectionData(
      "plan_alerts", ["title", "because", "severity", "state"], none: "no alert on a record in this scope is open")
    for alert in openAlerts {
      let since = alert.firedAt.map { ", since \(ChangeFormat.day(clock.day(of: $0)))" } ?? ""
      section.add(
        alert.source.path, alertTitle(alert), (values(alert).isEmpty ? "no values noted" : values(alert)) + since,
        alert.severity?.rawValue ?? "unknown severity",
        alert.state == .acknowledged
          ? "acknowledged by \(alert.acknowledgedBy.map { name($0) } ?? "somebody not noted")" : "not answered yet")
    }
    section.limit(6, "alert")
    return section
  }

  /// Deals whose expected close lies in the past or in the week that begins with the day.
  func closeDates() -> SectionData {
    let last = planned.adding(days: 6)
    var section = SectionData(
      "plan_closes", ["date", "title", "amount", "stage"],
      none: "no open deal is expected to close by \(ChangeFormat.day(last))")
    let due = openDeals.compactMap { deal in deal.closeOn.map { (on: $0, deal: deal) } }.filter { $0.on <= last }
    for (on, deal) in due.sorted(by: { ($0.on, $0.deal.source.path) < ($1.on, $1.deal.source.path) }) {
      section.add(
        deal.source.path, on < today ? "\(ChangeFormat.day(on)), past" : ChangeFormat.day(on), title(deal),
        ReportWords.money(deal.amount), stage(deal))
    }
    section.limit(8, "deal")
    return section
  }

  /// "Due 20 Nov 2026, late".
  private func dueWords(_ due: Day) -> String {
    let day = ChangeFormat.day(due)
    if due < today { return "due \(day), late" }
    return due == planned ? "due that day" : "due \(day)"
  }
}
