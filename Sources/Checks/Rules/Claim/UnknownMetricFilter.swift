internal import Diagnostics
internal import WorkspaceModel

/// Metrics are narrowed by what there is.
struct UnknownMetricFilter: Check {
  let id = "unknown-metric-filter"
  let group = CheckGroup.references
  let severity = Diagnostic.Severity.error
  let rule = "a metric is narrowed by filters that it has, to values that exist"
  let rationale = "A figure that is narrowed by nothing, or to nobody, would be a number about something else."
  let examples = [
    CheckExample(
      """
      === README.md
      Won [[metric:win_rate ▶competitr=kilovane]] of them, [[metric:coverage ▶segment=smb]],
      [[metric:win_rate ▶kilovane]] and [[metric:win_rate team=north ▶team=north]].
      === workspace-setup/people.yaml
      people: [{id: ann.lee, name: Ann Lee, team: north}]
      """),
    CheckExample(
      """
      === README.md
      Won [[metric:win_rate competitor=▶kilovan]], [[metric:bookings owner=▶ann.le team=▶south]], open
      [[metric:open_pipeline segment=▶midmarket]]; ended [[metric:▶stage_conversion]] and
      [[metric:stage_duration stage=▶discovry]].
      === workspace-setup/people.yaml
      people: [{id: ann.lee, name: Ann Lee, team: north}]
      === sales-toolkit/battlecards/kilovane.md
      ---
      competitor: Kilovane
      ---
      """),
    CheckExample(
      "=== README.md\nWon [[metric:win_rate period=▶last_quater]] so far.\n",
      setting: {
        var setting = CheckExample.Setting()
        setting.figures = FigureValues([:]) { $0 == "last_quarter" }
        return setting
      }()),
    CheckExample(
      """
      === README.md
      Won [[metric:win_rate competitor=kilovane segment=mid_market]], [[metric:bookings owner=ann.lee team=north]],
      [[metric:stage_conversion stage=discovery]] of them and [[metric:nrr period=2026]].
      === workspace-setup/people.yaml
      people: [{id: ann.lee, name: Ann Lee, team: north}]
      === sales-toolkit/battlecards/kilovane.md
      ---
      competitor: Kilovane
      claims: [{topic: Win rate, metric: win_rate competitor=kilovane}]
      ---
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var names: MetricNames?
    input.forEachMetric { asked in
      let known = names ?? MetricNames(input.workspace)
      names = known
      let isPeriod = input.figures?.isPeriod ?? { _ in true }
      for problem in asked.query.problems(among: known, isPeriod: isPeriod) where problem.kind != .name {
        findings.append(
          finding(
            problem.summary, at: asked.place(problem.range), help: Self.help(problem),
            fixIts: problem.nearest.map { asked.repair(problem.range, $0) } ?? []))
      }
    }
    return findings
  }

  private static func help(_ problem: MetricQuery.Problem) -> String? {
    if let nearest = problem.nearest { return "did you mean '\(nearest)'?" }
    if !problem.choices.isEmpty { return "choose one of: \(problem.choices.joined(separator: ", "))" }
    return problem.summary.hasPrefix("there is no period")
      ? "such as this_quarter, last_quarter, last_90_days, 2026-Q4 or 2026" : nil
  }
}
