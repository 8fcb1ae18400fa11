internal import Diagnostics
internal import Git
internal import History
internal import Intelligence
internal import PipelineMetrics
internal import WorkspaceModel

/// What `fieldbook plan` is asked for.
package struct PlanOptions: Sendable {
  /// Person id.
  package var user: String
  /// The day that it is for, such as 2026-11-24; the next working day unless given.
  package var day: String?
  /// Whether a plan that is there already may be replaced.
  package var replaces: Bool

  /// A plan for somebody.
  package init(user: String, day: String? = nil, replaces: Bool = false) {
    self.user = user
    self.day = day
    self.replaces = replaces
  }
}

extension Fieldbook {
  /// Drafts somebody's plan for a day from what they, and nobody else, may see.
  package func plan(_ wanted: PlanOptions) throws(FieldbookError) -> DraftedPlan {
    try check(user: wanted.user, workspace)
    guard RepoPath(wanted.user).isSafeToWrite, !wanted.user.contains("/") else {
      throw .usage("'\(wanted.user)' cannot be the name of a folder", help: "ids are first name, dot, last name")
    }
    if let day = wanted.day, WorkspaceModel.Day(iso: day) == nil {
      throw .usage("'\(day)' is no day", help: "write it such as 2026-11-24")
    }
    var timings = timings
    let visible = timings.measure("apply access rules") { self.visible(to: .person(wanted.user)) }
    guard ReportCatalog.definition("daily_plan", in: visible.workspace) != nil else {
      throw .usage(
        "\(wanted.user) can see no definition of the report 'daily_plan'",
        help: "add reporting/personal/daily-plan.md; the sample workspace has one to start from")
    }
    let report = try report(
      ReportOptions("daily_plan", user: wanted.user, period: wanted.day ?? "next_working_day"),
      in: visible, timings)
    let day = report.period.start
    guard day >= report.day else {
      throw .usage(
        "\(day.iso) is over by \(ChangeFormat.day(report.day)), the day that is looked at",
        help: "leave out --for, or look at an earlier day with --as-of")
    }
    return DraftedPlan(
      report: report, person: wanted.user, day: day,
      path: RepoPath("personal/daily-plans/\(wanted.user)").appending("\(day.iso).md"))
  }

  /// Commits a draft to the branch that is checked out, unless somebody wrote a plan for that day.
  package func save(_ draft: DraftedPlan, _ wanted: PlanOptions) throws(FieldbookError) -> SavedEdition {
    let report = draft.report
    let name = workspace.people.first { $0.id == draft.person }?.name ?? draft.person
    let writer = EditionWriter(
      folder: options.workspace, workspace: snapshot.folder, signature: try signature(),
      message: "Draft the plan of \(name) for \(ChangeFormat.day(draft.day))\n\n"
        + "As of \(report.data.asOf), commit \(report.data.commit).",
      refusal: wanted.replaces
        ? nil
        : .usage(
          "there is a plan for \(ChangeFormat.day(draft.day)) already: \(draft.path)",
          help: "go on with that one, or put the draft in its place with --replace"))
    return try writer.save(Array(draft.file.utf8), at: draft.path)
  }
}
