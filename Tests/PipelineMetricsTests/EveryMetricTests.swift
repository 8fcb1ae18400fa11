import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct EveryMetricTests {
  private func quarter(_ name: String = "2026-Q1") throws -> MetricPeriod {
    try #require(MetricPeriod(name, settings: Settings()))
  }

  @Test func anEmptyWorkspaceKnowsNothingRatherThanZero() async throws {
    let clock = MetricClock(endOf: try day("2026-03-31"))
    let workspaces = [
      Workspace(),
      await WorkspaceLoader.load([WorkspaceFile("customers/acme/profile.md", "---\nname: A\n---")], jobs: 1).workspace,
    ]
    for workspace in workspaces {
      let all = EveryMetric.all(workspace, Timeline(), clock: clock, during: try quarter())
      #expect(all.count > 60)
      for metric in all {
        #expect(metric.reason?.isEmpty == false, "\(metric.definition.id)")
        #expect(metric.n == 0, "\(metric.definition.id)")
        #expect(metric.text.hasPrefix("unknown ("), "\(metric.definition.id)")
      }
    }
  }

  @Test func everyMetricSaysWhatItIs() async throws {
    let past = TestVector.history(.commits)
    let clock = MetricClock(endOf: try day("2026-03-31"))
    let all = EveryMetric.all(await past.workspace(), past.timeline(), clock: clock, during: try quarter())
    for metric in all {
      #expect(!metric.definition.sentence.isEmpty && !metric.definition.title.isEmpty && metric.definition.version > 0)
      #expect(!metric.definition.sentence.hasSuffix("."))
      if metric.reason == nil, metric.n > 0 { #expect(!metric.inputs.isEmpty, "\(metric.definition.id)") }
      for input in metric.inputs where input.record.description.contains("/deals/") {
        #expect(!input.commits.isEmpty, "\(metric.definition.id) by \(input.record)")
      }
    }
  }

  @Test func currenciesAndKindsNeverMix() async throws {
    let workspace = await mixed()
    let clock = MetricClock(endOf: try day("2026-03-31"))
    let lives = DealLives(workspace, Timeline(), clock: clock)
    let period = try quarter()
    #expect(OpenPipeline(lives).amount.text == "100 EUR ARR + 50 EUR TCV + 1000 SEK ARR")
    #expect(OpenPipeline(lives).amount.unknown == 1)
    #expect(OpenPipeline(lives).count.text == "4")
    #expect(OpenPipeline(lives).weighted.text == "20 EUR ARR + 10 EUR TCV + 200 SEK ARR")
    #expect(Bookings(lives, during: period).amount.text == "300 EUR ARR + 4000 SEK ARR")
    #expect(WinRate(lives, during: period).count.text == "2 of 4")
    #expect(
      WinRate(lives, during: period).value.text == "300 of 400 EUR ARR (75 %), 4000 of 4000 SEK ARR (100 %)")
    #expect(WinRate(lives, during: period).value.unknown == 1)
    #expect(DealSize(lives, during: period).average.text == "300 EUR ARR + 4000 SEK ARR")
    #expect(
      SalesVelocity(lives, during: period).velocity.reason == "won deals have several currencies or kinds of amount")
    #expect(PipelineWaterfall(lives, during: period).imbalance.isEmpty)
    #expect(PipelineWaterfall(lives, during: period).metric(.won)?.text == "300 EUR ARR + 4000 SEK ARR")
    let scope = MetricScope(amountKind: .tcv)
    #expect(OpenPipeline(lives, scope: scope).amount.text == "50 EUR TCV")
  }

  @Test func aNamedTableConvertsOpenDealsByPlanAndClosedOnesByTheirDay() async throws {
    let table = ConversionTable(
      name: "plan 2026", currency: "EUR",
      rates: [
        "SEK": [
          .init(from: try day("2026-01-01"), rate: try #require(Fraction(1, over: 10))),
          .init(from: try day("2026-02-15"), rate: try #require(Fraction(2, over: 10))),
        ]
      ],
      planning: ["SEK": try #require(Fraction(9, over: 100))])
    let lives = DealLives(
      await mixed(), Timeline(), clock: MetricClock(endOf: try day("2026-03-31")), conversion: table)
    #expect(OpenPipeline(lives).amount.text == "190 EUR ARR + 50 EUR TCV")
    // Won on 20 February: 4000 × 0.2.
    let bookings = Bookings(lives, during: try quarter()).amount
    #expect(bookings.text == "1100 EUR ARR")
    #expect(bookings.definition.sentence.contains("in EUR by the table \"plan 2026\""))
    let nothing = ConversionTable(name: "empty", currency: "USD", rates: [:], planning: [:])
    let lost = DealLives(
      await mixed(), Timeline(), clock: MetricClock(endOf: try day("2026-03-31")), conversion: nothing)
    #expect(OpenPipeline(lost).amount.reason == "no amount is known")
    #expect(OpenPipeline(lost).amount.leftOut.map(\.reason).contains("no rate for SEK"))
  }

  @Test func asOfTellsWhatWasBelievedThen() async throws {
    let past = TestVector.history(.commits)
    let (workspace, timeline) = (await past.workspace(), past.timeline())
    for text in ["2025-12-31", "2026-01-15", "2026-01-31", "2026-02-28", "2026-03-19", "2026-03-31"] {
      let then = TestVector.history(.commits, until: text)
      let end = try day(text)
      let believed = EveryMetric.deals(
        DealLives(
          workspace, timeline,
          clock: MetricClock(endOf: end, knownAt: Instant(seconds: (end.number + 1) * 86_400 - 1))),
        during: try quarter())
      let built = EveryMetric.deals(
        DealLives(await then.workspace(), then.timeline(), clock: MetricClock(endOf: end)), during: try quarter())
      #expect(believed.map(\.sentence) == built.map(\.sentence), "\(text)")
      #expect(believed.map(\.inputs) == built.map(\.inputs), "\(text)")
    }
  }

  @Test func beforeItsFirstCommitAHistoryKnowsNothing() async throws {
    let past = TestVector.history(.datedFiles)
    let clock = MetricClock(endOf: try day("2026-01-15"), knownAt: Instant(iso: "2026-01-15T23:00:00Z"))
    let lives = DealLives(await past.workspace(), past.timeline(), clock: clock)
    #expect(lives.lives.isEmpty)
    #expect(OpenPipeline(lives).amount.reason == "history does not reach back to that moment")
    // By all that is known today the same day can be told.
    let today = DealLives(await past.workspace(), past.timeline(), clock: MetricClock(endOf: try day("2026-01-15")))
    #expect(OpenPipeline(today).amount.text == "400000 EUR ARR")
  }

  @Test func creditGoesToTheOwnerAtTheTime() async throws {
    let deal = """
      ---
      stage: closed_won
      created_on: 2026-01-01
      closed_on: 2026-02-01
      owner: cy.dahl
      amount: {value: 10, currency: EUR}
      field_history: [{field: owner, from: ann.lee, to: cy.dahl, on: 2026-03-01}]
      ---
      """
    let workspace = await WorkspaceLoader.load([WorkspaceFile("customers/a/deals/d.md", deal)], jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    #expect(Bookings(lives, during: try quarter(), scope: MetricScope(people: ["ann.lee"])).amount.text == "10 EUR")
    #expect(Bookings(lives, during: try quarter(), scope: MetricScope(people: ["cy.dahl"])).amount.text == "none")
  }

  /// Won, lost and open deals in two currencies and two kinds, some without an amount.
  private func mixed() async -> Workspace {
    let open = "stage: discovery\ncreated_on: 2026-01-05\nclose_on: 2026-05-01"
    let won = "stage: closed_won\ncreated_on: 2026-01-05\nclosed_on: 2026-02-20"
    let lost = "stage: closed_lost\ncreated_on: 2026-01-05\nclosed_on: 2026-02-20"
    let texts = [
      "\(open)\namount: {value: 100, currency: EUR, kind: ARR}",
      "\(open)\namount: {value: 1000, currency: SEK, kind: ARR}",
      "\(open)\namount: {value: 50, currency: EUR, kind: TCV}", open,
      "\(won)\namount: {value: 300, currency: EUR, kind: ARR}",
      "\(won)\namount: {value: 4000, currency: SEK, kind: ARR}",
      "\(lost)\namount: {value: 100, currency: EUR, kind: ARR}", lost,
    ]
    let files = texts.enumerated().map { index, text in
      WorkspaceFile(RepoPath("customers/acme/deals/d\(index).md"), "---\n\(text)\n---")
    }
    return await WorkspaceLoader.load(files, jobs: 1).workspace
  }
}
