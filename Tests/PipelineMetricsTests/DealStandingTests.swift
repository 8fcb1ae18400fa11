import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct DealStandingTests {
  @Test(arguments: [("2026-01-22", 21, false), ("2026-01-23", 22, true), ("2025-12-30", 0, false)])
  func aDealIsStaleOnceItStandsLongerThanItsStageAllows(today: String, days: Int, isStale: Bool) async throws {
    let standing = try await standing("stage: discovery\nstage_entered_on: 2026-01-01", today)
    #expect(standing.daysInStage == days)
    #expect(standing.isStale == isStale)
  }

  @Test func staleIsUnknownWithoutADayAndForClosedDeals() async throws {
    #expect(try await standing("stage: discovery", "2026-01-22").isStale == nil)
    #expect(try await standing("stage: nowhere\nstage_entered_on: 2020-01-01", "2026-01-22").isStale == nil)
    let closed = try await standing("stage: closed_won\nstage_entered_on: 2020-01-01", "2026-01-22")
    #expect(closed.daysInStage == nil && closed.isStale == nil)
  }

  @Test func theStageHistoryTellsWhenTheStageWasEntered() async throws {
    let fields =
      "stage: discovery\nstage_history:\n"
      + "  - {stage: lead, entered_on: 2025-01-01}\n  - {stage: discovery, entered_on: 2026-01-20}"
    #expect(try await standing(fields, "2026-01-22").daysInStage == 2)
  }

  @Test(arguments: [("2026-01-31", nil), ("2026-02-01", nil), ("2026-02-02", 1), ("2027-02-01", 365)])
  func aDealIsOverdueFromTheDayAfterItsCloseDay(today: String, days: Int?) async throws {
    let standing = try await standing(
      "stage: discovery\nclose_on: 2026-02-01\nnext_step: {text: Call, due: 2026-02-01}", today)
    #expect(standing.daysOverdue == days)
    #expect(standing.nextStepDaysLate == days)
    #expect(try await self.standing("stage: closed_lost\nclose_on: 2026-02-01", today).daysOverdue == nil)
  }

  @Test(arguments: [
    ("lead", nil), ("qualification", nil), ("discovery", true), ("technical_validation", true), ("negotiation", true),
    ("closed_won", nil), ("closed_lost", nil), ("nowhere", nil),
  ])
  func oneContactIsTooFewOnlyFromDiscoveryOn(stage: String, isSingle: Bool?) async throws {
    let standing = try await standing("stage: \(stage)", "2026-01-22", ["call 2026-01-20 cleo,ada.lind"])
    #expect(standing.isSingleThreaded == isSingle)
    #expect(standing.activeContacts == 1)
    let two = try await self.standing(
      "stage: \(stage)", "2026-01-22", ["call 2026-01-20 cleo", "email_in 2026-01-21 dan"])
    #expect(two.isSingleThreaded == isSingle.map { _ in false })
  }

  @Test func onlyTwoWayContactOfTheLastSixtyDaysCounts() async throws {
    let standing = try await standing(
      "stage: discovery", "2026-03-02",
      [
        "call 2026-01-01 cleo", "call 2025-12-31 dan", "email_out 2026-02-01 eva", "call 2026-03-03 dan",
        "call 2026-02-01 ada.lind", "note 2026-02-01 eva", "call 2026-02-02 eva outcome: no_show",
        "call 2026-02-03 eva deals: [other]",
      ])
    #expect(standing.activeContacts == 1)
    #expect(standing.lastTwoWay?.iso == "2026-01-01")
  }

  @Test func theOwnersOddsAndCategoryGoBeforeThoseOfTheStage() async throws {
    let plain = try await standing("stage: discovery", "2026-01-22")
    #expect(plain.probability == Decimal4("0.2") && !plain.isOverridden && plain.category == .pipeline)
    let own = try await standing("stage: discovery\nprobability: 0.9\nforecast_category: commit", "2026-01-22")
    #expect(own.probability == Decimal4("0.9") && own.isOverridden && own.category == .commit)
    #expect(try await standing("stage: nowhere", "2026-01-22").probability == nil)
  }

  private func standing(_ fields: String, _ today: String, _ interactions: [String] = []) async throws -> DealStanding {
    let fixture = try await DealFixture(fields, interactions: interactions)
    return DealStanding(
      fixture.deal, workflow: fixture.workspace.workflow(for: fixture.deal),
      interactions: fixture.workspace.interactions,
      contacts: fixture.contacts, today: try day(today))
  }
}
