internal import Diagnostics
package import WorkspaceModel

/// Who has a plan for today or for the next working day.
package struct CurrentPlans: Sendable {
  /// With a plan / those whose plans can be seen at all.
  package let share: Metric

  /// Plans belong to one person each: `readers` are those whose plans are not hidden here.
  package init(_ workspace: Workspace, on today: Day, readers: Set<String>) {
    let next = workspace.settings.workingTime.workingDay(after: today)
    var evidence = Evidence()
    for person in workspace.people where person.status != .left && readers.contains(person.id) {
      let plan = workspace.dailyPlans.first { $0.person == person.id && ($0.day == today || $0.day == next) }
      evidence.use(plan?.source.path ?? Quotas.people, plan == nil ? "no plan" : "plan")
    }
    share = evidence.metric(
      MetricDefinition(
        "current_plans", "Current daily plans", "people with a plan for today or the next working day / people"),
      .share,
      Ratio(evidence.inputs.count { $0.part == "plan" }, of: evidence.inputs.count).map(MetricValue.ratio)
        ?? .unknown("daily plans are seen by the one person they belong to"))
  }
}
