import Diagnostics
import PipelineMetrics
import Testing
import WorkspaceModel

@Suite struct RenewalWindowTests {
  private static let profile = "lifecycle: customer\naccount_stage: success\nrenewal_on: 2027-01-31\nnotice_days: 60"

  private func window(_ deals: [String: String] = [:], profile: String = profile, on today: String) async throws
    -> RenewalWindow?
  {
    try await JourneyFixture(profile, deals: deals, on: today).customer().renewal
  }

  @Test(arguments: [
    ("2026-10-02", RenewalWindow.State.ahead, false), ("2026-10-03", .open, true), ("2026-11-02", .open, true),
    ("2026-11-03", .closed, true), ("2027-01-31", .closed, true), ("2027-02-01", .past, true),
  ])
  func theDealIsToBeOpened120To90DaysBefore(today: String, state: RenewalWindow.State, isMissing: Bool) async throws {
    let window = try #require(try await window(on: today))
    #expect(window.state == state)
    #expect(window.isDealMissing == isMissing)
    #expect(window.opensOn?.iso == "2026-10-03" && window.closesOn?.iso == "2026-11-02")
    #expect(window.noticeBy?.iso == "2026-12-02")
  }

  @Test func anOpenRenewalDealIsTheOneToBeLookedFor() async throws {
    let deal = "type: renewal\nstage: discovery\ncreated_on: 2026-09-01"
    let window = try #require(try await window(["renewal-2027": deal], on: "2026-11-20"))
    #expect(window.deal == "customers/acme/deals/renewal-2027.md")
    #expect(window.dealOpenedOn?.iso == "2026-09-01")
    #expect(window.isDealOpen && !window.isDealMissing)
  }

  @Test func aDealOfTheYearBeforeDoesNotCount() async throws {
    let decided = "type: renewal\nstage: closed_won\noutcome: won\ncreated_on: 2026-08-01\nclosed_on: %"
    func deals(_ day: String) -> [String: String] { ["renewal": decided.replacing("%", with: day)] }
    let recent = try #require(try await window(deals("2026-09-15"), on: "2026-11-20"))
    #expect(recent.deal != nil && !recent.isDealOpen && !recent.isDealMissing)
    let old = try #require(try await window(deals("2026-05-15"), on: "2026-11-20"))
    #expect(old.deal == nil && old.isDealMissing)
  }

  @Test func anUnknownDayIsUnknownAndNothingIsMissing() async throws {
    let window = try #require(try await window(profile: "lifecycle: customer", on: "2026-11-20"))
    #expect(window.state == .unknown && window.opensOn == nil && !window.isDealMissing)
  }

  @Test(arguments: ["prospect", "former", "partner"])
  func thoseWithoutAContractHaveNoWindow(lifecycle: String) async throws {
    #expect(try await window(profile: "lifecycle: \(lifecycle)\nrenewal_on: 2027-01-31", on: "2026-11-20") == nil)
  }
}
