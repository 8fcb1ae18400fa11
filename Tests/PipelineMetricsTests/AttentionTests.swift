import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct AttentionTests {
  private func attention(
    _ fields: String, on iso: String = "2026-06-30", more: [String: String] = [:]
  ) async throws -> [AttentionReason] {
    let files = [
      "customers/acme/profile.md": "---\nname: Acme\nlifecycle: customer\n---",
      "customers/acme/deals/big.md": "---\n\(fields)\n---",
    ].merging(more) { $1 }
    let (workspace, _) = await WorkspaceLoader.load(files.map { WorkspaceFile(RepoPath($0.key), $0.value) }, jobs: 1)
    let deal = try #require(workspace.deals.first)
    let today = try #require(Day(iso: iso))
    let workflow = workspace.workflow(for: deal)
    return DealAttention(
      deal,
      DealStanding(deal, workflow: workflow, interactions: workspace.interactions, contacts: [], today: today),
      workflow: workflow,
      gate: StageGate(deal, customer: nil, interactions: workspace.interactions, contacts: []),
      battlecards: Dictionary(workspace.battlecards.map { ($0.slug, $0) }) { first, _ in first }, play: "discovery",
      today: today
    ).reasons
  }

  @Test func aDealInOrderAsksForNothing() async throws {
    let fields =
      "stage: lead\nstage_entered_on: 2026-06-25\nclose_on: 2026-09-01\nnext_step: {text: Call, due: 2026-07-02}"
    #expect(try await attention(fields).isEmpty)
    #expect(try await attention("stage: closed_won\nclose_on: 2020-01-01").isEmpty)
  }

  @Test func everyReasonIsNamedTheWeightiestFirst() async throws {
    let fields = "stage: discovery\nstage_entered_on: 2026-01-01\nclose_on: 2026-06-18\ncompetitors: [rival]"
    let reasons = try await attention(fields)
    #expect(reasons.map(\.kind) == [.overdue, .noNextStep, .stale, .singleThreaded, .competitorUnanswered])
    #expect(reasons.first?.reason == "expected close passed 12 days ago")
    #expect(reasons.first?.help == .play("discovery"))
    #expect(reasons.last?.reason == "Rival has no battlecard")
  }

  @Test func aBattlecardWithoutAnAnswerIsToBeOpened() async throws {
    let path = "sales-toolkit/battlecards/rival.md"
    let fields = "stage: lead\ncompetitors: [rival]\nnext_step: {text: Call}"
    let empty = try await attention(fields, more: [path: "---\ncompetitor: Rival Inc\n---"])
    #expect(empty.map(\.help) == [.battlecard("rival")])
    let full = try await attention(
      fields, more: [path: "---\ncompetitor: Rival Inc\nthirty_second_answer: We are closer.\n---"])
    #expect(full.isEmpty)
  }

  @Test func amountsOfDifferentCurrenciesAreNeverCompared() async throws {
    let reasons = try await attention("stage: lead\nclose_on: 2026-06-18\nnext_step: {text: Call}")
    func entry(_ name: String, _ amount: Int?, _ currency: String) -> AttentionRanking.Entry {
      AttentionRanking.Entry(
        record: RepoPath(name), reasons: reasons,
        stake: amount.map { Money(Decimal4($0), currency: currency, kind: .arr) })
    }
    // Largest of its currency each, then halfway up, then the unknown one in the middle, then the small ones.
    let entries = [
      entry("a", 1_000_000, "JPY"), entry("b", 10_000_000, "JPY"), entry("c", 10, "EUR"), entry("d", 20, "EUR"),
      entry("e", nil, "EUR"),
    ]
    #expect(AttentionRanking(entries).entries.map(\.record.description) == ["b", "d", "a", "c", "e"])
  }

  @Test func whatHasNoReasonIsNotListed() {
    let entry = AttentionRanking.Entry(record: "a", reasons: [], stake: nil)
    #expect(AttentionRanking([entry]).entries.isEmpty)
  }
}
