import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct DealLifeTests {
  private static let path: RepoPath = "customers/acme/deals/d.md"

  private func life(_ past: PastWorkspace, on last: String = "2026-12-31") async throws -> DealLife {
    let lives = DealLives(await past.workspace(), past.timeline(), clock: MetricClock(endOf: try day(last)))
    return try #require(lives.lives.first { $0.record == Self.path })
  }

  private func deal(_ fields: String) -> [RepoPath: String?] { [Self.path: "---\n\(fields)\n---"] }

  private func visits(_ life: DealLife) -> [String] {
    life.visits.map { "\($0.stage ?? "–") \($0.enteredOn?.iso ?? "?")" }
  }

  @Test func theFilesOwnHistoryGoesBeforeCommits() async throws {
    var past = PastWorkspace()
    past.commit("2026-02-01", deal("stage: lead\ncreated_on: 2026-01-05"))
    past.commit("2026-03-01", deal("stage: discovery\ncreated_on: 2026-01-05"))
    past.commit(
      "2026-04-01",
      deal(
        """
        stage: negotiation
        created_on: 2026-01-05
        stage_history:
          - {stage: lead, entered_on: 2026-01-05}
          - {stage: qualification, entered_on: 2026-02-10}
          - {stage: discovery, entered_on: 2026-02-20}
          - {stage: negotiation, entered_on: 2026-03-25}
        """))
    let life = try await life(past)
    #expect(
      visits(life) == [
        "lead 2026-01-05", "qualification 2026-02-10", "discovery 2026-02-20", "negotiation 2026-03-25",
      ])
    #expect(life.createdOn?.iso == "2026-01-05")
  }

  @Test func commitsFillTheGapsOfAFieldHistory() async throws {
    var past = PastWorkspace()
    func amount(_ value: Int, _ more: String = "") -> [RepoPath: String?] {
      deal("stage: lead\ncreated_on: 2026-01-01\namount: {value: \(value), currency: EUR}\n\(more)")
    }
    past.commit("2026-01-01", amount(10))
    past.commit("2026-02-01", amount(20))
    past.commit("2026-03-01", amount(30))
    past.commit("2026-05-01", amount(50, "field_history: [{field: amount, from: 30, to: 40, on: 2026-04-01}]"))
    let life = try await life(past)
    #expect(life.amounts.initial?.amount == Decimal4(10))
    #expect(
      life.amounts.changes.map { "\($0.value?.amount.text ?? "–") \($0.on.iso)" } == [
        "20 2026-02-01", "30 2026-03-01", "40 2026-04-01", "50 2026-05-01",
      ])
  }

  @Test func commitsTellWhatHappenedBetweenTwoStatementsThatDoNotMeet() async throws {
    var past = PastWorkspace()
    func amount(_ value: Int, _ more: String = "") -> [RepoPath: String?] {
      deal("stage: lead\ncreated_on: 2026-01-01\namount: {value: \(value), currency: EUR}\n\(more)")
    }
    past.commit("2026-01-01", amount(10))
    past.commit("2026-02-02", amount(20))
    past.commit("2026-03-02", amount(30))
    past.commit(
      "2026-04-02",
      amount(
        40,
        "field_history: [{field: amount, from: 10, to: 20, on: 2026-02-01}, {field: amount, from: 30, to: 40, on: 2026-04-01}]"
      ))
    #expect(
      try await life(past).amounts.changes.map { "\($0.value?.amount.text ?? "–") \($0.on.iso)" } == [
        "20 2026-02-01", "30 2026-03-02", "40 2026-04-01",
      ])
  }

  @Test func aLossVoidedByReopeningIsNoOutcomeWhileTheDealIsOpen() async throws {
    let text = """
      ---
      stage: discovery
      created_on: 2026-01-01
      close_on: 2026-03-30
      amount: {value: 5, currency: EUR}
      stage_history:
        - {stage: discovery, entered_on: 2026-01-01}
        - {stage: closed_lost, entered_on: 2026-02-01}
        - {stage: discovery, entered_on: 2026-03-01}
      field_history: [{field: close_on, from: 2026-02-10, to: 2026-03-30, on: 2026-01-10}]
      ---
      """
    let workspace = await WorkspaceLoader.load([WorkspaceFile(Self.path, text)], jobs: 1).workspace
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    #expect(WinRate(lives, during: period).count.reason == "no deal closed in 2026-Q1")
    #expect(WinRate(lives, during: period, mode: .event).count.text == "0 of 1")
    // On 20 February nobody knew that it would come back.
    let before = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-02-20")))
    #expect(WinRate(before, during: period).count.text == "0 of 1")
    let february = MetricPeriod(try day("2026-01-05"), until: try day("2026-04-01"))
    // Put off within the period is a push and no slip.
    #expect(Slippage(lives, during: february).count.text == "0 of 1")
    #expect(Pushes(lives, during: february).count.text == "1")
  }

  @Test func anImportTellsValuesAndNoTransitions() async throws {
    var past = PastWorkspace()
    past.commit("2026-02-01", deal("stage: negotiation\namount: {value: 5, currency: EUR}"), isImport: true)
    past.commit("2026-03-01", deal("stage: closed_won\namount: {value: 5, currency: EUR}"))
    let life = try await life(past)
    #expect(life.createdOn == nil)
    #expect(visits(life) == ["negotiation ?", "closed_won 2026-03-01"])
    let lives = DealLives(await past.workspace(), past.timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    let cycle = SalesCycle(lives, during: period).median
    #expect(cycle.reason == "no cycle is known")
    #expect(cycle.unknown == 1)
    #expect(Bookings(lives, during: period).amount.text == "5 EUR")
    let waterfall = PipelineWaterfall(lives, during: period)
    #expect(waterfall.metric(.created)?.text == "none")
    #expect(waterfall.metric(.movedIn)?.text == "5 EUR")
    #expect(StageFlow.flows(lives, of: .standard, during: period).last?.median.unknown == 1)
  }

  @Test func whatIsCommittedLaterBelongsToTheDayOfTheClosing() async throws {
    var past = PastWorkspace()
    past.commit("2026-01-05", deal("stage: negotiation\ncreated_on: 2026-01-05\namount: {value: 5, currency: EUR}"))
    past.commit(
      "2026-04-02",
      deal("stage: closed_won\ncreated_on: 2026-01-05\nclosed_on: 2026-03-31\namount: {value: 7, currency: EUR}"))
    let closing = try #require(try await life(past).closings.first)
    #expect(closing.on.iso == "2026-03-31" && closing.amount?.amount == Decimal4(7))
    #expect(closing.commits.compactMap { $0 } == ["commit1", "commit1"])
  }

  @Test func aDealClosedOnAnUnknownDayIsLeftOutWithAReason() async throws {
    let files = [WorkspaceFile(Self.path, "---\nstage: closed_won\namount: {value: 5, currency: EUR}\n---")]
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    #expect(Bookings(lives, during: period).amount.leftOut.map(\.reason) == ["won on an unknown day"])
    #expect(WinRate(lives, during: period).count.unknown == 1)
    #expect(OpenPipeline(lives).count.text == "0")
    #expect(PipelineWaterfall(lives, during: period).metric(.openStart)?.unknown == 1)
  }

  @Test func aWinThatIsUndoneCountsAgainstItsOwnPeriod() async throws {
    let text = """
      ---
      stage: closed_lost
      created_on: 2026-01-01
      closed_on: 2026-05-01
      amount: {value: 5, currency: EUR}
      stage_history:
        - {stage: discovery, entered_on: 2026-01-01}
        - {stage: closed_won, entered_on: 2026-02-01}
        - {stage: closed_lost, entered_on: 2026-05-01}
      ---
      """
    let workspace = await WorkspaceLoader.load([WorkspaceFile(Self.path, text)], jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-12-31")))
    let quarters = try ["2026-Q1", "2026-Q2"].map { try #require(MetricPeriod($0, settings: Settings())) }
    #expect(quarters.map { Bookings(lives, during: $0).amount.text } == ["5 EUR", "-5 EUR"])
    #expect(
      quarters.map { WinRate(lives, during: $0).count.text } == ["unknown (no deal closed in 2026-Q1)", "0 of 1"])
    #expect(PipelineWaterfall(lives, during: quarters[1]).imbalance.isEmpty)
  }

  @Test func aRemovedDealLeavesThePipelineAndDoesNotVanishFromThePast() async throws {
    var past = PastWorkspace()
    past.commit("2026-01-05", deal("stage: discovery\ncreated_on: 2026-01-05\namount: {value: 5, currency: EUR}"))
    past.commit("2026-02-05", [Self.path: String?.none])
    let lives = DealLives(await past.workspace(), past.timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    let waterfall = PipelineWaterfall(lives, during: period)
    #expect(waterfall.metric(.created)?.text == "5 EUR")
    #expect(waterfall.metric(.removed)?.text == "5 EUR")
    #expect(OpenPipeline(lives).amount.text == "none")
  }

  @Test func stagesAreComparedByWhatTheyAreCalledToday() async throws {
    let files = [
      WorkspaceFile(
        "customers/workflows/new-business.yaml",
        "id: new-business\nstages: [{id: lead}, {id: scoping}, {id: closed_won}]\nstage_map: [{from: demo, to: scoping}]"
      ),
      WorkspaceFile(
        Self.path,
        "---\nstage: scoping\nstage_history: [{stage: lead, entered_on: 2026-01-01}, {stage: demo, entered_on: 2026-02-01}]\n---"
      ),
    ]
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    #expect(visits(try #require(lives.lives.first)) == ["lead 2026-01-01", "scoping 2026-02-01"])
  }

  @Test func stageFlowCountsVisitsThatEndedAndCensorsTheRest() async throws {
    func text(_ visits: String...) -> String {
      let stages = visits.map { $0.split(separator: " ") }
      let list = stages.map { "{stage: \($0[0]), entered_on: \($0[1])}" }.joined(separator: ", ")
      let last = stages[stages.count - 1]
      let closed = last[0].hasPrefix("closed") ? "\nclosed_on: \(last[1])" : ""
      return "---\nstage: \(last[0])\nstage_history: [\(list)]\(closed)\n---"
    }
    let texts = [
      text("discovery 2026-01-01", "business_case 2026-01-11", "closed_won 2026-01-21"),
      text("discovery 2026-01-01", "closed_lost 2026-01-31"),
      text("discovery 2026-01-01", "qualification 2026-01-21"),
      text("discovery 2026-01-01"),
    ]
    let files = texts.enumerated().map { WorkspaceFile(RepoPath("customers/a/deals/\($0).md"), $1) }
    let workspace = await WorkspaceLoader.load(files, jobs: 1).workspace
    let lives = DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    let flow = try #require(
      StageFlow.flows(lives, of: .standard, during: period).first { $0.stage == "discovery" })
    #expect(flow.conversion.text == "1 of 3")
    #expect(flow.median.text == "20 days")
    #expect(flow.unfinished == 1)
    let moves = StageMoves(lives, during: period)
    #expect(moves.skips.text == "2 of 3")  // over Technical validation, and over Negotiation into the win
    #expect(moves.regressions.text == "1 of 3")
    let cohort = CohortWinRate(lives, createdDuring: period)
    #expect(cohort.rate.text == "1 of 2")
    #expect(cohort.unresolved.text == "2 of 4")
  }
}
