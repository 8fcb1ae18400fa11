internal import Diagnostics
internal import WorkspaceModel

/// An address that was published leads somewhere for ever.
struct PublishedURLVanished: Check {
  let id = "published-url-vanished"
  let group = CheckGroup.site
  let severity = Diagnostic.Severity.warning
  let rule = "a record that was official once is there, has moved, or is named in redirects.yaml"
  let rationale = "Somebody has sent the address to somebody else, and they now meet an error instead of an answer."
  let examples = [
    CheckExample(
      "=== redirects.yaml\n▶gone: []\n=== guides/pricing.md\nPrices.\n",
      setting: PastExample.removing("guides/discounts.md")),
    CheckExample(
      """
      === redirects.yaml
      ▶moved:
        - {from: guides/prices.md, to: guides/pricing.md, on: 2026-02-01}
      === guides/pricing.md
      Prices.
      """, setting: PastExample.removing("customers/acme/profile.md")),
    CheckExample(
      """
      === redirects.yaml
      gone:
        - {path: guides/discounts.md, on: 2026-05-05, reason: Discounts ended in May}
      === guides/pricing.md
      Prices.
      """, setting: PastExample.removing("guides/discounts.md")),
    CheckExample(
      "=== guides/pricing.md\nPrices.\n", setting: PastExample.moving("guides/prices.md", to: "guides/pricing.md")),
    CheckExample("=== guides/pricing.md\nPrices.\n", setting: PastExample.removing("guides/price-list.pdf")),
    CheckExample("=== guides/pricing.yaml\nkey: value\n", setting: PastExample.removing("guides/pricing.md")),
  ]

  /// A record that is nowhere.
  private struct Lost {
    var path: RepoPath
    var address: String
    var commit: TimelineCommit
  }

  func findings(in input: CheckInput) -> [Diagnostic] {
    guard let history = input.history, !history.isCutOff else { return [] }
    let lost = lost(input, history)
    if lost.isEmpty { return [] }
    let entries = lost.map { lost in
      LedgerEntry(fields: [
        ("path", lost.path.description), ("on", lost.commit.recordedAt.day.iso),
        ("reason", "removed in \(lost.commit.short): \(lost.commit.subject.prefix(120))"),
      ])
    }
    let what = lost.count == 1 ? "a tombstone" : "\(lost.count) tombstones"
    let repair = LedgerEntry.repair("add \(what) to redirects.yaml", adding: entries, to: "gone", in: input)
    let place = input.workspace.redirects?.source.keyRange(of: "gone") ?? SourceRange(wholeFile: RedirectLedger.path)
    return lost.map { lost in
      finding(
        "'\(lost.path)' was removed in \(lost.commit.short) on \(lost.commit.recordedAt.day.iso), and \(lost.address)"
          + " leads nowhere", at: place,
        help: "name it in redirects.yaml: under 'moved' with its new place, or under 'gone' with the reason",
        fixIts: repair.map { [$0] } ?? [])
    }
  }

  private func lost(_ input: CheckInput, _ history: Timeline) -> [Lost] {
    let gone = history.records.filter { !$0.isPresent && !input.workspace.paths.contains($0.path) }
    if gone.isEmpty { return [] }
    let former = FormerAddresses(input, history, ledger: input.workspace.redirects)
    var seen: Set<RepoPath> = []
    let lost = gone.compactMap { record -> Lost? in
      guard let last = record.versions.first, last.blob == nil, seen.insert(record.path).inserted,
        let address = former.address(of: record.path)
      else { return nil }
      switch former.paths.fate(of: record.path) {
      case .moved, .removed: return nil
      case .circular, .unknown: return Lost(path: record.path, address: address, commit: history.commits[last.commit])
      }
    }
    // The addresses of ten thousand files are worked out only when there is a question.
    if lost.isEmpty { return [] }
    let inUse = former.inUse()
    return lost.filter { !inUse.contains($0.address) }
  }
}
