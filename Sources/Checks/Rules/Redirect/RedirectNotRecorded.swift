internal import Diagnostics
internal import WorkspaceModel

/// What Git knows of renames is also in the ledger, which outlives a squash.
struct RedirectNotRecorded: Check {
  let id = "redirect-not-recorded"
  let group = CheckGroup.site
  let severity = Diagnostic.Severity.note
  let rule = "renames that Git knows are in redirects.yaml; only where fieldbook.yaml gives the check a level"
  let rationale = "Git's history can be squashed, rewritten or cut off, and redirects that rest on it go with it."
  let examples = [
    CheckExample(
      "=== fieldbook.yaml\n\(Self.level)=== redirects.yaml\n▶moved: []\n=== guides/pricing.md\nPrices.\n",
      setting: PastExample.moving("guides/prices.md", to: "guides/pricing.md")),
    CheckExample(
      """
      === fieldbook.yaml
      \(Self.level)=== redirects.yaml
      moved:
        - {from: guides/prices.md, to: guides/pricing.md, on: 2026-05-05}
      === guides/pricing.md
      Prices.
      """, setting: PastExample.moving("guides/prices.md", to: "guides/pricing.md")),
    CheckExample(
      "=== guides/pricing.md\nNobody asked for it.\n",
      setting: PastExample.moving("guides/prices.md", to: "guides/pricing.md")),
  ]

  private static let level = "checks: {levels: [{check: redirect-not-recorded, level: note}]}\n"

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard let history = input.history, isWanted(input.workspace.settings) else { return [] }
    let former = FormerAddresses(input, history, ledger: nil)
    let ledger = input.workspace.redirects
    let recorded = Set((ledger?.moved ?? []).map(\.from.value) + (ledger?.gone ?? []).map(\.path.value))
    let inUse = former.inUse()
    let moves = former.paths.paths.compactMap { path -> (from: RepoPath, to: RepoPath)? in
      guard !recorded.contains(path), case .moved(let to) = former.paths.fate(of: path),
        let address = former.address(of: path), !inUse.contains(address)
      else { return nil }
      return (path, to)
    }
    let entries = moves.map { move in
      LedgerEntry(
        fields: [("from", move.from.description), ("to", move.to.description)]
          + (former.paths.left(move.from).map { [("on", $0.iso)] } ?? []))
    }
    let what = moves.count == 1 ? "the rename" : "\(moves.count) renames"
    let repair = LedgerEntry.repair("add \(what) to redirects.yaml", adding: entries, to: "moved", in: input)
    let place = ledger?.source.keyRange(of: "moved") ?? SourceRange(wholeFile: RedirectLedger.path)
    return moves.map { move in
      finding(
        "'\(move.from)' moved to '\(move.to)', which only Git knows", at: place,
        help: "add it to redirects.yaml under 'moved'", fixIts: repair.map { [$0] } ?? [])
    }
  }

  private func isWanted(_ settings: Settings) -> Bool {
    guard let level = settings.checkLevels.last(where: { $0.applies(to: id, at: RedirectLedger.path) }) else {
      return false
    }
    return level.check == id && level.level != .off
  }
}
