import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

/// Quarter after quarter beside baselines that need no skill, on numbers that one can work out by hand.
@Suite struct ImpactTests {
  /// The record begins on 15 December 2024 and is read on 15 February 2026; nothing closed in the second quarter.
  private func lives() async throws -> DealLives {
    let deals = [
      ("2024-12-15", "closed_won", "2025-02-13"), ("2025-01-01", "closed_won", "2025-03-22"),
      ("2025-01-10", "closed_lost", "2025-03-01"), ("2025-04-01", "closed_won", "2025-07-30"),
      ("2025-09-01", "closed_won", "2025-10-31"), ("2025-09-02", "closed_lost", "2025-12-01"),
      ("2026-01-01", "closed_won", "2026-02-10"),
    ]
    let files = deals.enumerated().map { number, deal in
      WorkspaceFile(
        RepoPath("customers/acme/deals/d\(number).md"),
        "---\nstage: \(deal.1)\ncreated_on: \(deal.0)\nclosed_on: \(deal.2)\n---")
    }
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    return DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-02-15")))
  }

  @Test func onlyWholeQuartersOnRecordAreFull() async throws {
    let quarters = RecordedQuarters(try await lives())
    #expect(quarters.since == (try day("2024-12-15")))
    #expect(quarters.partial?.name == "2024-Q4")
    #expect(quarters.full.map(\.name) == ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"])
    #expect(quarters.running?.name == "2026-Q1")
  }

