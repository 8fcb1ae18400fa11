internal import Diagnostics
internal import WorkspaceModel

/// Open tasks are not past their day.
struct OverdueTask: Check {
  let id = "overdue-task"
  let group = CheckGroup.freshness
  let severity = Diagnostic.Severity.note
  let rule = "open tasks are not past their day"
  let rationale = "A list of old tasks hides the new ones."
  let examples = [
    CheckExample("=== customers/acme/tasks/call.md\n---\nstatus: open\ndue: ▶2026-11-20\n---\n"),
    CheckExample("=== customers/acme/tasks/call.md\n---\nstatus: done\ndue: 2026-11-20\n---\n"),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    input.workspace.tasks.compactMap { task in
      guard task.status == .open, let day = task.due, day < input.today else { return nil }
      return finding(
        "task was due \(FieldWords.days(input.today.days(since: day))) ago", at: task.source.range(of: "due"),
        help: "do it, give it another day, or cancel it")
    }
  }
}
