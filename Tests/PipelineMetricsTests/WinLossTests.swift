import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct WinLossTests {
  private func lives(_ deals: [String]) async throws -> DealLives {
    let files =
      [WorkspaceFile("customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\n---")]
      + deals.enumerated().map { WorkspaceFile(RepoPath("customers/acme/deals/d\($0).md"), "---\n\($1)\n---") }
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    return DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
  }

  private func deal(_ outcome: String, _ day: String, _ value: Int?, _ more: String) -> String {
    "stage: closed_\(outcome)\noutcome: \(outcome)\nclosed_on: \(day)\n"
      + (value.map { "amount: {value: \($0), currency: EUR, kind: ARR}\n" } ?? "") + more
  }

  private var deals: [String] {
    [
      deal("lost", "2026-01-10", 100, "reason_code: price\ncompetitors: [acorn, beech]"),
      deal("lost", "2026-02-10", 50, "reason_code: price\ncompetitors: [acorn]"),
      deal("won", "2026-02-20", 80, "reason_code: product_fit\ncompetitors: [acorn, acorn]"),
      deal("won", "2026-03-01", nil, "competitors: [beech]"), deal("lost", "2026-03-05", 30, "reason_code: timing"),
      deal("lost", "2025-12-31", 999, "reason_code: price"), "stage: discovery\nreason_code: price",
    ]
  }

  private func quarter() throws -> MetricPeriod { try #require(MetricPeriod("2026-Q1", settings: Settings())) }

  @Test func everyDealIsInOneLineByReasonAndTheLinesAddUp() async throws {
    let byReason = WinLoss(try await lives(deals), by: .reason, during: try quarter())
    #expect(byReason.lines.map { $0.key ?? "none" } == ["price", "timing", "product_fit", "none"])
    #expect(byReason.lines.map(\.lost.n) == [2, 1, 0, 0] && byReason.lines.map(\.won.n) == [0, 0, 1, 1])
    #expect(byReason.all.n == byReason.lines.reduce(0) { $0 + $1.n })
    #expect(byReason.lines.first?.lostAmount.amount("EUR") == Fraction(150))
    #expect(byReason.all.lostAmount.amount("EUR") == Fraction(180))
    #expect(byReason.all.wonAmount.amount("EUR") == Fraction(80) && byReason.all.wonAmount.unknown == 1)
    for line in byReason.lines + [byReason.all] {
      #expect(line.won.inputs.count + line.lost.inputs.count == line.rate.inputs.count)
      for (count, amount) in [(line.won, line.wonAmount), (line.lost, line.lostAmount)] {
        #expect(count.number == Fraction(count.inputs.count))
        let sum = amount.inputs.compactMap(\.amount?.amount).reduce(.zero, +)
        #expect(amount.reason != nil || (amount.amount("EUR") ?? .zero) == Fraction(sum))
        // What has no amount is told, not dropped.
        #expect(amount.inputs.count + amount.leftOut.count == count.inputs.count)
      }
    }
  }

  @Test func aDealCountsForEachOfItsCompetitorsOnceAndForAllOnce() async throws {
    let byRival = WinLoss(try await lives(deals), by: .competitor, during: try quarter())
    #expect(byRival.lines.map { $0.key ?? "none" } == ["acorn", "beech", "none"])
    #expect(byRival.lines.map(\.rate.ratio?.sides) == ["1 of 3", "1 of 2", "0 of 1"])
    #expect(byRival.all.rate.ratio?.sides == "2 of 5")
    #expect(byRival.lines[0].rate.definition.id == "win_rate_by_competitor")
    #expect(byRival.lines[0].rate.definition.sentence.contains("against acorn"))
  }

  @Test func aReopenedDealCountsByHowItEnded() async throws {
    let history =
      "stage_history:\n  - {stage: closed_lost, entered_on: 2026-01-20}\n"
      + "  - {stage: discovery, entered_on: 2026-02-10}\n  - {stage: closed_won, entered_on: 2026-03-25}\n"
    let reopened = deal("won", "2026-03-25", 36, "reason_code: price\n\(history)")
    let lives = try await lives([reopened])
    #expect(WinLoss(lives, by: .reason, during: try quarter()).all.rate.ratio?.sides == "1 of 1")
    #expect(WinLoss(lives, by: .reason, during: try quarter(), mode: .event).all.rate.ratio?.sides == "1 of 2")
  }

  @Test func closedOnAnUnknownDayIsLeftOutWithItsReason() async throws {
    let winLoss = WinLoss(
      try await lives(["stage: closed_lost\nreason_code: price"]), by: .reason, during: try quarter())
    #expect(winLoss.lines.map(\.key) == ["price"] && winLoss.all.n == 0)
    #expect(winLoss.all.lost.leftOut.map(\.reason) == ["closed on an unknown day"])
    #expect(winLoss.all.rate.reason == "no deal closed in 2026-Q1")
  }

  @Test func withoutDealsThereAreNoLines() async throws {
    let winLoss = WinLoss(try await lives([]), by: .competitor, during: try quarter())
    #expect(winLoss.lines.isEmpty && winLoss.all.lost.reason == "no deals")
  }
}
