internal import Diagnostics
internal import WorkspaceModel

/// Entries of the ledger speak of what is gone, and lead to what is there.
struct StaleRedirect: Check {
  let id = "stale-redirect"
  let group = CheckGroup.site
  let severity = Diagnostic.Severity.warning
  let rule = "an entry of redirects.yaml leads from a page that is gone to a record that is there"
  let rationale = "Such an entry does nothing, and whoever wrote it believes that old links still work."
  let examples = [
    CheckExample(
      """
      === redirects.yaml
      moved:
        - {from: ▶guides/prices.md, to: guides/pricing.md, on: 2026-02-01}
      gone:
        - {path: ▶guides/discounts.md, on: 2026-02-01, reason: No longer given}
      === guides/prices.md
      Back again.
      === guides/discounts.md
      Back again, too.
      === guides/pricing.md
      Prices.
      """),
    CheckExample(
      """
      === redirects.yaml
      moved:
        - {from: guides/prices.md, to: ▶guides/pricing.md, on: 2026-02-01}
        - {from: ▶guides/prices.pdf, to: guides/list.md, on: 2026-02-01}
      === guides/list.md
      Prices.
      """, setting: PastExample.quiet),
    CheckExample(
      """
      === redirects.yaml
      moved:
        - {from: guides/prices.md, to: guides/list.md, on: 2026-02-01}
      === guides/pricing.md
      Renamed later, which Git knows.
      """, setting: PastExample.moving("guides/list.md", to: "guides/pricing.md")),
  ]

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard let ledger = input.workspace.redirects else { return [] }
    let former = FormerAddresses(input, input.history ?? Timeline(), ledger: ledger)
    var findings: [Diagnostic] = []
    for place in ledger.moved.map(\.from) + ledger.gone.map(\.path) {
      if input.workspace.paths.contains(place.value) {
        findings.append(
          finding("'\(place.value)' exists again, so the entry does nothing", at: place.range, help: "delete the entry")
        )
      } else if former.address(of: place.value) == nil {
        findings.append(
          finding(
            "'\(place.value)' never had a page of its own", at: place.range,
            help: "name the file of a record, as in guides/pricing.md"))
      }
    }
    // Where a record went later may be known to history alone.
    guard let history = input.history, !history.isCutOff else { return findings }
    for move in ledger.moved where former.paths.fate(of: move.from.value) == .unknown {
      guard former.paths.fate(of: move.to.value) == .unknown, !input.workspace.paths.contains(move.to.value) else {
        continue
      }
      findings.append(
        finding(
          "'\(move.to.value)' does not exist", at: move.to.range,
          help: "name the place where the record is now, or put it under 'gone'"))
    }
    return findings
  }
}
