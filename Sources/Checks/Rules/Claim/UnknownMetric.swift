internal import Diagnostics
internal import WorkspaceModel

/// Texts and claims ask for metrics that there are.
struct UnknownMetric: Check {
  let id = "unknown-metric"
  let group = CheckGroup.references
  let severity = Diagnostic.Severity.error
  let rule = "[[metric:…]] and the metric of a claim name a metric that there is"
  let rationale = "A misspelt name prints as unknown, and whoever reads the page takes the number for one nobody has."
  let examples = [
    CheckExample("=== README.md\nWe win [[metric:▶win_rte competitor=kilovane]] of them, [[metric: ▶winrate ]] now.\n"),
    CheckExample("=== README.md\nWe win ▶[[metric:]] and ▶[[metric:period=last_quarter]].\n"),
    CheckExample(
      """
      === sales-toolkit/battlecards/kilovane.md
      ---
      claims:
        - {topic: Win rate, metric: ▶win_rat}
        - {topic: Cycle, metric: "▶cycle period=last_quarter"}
      ---
      """),
    CheckExample(
      """
      === README.md
      We win [[metric:win_rate period=2026]] of them; `[[metric:nothing]]` and \\[[metric:nothing]] are words.
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let names = MetricNames(Workspace())
    input.forEachMetric { asked in
      for problem in asked.query.problems(among: names, isPeriod: { _ in true }) where problem.kind == .name {
        let isWord = asked.query.name.map { $0.range == problem.range } ?? false
        findings.append(
          finding(
            problem.summary, at: isWord ? asked.place(problem.range) : asked.whole,
            help: problem.nearest.map { "did you mean '\($0)'?" }
              ?? "name one of: \(MetricName.allCases.map(\.rawValue).joined(separator: ", "))",
            fixIts: problem.nearest.map { asked.repair(problem.range, $0) } ?? []))
      }
    }
    return findings
  }
}