  @Test func withoutDealsThereIsNoQuarter() async throws {
    let workspace = await WorkspaceLoader.load([], jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-02-15")))
    let quarters = RecordedQuarters(lives)
    #expect(quarters.since == nil && quarters.full.isEmpty && quarters.running == nil && quarters.partial == nil)
    #expect(QuarterSeries(.cycle, lives, quarters).points.isEmpty)
  }

  /// Of all that happened only what deals went through is taken back in time, which must tell the same.
  @Test func quartersReadTheWholeHistoryAsItWas() async throws {
    var known = 0
    for seed in 0..<20 {
      let history = RandomHistory(seed: UInt64(seed), commits: 90)
      let (workspace, timeline) = (await history.past.workspace(), history.past.timeline())
      let lives = DealLives(workspace, timeline, clock: MetricClock(endOf: try #require(history.days.last)))
      for quarter in BusinessImpact(lives, workspace, timeline, workflows: []).forecasts {
        let whole = ForecastQuarter(quarter.period, lives, workspace, timeline)
        #expect(quarter.accuracy.value == whole.accuracy.value, "seed \(seed), \(quarter.period.name)")
        #expect(quarter.naive.mapValues(\.value) == whole.naive.mapValues(\.value))
        #expect(quarter.reason == whole.reason && quarter.isKnownThen == whole.isKnownThen)
        if quarter.snapshot != nil { known += 1 }
      }
    }
    #expect(known > 10)
  }

  @Test func cyclesStandBesideTheirBaselines() async throws {
    let lives = try await lives()
    let series = QuarterSeries(.cycle, lives, RecordedQuarters(lives))
    func texts(_ numbers: [Fraction?]) -> [String] { numbers.map { $0?.text(places: 2) ?? "unknown" } }
    #expect(series.points.map(\.period.name) == ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"])
    #expect(texts(series.points.map(\.number)) == ["unknown", "70.00", "unknown", "120.00", "60.00", "40.00"])
    // An unknown quarter is neither carried nor averaged.
    #expect(
      texts(series.points.map(\.carried?.number)) == ["unknown", "unknown", "70.00", "70.00", "120.00", "60.00"])
    #expect(texts(series.points.map(\.mean?.number)) == ["unknown", "unknown", "70.00", "70.00", "95.00", "83.33"])
    #expect(series.points.last?.mean?.quarters.map(\.name) == ["2025-Q1", "2025-Q3", "2025-Q4"])
    #expect(series.points.last?.mean?.n == 4)
    let baseline = try #require(series.baseline)
    #expect(baseline.quarters.map(\.name) == ["2025-Q1", "2025-Q3"])
    #expect(baseline.number == Fraction(80))  // 60, 80, 120
    #expect(baseline.value.n == 3)
    #expect(series.newest?.period.name == "2025-Q4")
  }

  @Test func winRatesStandBesideTheirBaselines() async throws {
    let lives = try await lives()
    let series = QuarterSeries(.winRate, lives, RecordedQuarters(lives))
    #expect(
      series.points.map { $0.value.text }.suffix(5) == [
        "2 of 3", "unknown (no deal closed in 2025-Q2)", "1 of 1", "1 of 2", "1 of 1",
      ])
    #expect(series.baseline?.value.text == "3 of 4")
    #expect(series.points[4].carried?.number == Fraction(1))
    #expect(series.points[4].mean?.number == Fraction(5, over: 6))
  }

  @Test func thereIsNoBaselineBeforeSomethingCanBeCompared() async throws {
    let files = ["2025-01-20", "2025-05-20"].enumerated().map { number, closed in
      WorkspaceFile(
        RepoPath("customers/acme/deals/d\(number).md"),
        "---\nstage: closed_won\ncreated_on: 2025-01-01\nclosed_on: \(closed)\n---")
    }
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2025-07-02")))
    #expect(QuarterSeries(.cycle, lives, RecordedQuarters(lives)).baseline == nil)
  }

  /// Of the test vector: on 15 January 180 000 stood in commit, 136 000 came.
  @Test func forecastsStandBesideNaiveOnes() async throws {
    let past = TestVector.history(.commits)
    let (workspace, timeline) = (await past.workspace(), past.timeline())
    let lives = DealLives(workspace, timeline, clock: MetricClock(endOf: try day("2026-03-31")))
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    let quarter = ForecastQuarter(period, lives, workspace, timeline)
    #expect(quarter.units.map { $0.text("in") } == ["in EUR ARR"])
    let unit = try #require(quarter.units.first)
    #expect(quarter.snapshot?.asOf == (try day("2026-01-15")))
    #expect(!quarter.isFrozen && quarter.isKnownThen)
    #expect(quarter.accuracy(in: unit)?.sides == "92000 of 136000")
    // 60 × 80 % + 40 × 60 % + 100 × 20 % + 50 × 80 % + 30 × 80 % = 156.
    #expect(quarter.naive[.weighted]?.amount("EUR") == Fraction(156_000))
    #expect(quarter.accuracy(of: .weighted, in: unit)?.sides == "116000 of 136000")
    // Nothing was won in the quarter before, of which the record has but a part.
    #expect(quarter.accuracy(of: .repeated, in: unit) == nil)
  }

  @Test func aFrozenForecastGoesFirst() async throws {
    let past = TestVector.history(.commits)
    let (workspace, timeline) = (await past.workspace(), past.timeline())
    let lives = DealLives(workspace, timeline, clock: MetricClock(endOf: try day("2026-03-31")))
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    let call = Money(Decimal4(150_000), currency: "EUR", kind: Money.Kind.arr)
    let frozen = ForecastSnapshot(
      asOf: try day("2026-01-15"), period: period, entries: [], override: .init(call, reason: "agreed"))
    let quarter = ForecastQuarter(period, lives, workspace, timeline, frozen: frozen)
    #expect(quarter.isFrozen)
    #expect(quarter.accuracy(in: call.unit)?.sides == "122000 of 136000")  // 89.7 %
  }

  @Test func withoutHistoryTheForecastIsUnknownAndTheEveIsTakenFromDates() async throws {
    let past = TestVector.history(.filesAlone)
    let workspace = await past.workspace()
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    let quarter = ForecastQuarter(period, lives, workspace, Timeline())
    #expect(quarter.snapshot == nil && !quarter.isKnownThen)
    #expect(quarter.accuracy.reason == "history does not reach back to that moment")
    #expect(quarter.naive[.weighted]?.amount("EUR") == Fraction(156_000))
  }
}
