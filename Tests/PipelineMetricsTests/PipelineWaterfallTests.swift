import Diagnostics
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct PipelineWaterfallTests {
  private struct Case {
    var scope = MetricScope.all
    var closing: MetricPeriod?
    var category: Deal.Category?
  }

  /// A thousand histories, in stretches that can run beside other tests.
  @Test(arguments: Array(stride(from: 0, to: 1000, by: 250)))
  func balancesToTheCentOnRandomHistories(from first: Int) async throws {
    let months = try ["2025-12", "2026-01", "2026-02", "2026-03"].map {
      try #require(MetricPeriod($0, settings: Settings()))
    }
    let cases = [
      Case(), Case(scope: MetricScope(people: ["ann.lee"])), Case(scope: MetricScope(teams: ["north"])),
      Case(closing: months[3]), Case(category: .commit),
      Case(scope: MetricScope(people: ["bo.ek"]), closing: months[2]),
    ]
    var isTold: Set<PipelineWaterfall.Line> = []
    for seed in first..<(first + 250) {
      let history = RandomHistory(seed: UInt64(seed))
      let last = try #require(history.days.last)
      let lives = DealLives(
        await history.past.workspace(), history.past.timeline(), clock: MetricClock(endOf: last.adding(days: 1)))
      for one in cases {
        var before: Metric?
        for month in months {
          let waterfall = PipelineWaterfall(
            lives, during: month, scope: one.scope, closing: one.closing, category: one.category)
          #expect(waterfall.imbalance.isEmpty, "seed \(seed) in \(month.name)")
          if let before, last >= month.eve {
            #expect(before.value == waterfall.metric(.openStart)?.value, "seed \(seed) in \(month.name)")
          }
          before = waterfall.metric(.openEnd)
          isTold.formUnion(waterfall.lines.filter { $0.metric.n > 0 }.map(\.line))
        }
      }
    }
    // Otherwise the property says nothing about some of the lines.
    #expect(isTold == Set(PipelineWaterfall.Line.allCases))
  }

  @Test func evidenceAddsUpToEachLine() async throws {
    let lives = try await TestVector.lives(.commits)
    let period = try #require(MetricPeriod("2026-Q1", settings: lives.settings))
    for (line, metric) in PipelineWaterfall(lives, during: period).lines {
      let sum = metric.inputs.compactMap(\.amount).reduce(Decimal4.zero) { $0 + $1.amount }
      #expect(Fraction(sum) == metric.amount("EUR") ?? .zero, "\(line)")
    }
  }

  @Test func aHistoryToldUpToADayIsTheHistoryOfThatDay() async throws {
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    for seed in 0..<60 {
      let whole = RandomHistory(seed: UInt64(seed), commits: 24)
      let part = RandomHistory(seed: UInt64(seed), commits: 14)
      let day = try #require(part.days.last)
      guard whole.days[14] > day else { continue }
      let then = DealLives(await part.past.workspace(), part.past.timeline(), clock: MetricClock(endOf: day))
      let known = Instant(seconds: (day.number + 1) * 86_400 - 1)
      let now = DealLives(
        await whole.past.workspace(), whole.past.timeline(), clock: MetricClock(endOf: day, knownAt: known))
      #expect(
        PipelineWaterfall(now, during: period).lines.map(\.metric.text)
          == PipelineWaterfall(then, during: period).lines.map(\.metric.text), "seed \(seed)")
      #expect(
        WinRate(now, during: period, mode: .event).value.value
          == WinRate(then, during: period, mode: .event).value.value,
        "seed \(seed)")
    }
  }
}
