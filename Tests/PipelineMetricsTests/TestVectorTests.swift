import Diagnostics
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct TestVectorTests {
  private func quarter(_ name: String) throws -> MetricPeriod { try #require(MetricPeriod(name, settings: Settings())) }

  @Test(arguments: TestVector.Form.allCases)
  func bookingsAndWinRates(_ form: TestVector.Form) async throws {
    let lives = try await TestVector.lives(form)
    let first = try quarter("2026-Q1")
    #expect(Bookings(lives, during: first).amount.text == "136000 EUR ARR")
    #expect(Bookings(lives, during: first).count.text == "3")
    let final = WinRate(lives, during: first)
    #expect(final.count.ratio == Ratio(3, of: 4))
    #expect(final.count.text == "3 of 4")
    #expect(final.count.ratio?.percent == "75 %")
    #expect(final.value.share("EUR")?.sides == "136000 of 236000")
    #expect(final.value.share("EUR")?.percent == "57.6 %")
    let event = WinRate(lives, during: first, mode: .event)
    #expect(event.count.ratio == Ratio(3, of: 5))
    #expect(event.count.ratio?.percent == "60 %")
    #expect(event.value.share("EUR")?.sides == "136000 of 266000")
    #expect(event.value.share("EUR")?.percent == "51.1 %")
  }

  @Test(arguments: TestVector.Form.allCases)
  func sizeCycleAndVelocity(_ form: TestVector.Form) async throws {
    let lives = try await TestVector.lives(form)
    let first = try quarter("2026-Q1")
    let size = DealSize(lives, during: first)
    #expect(size.average.amount("EUR")?.text(places: 2) == "45333.33")
    #expect(size.average.amount("EUR") == Fraction(136_000, over: 3))
    #expect(size.median.text == "40000 EUR ARR")
    let cycle = SalesCycle(lives, during: first)
    #expect(cycle.median.text == "90 days")
    #expect(cycle.mean.text == "93 days")
    #expect(cycle.p90.text == "114 days")
    #expect(cycle.median.n == 3)
    let mean = SalesVelocity(lives, during: first, cycle: .mean)
    #expect(mean.openQualified == 3)
    #expect(mean.velocity.amount("EUR")?.text(places: 2) == "1096.77")
    #expect(SalesVelocity(lives, during: first).velocity.amount("EUR")?.text(places: 2) == "1133.33")
  }

  @Test(arguments: TestVector.Form.allCases)
  func openWeightedAndCoverage(_ form: TestVector.Form) async throws {
    let lives = try await TestVector.lives(form)
    let second = OpenPipeline(lives, closing: try quarter("2026-Q2"))
    #expect(second.amount.text == "170000 EUR ARR")
    #expect(second.weighted.text == "64000 EUR ARR")
    #expect(second.odds == [.standard: 2])
    let all = OpenPipeline(lives)
    #expect(all.amount.text == "250000 EUR ARR")
    #expect(all.weighted.text == "112000 EUR ARR")
    #expect(all.count.text == "3")
    let coverage = Coverage(lives, of: try quarter("2026-Q2"), experience: try quarter("2026-Q1"))
    #expect(coverage.coverage.share("EUR")?.fraction == Fraction(2))
    #expect(coverage.needed.share("EUR")?.sides == "236000 of 136000")
  }

  @Test(arguments: TestVector.Form.allCases)
  func slippageAndPushes(_ form: TestVector.Form) async throws {
    let lives = try await TestVector.lives(form)
    let first = try quarter("2026-Q1")
    let slippage = Slippage(lives, during: first)
    #expect(slippage.count.ratio == Ratio(1, of: 5))
    #expect(slippage.value.share("EUR")?.sides == "50000 of 280000")
    #expect(slippage.value.share("EUR")?.percent == "17.9 %")
    let pushes = Pushes(lives, during: first)
    #expect(pushes.count.text == "1")
    #expect(pushes.days.text == "56 days")
    #expect(pushes.count.inputs.map(\.record) == [TestVector.path("d4")])
  }

  @Test(arguments: TestVector.Form.allCases)
  func forecast(_ form: TestVector.Form) async throws {
    let first = try quarter("2026-Q1")
    var known = try await TestVector.lives(form, on: "2026-01-15")
    if form == .commits {
      // The same again from the whole history, by what was known on that day.
      let past = TestVector.history(.commits)
      let clock = MetricClock(endOf: try day("2026-01-15"), knownAt: Instant(iso: "2026-01-15T23:59:59Z"))
      known = DealLives(await past.workspace(), past.timeline(), clock: clock)
    }
    let lives = try await TestVector.lives(form)
    // D1 and D2 by their owner's word, D4 and D7 by their stage; the call of that day left D7 out.
    let stood = ForecastSnapshot(known, for: first)
    #expect(stood.sum(.commit).sums.map(\.amount) == [Decimal4(180_000)])
    let called = ForecastSnapshot(
      asOf: stood.asOf, period: first, entries: stood.entries.filter { $0.record != TestVector.path("d7") })
    #expect(called.forecast.sums.map(\.amount) == [Decimal4(150_000)])
    let accuracy = ForecastAccuracy(called, lives)
    #expect(accuracy.error.share("EUR")?.sides == "14000 of 136000")
    #expect(accuracy.error.share("EUR")?.percent == "10.3 %")
    #expect(accuracy.accuracy.share("EUR")?.percent == "89.7 %")
    #expect(accuracy.hitRate.share("EUR")?.sides == "100000 of 150000")
    let unit = try #require(called.forecast.sums.first).unit
    let overall = ForecastAccuracy.overall([accuracy], in: unit)
    #expect(overall.bias.number == Fraction(14, over: 136))
    #expect(overall.mape.number == Fraction(14, over: 136))
  }

  @Test(arguments: TestVector.Form.allCases)
  func waterfall(_ form: TestVector.Form) async throws {
    let lives = try await TestVector.lives(form)
    let waterfall = PipelineWaterfall(lives, during: try quarter("2026-Q1"))
    let lines = waterfall.lines.filter { $0.metric.text != "none" }.map { "\($0.line.rawValue) \($0.metric.text)" }
    #expect(
      lines == [
        "open_start 280000 EUR ARR", "created 210000 EUR ARR", "reopened 30000 EUR ARR", "increased 6000 EUR ARR",
        "decreased 10000 EUR ARR", "won 136000 EUR ARR", "lost 130000 EUR ARR", "open_end 250000 EUR ARR",
      ])
    #expect(waterfall.imbalance.isEmpty)
    let dated = PipelineWaterfall(lives, during: try quarter("2026-Q1"), closing: try quarter("2026-Q2"))
    #expect(dated.metric(.pulledIn)?.text == "50000 EUR ARR")
    #expect(dated.metric(.openEnd)?.text == "170000 EUR ARR")
    #expect(dated.imbalance.isEmpty)
  }

  @Test(arguments: TestVector.Form.allCases)
  func attainmentOfTheFirstQuarter(_ form: TestVector.Form) async throws {
    let lives = try await TestVector.lives(form)
    let quota = QuotaAttainment(lives, during: try quarter("2026-Q1"))
    #expect(quota.attainment.share("EUR")?.percent == "80 %")
    #expect(quota.pace.share("EUR")?.percent == "80 %")
    let half = try await TestVector.lives(form, on: "2026-02-13")
    // 60 000 of 170 000 after 32 of 64 working days.
    let pace = QuotaAttainment(half, during: try quarter("2026-Q1")).pace
    #expect(pace.share("EUR")?.fraction == Fraction(120, over: 170))
  }

  @Test func retention() throws {
    let period = try quarter("2026-Q1")
    func money(_ amount: Int) -> Money { Money(Decimal4(amount), currency: "EUR", kind: .arr) }
    let accounts = [(200, 260), (160, 140), (40, 0), (100, 100)].enumerated().map { index, amounts in
      AccountRevenue(RepoPath("customers/c\(index)/profile.md"), start: money(amounts.0), end: money(amounts.1))
    }
    let retention = RevenueRetention(accounts, during: period)
    #expect(retention.net.share("EUR")?.percent == "100 %")
    #expect(retention.gross.share("EUR")?.percent == "88 %")
    #expect(retention.logoChurn.text == "1 of 4")
    #expect(retention.revenueChurn.share("EUR")?.percent == "8 %")
  }

  @Test func retentionFromCommits() async throws {
    func profile(_ arr: Int, _ more: String = "") -> String {
      "---\nname: C\nlifecycle: customer\narr: {value: \(arr), currency: EUR, kind: ARR}\n\(more)---"
    }
    var past = PastWorkspace()
    let names: [RepoPath] = ["a", "b", "c", "d", "e"].map { RepoPath("customers/\($0)/profile.md") }
    past.commit(
      "2025-12-01",
      [names[0]: profile(200), names[1]: profile(160), names[2]: profile(40), names[3]: profile(100)])
    past.commit("2026-02-01", [names[0]: profile(260), names[1]: profile(140)])
    past.commit("2026-03-01", [names[2]: profile(40, "churned_on: 2026-02-28\n")])
    past.commit("2026-03-02", [names[4]: profile(999, "contract_start: 2026-03-01\n")])
    let clock = MetricClock(endOf: try day("2026-03-31"))
    let retention = RevenueRetention(
      await past.workspace(), past.timeline(), clock: clock, during: try quarter("2026-Q1"))
    #expect(retention.net.share("EUR")?.sides == "500 of 500")
    #expect(retention.gross.share("EUR")?.sides == "440 of 500")
    #expect(retention.net.leftOut.isEmpty)
    #expect(retention.net.inputs.map(\.part) == ["expanded", "contracted", "churned", "held"])
  }
}
