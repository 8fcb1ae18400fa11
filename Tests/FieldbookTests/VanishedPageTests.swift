import FieldbookApp
import FieldbookTestSupport
import Testing

/// Pages that are gone without a word, and the words that can be left for them.
struct VanishedPageTests {
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Gone\n")
    try repository.write("guides/stays.md", "# Stays\n\nHere to stay.\n")
    try repository.write("guides/first.md", "# First\n\nA text.\n")
    try repository.write("guides/second.md", "# Second\n\nQuite another one.\n")
    try repository.write("guides/list.pdf", "no page")
    try repository.commit("First")
    return repository
  }

  private func vanished(_ report: CheckReport) -> CheckReport {
    var report = report
    report.findings.removeAll { $0.id != "published-url-vanished" }
    return report
  }

  private func check(
    _ repository: ScratchRepository, at path: String? = nil, scope: CheckScope = .everything
  ) async throws -> CheckReport {
    var options = OpenOptions(wallClock: 1_800_000_000, jobs: 1)
    options.workspace = path ?? repository.path
    return try await Fieldbook.check(options, scope: scope)
  }

  @Test func isReportedWithPathAddressCommitAndDay() async throws {
    let repository = try repository()
    try repository.remove("guides/first.md")
    try repository.remove("guides/list.pdf")
    let id = try repository.commit("Drop the first guide")
    let found = try await vanished(check(repository)).findings
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.range.file == "redirects.yaml")
    #expect(found.first?.range.start.line == 1)
    let summary = try #require(found.first?.summary)
    for part in ["guides/first.md", "/guides/first/", id.short, "2023-11-15"] { #expect(summary.contains(part)) }
    #expect(try await repository.site()["guides/first/index.html"] == nil)
  }

  @Test func theRepairWritesALedgerWithATombstoneForEach() async throws {
    let repository = try repository()
    try repository.remove("guides/first.md")
    let first = try repository.commit("Drop the \"first\" guide")
    try repository.remove("guides/second.md")
    let second = try repository.commit("Drop another")
    let run = try Program.run(["check", "--fix"], in: repository.path)
    #expect(run.errors.contains("mended 2 findings in 1 file"), "\(run.errors)")
    try repository.commit("Keep a ledger")
    #expect(try await vanished(check(repository)).findings.isEmpty)
    let site = try await repository.site()
    let page = site.text("guides/first/index.html")
    #expect(page.contains("This page was removed"))
    #expect(
      page.contains("15 Nov 2023") && page.contains("removed in \(first.short): Drop the &quot;first&quot; guide"))
    #expect(page.contains("href=\"../../guides/index.html\"") && page.contains("noindex"))
    #expect(site.text("guides/second/index.html").contains("removed in \(second.short): Drop another"))
    #expect(site.text("_redirects") == "")
    #expect(site.text("redirects.json").contains("\"kind\": \"removed\""))
    #expect(LinkChecker(files: site).broken() == [])
  }

  @Test(arguments: [
    "moved:\n  - {from: guides/old.md, to: guides/stays.md}\n", "gone: []\n",
    "gone: [{path: guides/old.md}]\nmoved: []\n", "gone:\n- path: guides/old.md\n  on: 2023-01-01\nmoved: []",
    "# Kept by hand.",
  ])
  func theRepairKeepsWhatTheLedgerSays(text: String) async throws {
    let repository = try repository()
    try repository.write("redirects.yaml", text)
    try repository.remove("guides/first.md")
    try repository.remove("guides/second.md")
    try repository.commit("Drop")
    #expect(try await vanished(check(repository)).findings.count == 2)
    #expect(try Program.run(["check", "--fix"], in: repository.path).errors.contains("mended 2 findings in 1 file"))
    try repository.commit("Mend")
    let fieldbook = try await repository.fieldbook()
    #expect(fieldbook.findings.filter { $0.range.file == "redirects.yaml" } == [])
    let ledger = fieldbook.workspace.redirects
    let old = text.contains("path: guides/old.md") ? ["guides/old.md"] : []
    #expect(
      ledger.map { Set($0.gone.map(\.path.value.description)) } == Set(["guides/first.md", "guides/second.md"] + old))
    #expect(ledger?.moved.count == (text.hasPrefix("moved:\n") ? 1 : 0))
  }

  @Test func aMoveInTheLedgerIsEnoughWhereGitSawNone() async throws {
    let repository = try repository()
    try repository.remove("guides/first.md")
    try repository.write("handbook/rewritten.md", "# Rewritten\n\nNot a word is left of it, so Git sees no rename.\n")
    try repository.write("redirects.yaml", "moved:\n  - {from: guides/first.md, to: handbook/rewritten.md}\n")
    try repository.commit("Rewrite")
    #expect(try await vanished(check(repository)).findings.isEmpty)
    #expect(try await repository.site().text("_redirects") == "/guides/first/ /handbook/rewritten/ 301\n")
  }

  @Test func aPageThatMovedAndWasThenRemovedHasATombstoneAtBothAddresses() async throws {
    let repository = try repository()
    try repository.git("mv", "guides/first.md", "guides/renamed.md")
    try repository.commit("Rename")
    try repository.remove("guides/renamed.md")
    try repository.write(
      "redirects.yaml", "gone:\n  - {path: guides/renamed.md, on: 2026-01-02, reason: Out of date}\n")
    try repository.commit("Remove")
    let site = try await repository.site()
    #expect(site.text("guides/renamed/index.html").contains("2 Jan 2026: Out of date"))
    #expect(site.text("guides/first/index.html").contains("2 Jan 2026: Out of date"))
    #expect(try await vanished(check(repository)).findings.isEmpty)
  }

  @Test func aBranchReportsOnlyWhatVanishesOnIt() async throws {
    let repository = try repository()
    try repository.remove("guides/first.md")
    try repository.commit("Drop")
    try repository.git("checkout", "--quiet", "-b", "feature")
    try repository.remove("guides/second.md")
    try repository.commit("Drop another")
    let found = try await vanished(check(repository, scope: .since("main"))).findings
    #expect(found.count == 1)
    #expect(found.first?.summary.contains("guides/second.md") == true)
    #expect(try await vanished(check(repository, scope: .staged)).findings.isEmpty)
  }

  @Test func aShallowCloneSaysOnceThatItCannotTell() async throws {
    let repository = try repository()
    try repository.remove("guides/first.md")
    try repository.commit("Drop")
    try repository.write("guides/stays.md", "# Stays\n\nHere to stay, edited.\n")
    try repository.commit("Edit")
    let clone = repository.folder + "/clone"
    try repository.git(["clone", "--quiet", "--depth=1", "file://" + repository.path, clone])
    let report = try await check(repository, at: clone)
    #expect(vanished(report).findings.isEmpty)
    #expect(report.findings.filter { $0.id == "history-cut-off" }.map(\.severity) == [.note])
  }

  @Test func renamesAreRecordedOnlyWhereTheSettingsAskForIt() async throws {
    let repository = try repository()
    try repository.git("mv", "guides/first.md", "guides/renamed.md")
    try repository.commit("Rename")
    #expect(try await check(repository).findings.isEmpty)
    let levels = "name: Gone\nchecks: {levels: [{check: redirect-not-recorded, level: warning}]}\n"
    try repository.write("fieldbook.yaml", levels)
    try repository.commit("Ask")
    #expect(try await check(repository).findings.map(\.severity) == [.warning])
    _ = try Program.run(["check", "--fix"], in: repository.path)
    try repository.commit("Record")
    let fieldbook = try await repository.fieldbook()
    #expect(fieldbook.findings == [])
    #expect(fieldbook.workspace.redirects?.moved.map(\.to.value.description) == ["guides/renamed.md"])
    #expect(fieldbook.workspace.redirects?.moved.first?.on?.iso == "2023-11-15")
  }
}
