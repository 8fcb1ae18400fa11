internal import Diagnostics
internal import WorkspaceModel

/// Entries of the ledger lead to a record.
struct RedirectCycle: Check {
  let id = "redirect-cycle"
  let group = CheckGroup.site
  let severity = Diagnostic.Severity.error
  let rule = "no chain of redirects leads back to where it began"
  let rationale = "A reader who follows it never arrives, so none of its addresses gets a redirect."
  let examples = [
    CheckExample(
      """
      === redirects.yaml
      moved:
        - {from: guides/prices.md, to: guides/pricing.md}
        - {from: guides/pricing.md, to: ▶guides/prices.md}
      === guides/discounts.md
      Discounts.
      """),
    CheckExample("=== redirects.yaml\nmoved:\n  - from: guides/prices.md\n    to: ▶guides/prices.md\n"),
    CheckExample(
      """
      === redirects.yaml
      moved:
        - {from: guides/prices.md, to: guides/list.md, on: 2026-01-10}
        - {from: guides/list.md, to: guides/pricing.md, on: 2026-02-10}
      === guides/pricing.md
      There and on.
      """),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard let ledger = input.workspace.redirects, !ledger.moved.isEmpty else { return [] }
    let former = FormerAddresses(input, input.history ?? Timeline(), ledger: ledger).paths
    // The entry that stands last in the file is the one that closes the circle.
    var closing: [Set<RepoPath>: (move: RedirectLedger.Move, circle: [RepoPath])] = [:]
    for move in ledger.moved {
      let circle = former.circle(from: move.from.value)
      guard let start = circle.firstIndex(of: move.from.value) else { continue }
      closing[Set(circle)] = (move, Array(circle[start...] + circle[..<start]))
    }
    return closing.values.map { move, circle in
      let steps = (circle + [move.from.value]).map { "'\($0)'" }.joined(separator: " to ")
      return finding(
        "the redirect from \(steps) is a circle", at: move.to.range, help: "name the place where the record is now")
    }
  }
}
