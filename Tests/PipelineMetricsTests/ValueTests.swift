import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct ValueTests {
  @Test func fractionsAreExactAndRoundHalfAwayFromZero() throws {
    let third = try #require(Fraction(1, over: 3))
    #expect(third + third + third == Fraction(1))
    #expect((third * Fraction(2)).text(places: 2) == "0.67")
    #expect(try #require(Fraction(-1, over: 8)).text(places: 2) == "-0.13")
    #expect(try #require(Fraction(-1, over: 1000)).text(places: 2) == "0.00")
    #expect(Fraction(5, over: -10) == Fraction(-1, over: 2))
    #expect(try #require(Fraction(2, over: 3)).rounded == Decimal4(tenThousandths: 6667))
    #expect(Fraction(1, over: 0) == nil && Fraction(1) / .zero == nil)
    #expect(third < Fraction(1) && Fraction(-1) < third)
  }

  @Test func theLargestNumbersStopInsteadOfCrashing() throws {
    let large = try #require(Fraction(.max, over: 3))
    #expect((large * large).rounded.tenThousandths == .max)
    let other = try #require(Fraction(.max, over: 7))
    #expect((large + other).rounded.tenThousandths == .max)
    #expect((large * Fraction(-5)).rounded.tenThousandths == -.max)
    #expect(!large.text(places: 4).isEmpty)
    #expect(try #require(Fraction(.min, over: -1)).rounded.tenThousandths == .max)
  }

  @Test(arguments: [
    ("2026-Q1", "01-01", "2026-01-01", "2026-04-01"), ("2026-Q4", "01-01", "2026-10-01", "2027-01-01"),
    ("2026-Q1", "04-01", "2026-04-01", "2026-07-01"), ("2026-Q4", "04-01", "2027-01-01", "2027-04-01"),
    ("2026", "02-15", "2026-02-15", "2027-02-15"), ("2026-12", "04-01", "2026-12-01", "2027-01-01"),
  ])
  func periodsAreHalfOpenAndFollowTheFiscalYear(text: String, start: String, first: String, end: String) throws {
    let settings = Settings(reading: Array("fiscal_year_start: \"\(start)\"".utf8))
    let period = try #require(MetricPeriod(text, settings: settings))
    #expect([period.start.iso, period.end.iso] == [first, end])
    #expect(period.contains(period.start) && !period.contains(period.end) && !period.contains(period.eve))
    if text.contains("Q") { #expect(MetricPeriod.quarter(of: try day(first), settings: settings) == period) }
  }

  @Test(arguments: ["", "2026-Q5", "2026-13", "26-Q1", "2026-Q1-1", "2026-00", "Q1", "2026-q1"])
  func otherTextsAreNoPeriod(text: String) {
    #expect(MetricPeriod(text, settings: Settings()) == nil)
  }

  @Test func aDayBeginsWhereTheWorkspaceIs() throws {
    let night = try #require(Instant(iso: "2026-03-31T23:30:00Z"))
    #expect(MetricClock(night).day.iso == "2026-03-31")
    #expect(MetricClock(night) { _ in 120 }.day.iso == "2026-04-01")
    let end = MetricClock(endOf: try day("2026-03-31"), offsetMinutes: 120)
    #expect(end.day.iso == "2026-03-31" && end.now.iso == "2026-03-31T23:59:59+02:00")
  }

  @Test func fromThirtyResolvedDealsOnTheObservedOddsCount() async throws {
    var files: [WorkspaceFile] = []
    for index in 0..<31 {
      let stage = index == 30 ? "discovery" : index < 12 ? "closed_won" : "closed_lost"
      let closed = index == 30 ? "" : "\nclosed_on: 2026-02-01"
      let text = """
        ---
        stage: \(stage)
        created_on: 2026-01-01\(closed)
        amount: {value: 100, currency: EUR}
        stage_history: [{stage: discovery, entered_on: 2026-01-01}\(index == 30 ? "" : ", {stage: \(stage), entered_on: 2026-02-01}")]
        ---
        """
      files.append(WorkspaceFile(RepoPath("customers/a/deals/\(index).md"), text))
    }
    for (count, weighted, odds) in [(31, "40 EUR", OpenPipeline.Odds.observed), (30, "20 EUR", .standard)] {
      let workspace = await WorkspaceLoader.load(Array(files.suffix(count)), jobs: 1).workspace
      let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
      let open = OpenPipeline(lives)
      #expect(open.weighted.text == weighted)
      #expect(open.odds == [odds: 1])
      #expect(WinRate(lives, during: .last(365, through: try day("2026-03-31"))).count.n == count - 1)
    }
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    let rate = WinRate(lives, during: .last(365, through: try day("2026-03-31"))).count
    #expect(rate.text == "40 % (n = 30)")
    #expect(lives.lives.count == 31 && StageRates(lives).rate("discovery", in: "new-business").resolved == 30)
  }
}
