import FieldbookApp
import FieldbookTestSupport
import Foundation
import Testing
import WorkspaceModel

/// Figures within texts, from the file to the page, the report and the finding.
struct ClaimTests {
  private static let deal = """
    ---
    title: Deal
    stage: STAGE
    closed_on: 2026-MONTH-01
    created_on: 2026-01-01
    competitors: [rival]
    owner: ann.lee
    LABEL---

    A deal.
    """

  /// A workspace with so many won and lost deals against a rival, of which some are for the leadership only.
  private func repository(
    won: Int, lost: Int, hidden: Int = 0, claim: String = "{topic: Win rate, metric: win_rate competitor=rival}"
  ) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("fieldbook.yaml", "name: Test\ncurrency: EUR\ntime_zone: UTC\ndefault_audience: company\n")
    try repository.write(
      "workspace-setup/access.yaml",
      """
      default: company
      audiences:
        company: {title: Everyone, members: ["*"], see: ["**"], hide: []}
        leadership: {title: Leadership, members: [ann.lee], see: ["**"], hide: []}
      """)
    try repository.write(
      "workspace-setup/people.yaml", "people: [{id: ann.lee, name: Ann Lee, role: ae, team: north}]\n")
    try repository.write("customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\n---\n")
    try repository.write(
      "sales-toolkit/battlecards/rival.md",
      "---\ncompetitor: Rival\nclaims:\n  - \(claim)\n---\n\nWe win [[metric:win_rate competitor=rival]] of them.\n")
    try repository.write(
      "notes.md", "# Notes\n\nWon [[metric:win_rate competitor=rival]], [[metric:win_rte]] and [[metric:nrr]].\n")
    for number in 0..<(won + lost + hidden) {
      let text = Self.deal.replacing("STAGE", with: number < won ? "closed_won" : "closed_lost")
        .replacing("MONTH", with: "0\(number % 9 + 1)")
        .replacing("LABEL", with: number < won + lost ? "" : "audience: [leadership]\n")
      try repository.write("customers/acme/deals/d\(number).md", text)
    }
    try repository.commit("Begin")
    return repository
  }

  private static let at: @Sendable (inout OpenOptions) -> Void = { $0.sourceDateEpoch = 1_795_413_600 }

  private func lines(_ page: String, _ part: String) -> [String] {
    page.split(separator: "\n").map(String.init).filter { $0.contains(part) }
  }

  @Test func aPageTellsTheLiveFigureWithItsNumberAndOpensItsRecords() async throws {
    let files = try await repository(won: 8, lost: 5).site(Self.at)
    #expect(
      lines(files.text("notes/index.html"), "<p>Won ") == [
        "<div class=\"prose\"><p>Won <a href=\"../pipeline/evidence/claims/win-rate-competitor-rival/index.html\" class=\"figure\" title=\"Win rate, "
          + "against Rival, the last 365 days: won / (won + lost) of deals closed in the last 365 days; final-outcome "
          + "mode: a re-opened deal counts by how it ended\">61.5 % (n = 13)</a>, <span class=\"figure unknown\" "
          + "title=\"win_rte\">unknown (there is no metric &#39;win_rte&#39;)</span> and <a "
          + "href=\"../pipeline/evidence/claims/nrr/index.html\" class=\"figure unknown\" title=\"Net revenue retention, the last "
          + "365 days: (start + expansion − contraction − churn) / start of customers active when the last 365 days "
          + "began\">unknown (no history of arr)</a>.</p>"
      ])
    let proof = files.text("pipeline/evidence/claims/win-rate-competitor-rival/index.html")
    #expect(proof.contains("8 of 13, 61.5 %"))
    #expect(proof.contains("<a href=\"../../../../customers/acme/deals/d7/index.html\">"))
    #expect(proof.contains("<ul class=\"link-list\"><li><a href=\"../../../../notes/index.html\">Notes</a></li>"))
    #expect(LinkChecker(files: files).broken() == [])
  }

  @Test func aCardTellsTheFigureOfAClaimInItsTable() async throws {
    let files = try await repository(won: 3, lost: 1).site(Self.at)
    let row = try #require(lines(files.text("toolkit/battlecards/rival/index.html"), "data-label=\"We\"").first)
    #expect(row.contains("evidence/claims/win-rate-competitor-rival/index.html\""))
    #expect(row.contains(">3 of 4</a>"))
  }

  @Test func textsForMachinesTellTheFigureToo() async throws {
    let files = try await repository(won: 8, lost: 5).site(Self.at)
    #expect(
      files.text("notes/index.md").contains(
        "Won 61.5 % (n = 13), unknown (there is no metric 'win_rte') and unknown (no history of arr)."))
    #expect(files.text("toolkit/battlecards/rival/index.md").contains("We win 61.5 % (n = 13) of them."))
    #expect(files.text("notes/index.json").contains("Won 61.5 % (n = 13), unknown (there is no metric 'win_rte')"))
  }

  @Test func whoeverMayNotSeeDealsIsToldAnotherFigureAndAnotherContradiction() async throws {
    let claim = "{topic: Win rate, ours: 3 of 4, metric: win_rate competitor=rival}"
    let repository = try repository(won: 3, lost: 1, hidden: 2, claim: claim)
    let company = try await repository.site(Self.at)
    #expect(company.text("notes/index.html").contains(">3 of 4</a>"))
    #expect(!company.text("health/index.html").contains("contradicted-claim"))
    #expect(!company.values.contains { String(decoding: $0, as: UTF8.self).contains("3 of 6") })
    let leadership = try await repository.site {
      Self.at(&$0)
      $0.audience = "leadership"
    }
    #expect(leadership.text("notes/index.html").contains(">3 of 6</a>"))
    let health = leadership.text("health/index.html")
    #expect(health.contains("claim about &#39;Win rate&#39; says &#39;3 of 4&#39;, the data say 3 of 6 (n = 6)"))
  }

  @Test func aCheckFindsTheContradictionAndItsRepairWritesTheLiveValue() async throws {
    let claim = "{topic: Win rate, ours: 70 % of deals, metric: win_rate competitor=rival}"
    let repository = try repository(won: 8, lost: 5, claim: claim)
    func check() async throws -> [String] {
      var options = OpenOptions(wallClock: 1_800_000_000, jobs: 2)
      options.workspace = repository.path
      Self.at(&options)
      return try await Fieldbook.check(options, scope: .everything).findings.filter { $0.id == "contradicted-claim" }
        .map {
          "\($0.range.start.line):\($0.range.start.column) \($0.summary) | \($0.fixIts.map(\.summary).joined(separator: ", "))"
        }
    }
    let found = try await check()
    #expect(
      found == [
        "4:29 claim about 'Win rate' says '70 %', the data say 61.5 % (n = 13) | write '62'"
      ])
    let card = "sales-toolkit/battlecards/rival.md"
    let text = try String(contentsOfFile: "\(repository.path)/\(card)", encoding: .utf8)
    try repository.write(card, text.replacing("70 %", with: "62 %"))
    try repository.commit("Mend")
    #expect(try await check() == [])
  }

  @Test func aReportAndItsEditionTellTheFigureOfTheirDay() async throws {
    let repository = try repository(won: 3, lost: 1)
    try repository.write(
      "reporting/team/weekly.md",
      "---\ntitle: Weekly\nreport: vp_sales\nlevel: team\n---\n\nAs of {{as_of}}: [[metric:win_rate competitor=rival]], `[[metric:win_rate]]`.\n"
    )
    try repository.commit("Add a report")
    let report = try await repository.fieldbook(Self.at).report(ReportOptions("weekly"))
    #expect(report.markdown().contains(": 3 of 4, `[[metric:win_rate]]`."))
    #expect(report.html.contains(": 3 of 4, <code>"))
  }
}
