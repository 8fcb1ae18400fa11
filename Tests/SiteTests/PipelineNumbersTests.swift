import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@testable import Site

struct PipelineNumbersTests {
  private func numbers(_ deals: [String]) async throws -> PipelineNumbers {
    let files =
      [WorkspaceFile("customers/acme/profile.md", "---\nname: Acme\nlifecycle: customer\n---")]
      + deals.enumerated().map { WorkspaceFile(RepoPath("customers/acme/deals/d\($0).md"), "---\n\($1)\n---") }
    let (workspace, _) = await WorkspaceLoader.load(files, jobs: 2)
    // The macro takes the module's name for a value.
    let read = WorkspaceModel.Day(iso: "2026-11-20")
    let today = try #require(read)
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: today))
    return PipelineNumbers(workspace, Timeline(), lives)
  }

  private func deal(_ number: Int) -> String {
    let stages = ["discovery", "negotiation", "closed_won", "closed_lost"]
    let month = number % 9 + 1
    let closed = number % 4 > 1 ? "\nclosed_on: 2026-\(["07", "08", "10", "11"][number / 4 % 4])-03" : ""
    return "stage: \(stages[number % 4])\namount: {value: \(1000 + number), currency: EUR, kind: ARR}\n"
      + "created_on: 2026-0\(month)-01\nclose_on: 2026-12-0\(month)\(closed)"
  }

  @Test func thisQuarterAndTheLastStandSideBySide() async throws {
    let numbers = try await numbers((0..<40).map(deal))
    #expect(numbers.quarter?.name == "2026-Q4")
    #expect(numbers.before?.name == "2026-Q3")
    let lane = try #require(numbers.lanes.first)
    let rate = try #require(lane.figure("win-rate", "count"))
    #expect(rate.now.n + (rate.before?.n ?? 0) == 20)
    #expect(lane.waterfall?.imbalance.isEmpty == true)
  }

  @Test func withoutDealsThereIsNothingToTell() async throws {
    let numbers = try await numbers([])
    #expect(numbers.lanes.isEmpty && numbers.target == nil)
  }

  @Test func smallNumbersAreFractionsAndTheUnknownIsNoZero() async throws {
    let numbers = try await numbers([
      "stage: closed_won\nclosed_on: 2026-10-02", "stage: closed_lost\nclosed_on: 2026-10-03",
    ])
    let lane = try #require(numbers.lanes.first)
    let count = try #require(lane.figure("win-rate", "count"))
    #expect(MetricWords.short(count.now) == "1 of 2")
    let value = try #require(lane.figure("win-rate", "value"))
    #expect(MetricWords.short(value.now) == "Unknown")
    #expect(MetricWords.isUnknown(value.now))
    #expect(MetricWords.sample(value.now) == "no amount is known, 2 unknown")
    let before = try #require(value.before)
    #expect(MetricWords.short(before) == "No data")
  }

  @Test func currenciesStandSideBySide() async throws {
    let numbers = try await numbers([
      "stage: discovery\namount: {value: 10000, currency: EUR, kind: ARR}",
      "stage: discovery\namount: {value: 20000, currency: GBP, kind: ARR}",
    ])
    let lane = try #require(numbers.lanes.first)
    let amount = try #require(lane.figure("open", "amount"))
    #expect(MetricWords.values(amount.now) == ["10 kEUR ARR", "20 kGBP ARR"])
  }
}
