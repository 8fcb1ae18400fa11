import Diagnostics
import FieldbookTestSupport
import PipelineMetrics
import Testing
import WorkspaceModel

/// Who is credited with a win, and which days count as work.
@Suite struct CreditTests {
  private static let people = """
    people:
      - {id: ann.lee, name: Ann, manager: cy.fox, quotas: [{period: 2026-Q1, target: {value: 120000, currency: EUR, kind: ARR}}]}
      - {id: bo.ek, name: Bo, manager: cy.fox, quotas: [{period: 2026-Q1, target: {value: 80000, currency: EUR, kind: ARR}}]}
      - {id: cy.fox, name: Cy}
    """

  private func won(_ amount: Int, _ more: String = "") -> String {
    "---\nstage: closed_won\nowner: ann.lee\ncreated_on: 2025-12-01\nclosed_on: 2026-02-02\n"
      + "amount: {value: \(amount), currency: EUR, kind: ARR}\n\(more)\n---"
  }

  private func lives(_ deals: [String: String], settings: String = "name: T") async throws -> DealLives {
    let files = [
      WorkspaceFile("workspace-setup/people.yaml", Self.people), WorkspaceFile("fieldbook.yaml", settings),
    ]
    let workspace = await WorkspaceLoader.load(
      files + deals.map { WorkspaceFile(RepoPath("customers/acme/deals/\($0.key).md"), $0.value) }, jobs: 1
    ).workspace
    return DealLives(workspace, Timeline(), clock: MetricClock(endOf: try day("2026-03-31")))
  }

  private func attained(_ lives: DealLives, _ people: Set<String>?) throws -> String? {
    let period = try #require(MetricPeriod("2026-Q1", settings: Settings()))
    return QuotaAttainment(lives, during: period, scope: MetricScope(people: people)).attainment.share("EUR")?.sides
  }

  @Test func creditIsSplitAsTheDealSays() async throws {
    let lives = try await lives(["split": won(50_000, "credit: {ann.lee: 60, bo.ek: 40}"), "whole": won(10_000)])
    #expect(try attained(lives, ["ann.lee"]) == "40000 of 120000")
    #expect(try attained(lives, ["bo.ek"]) == "20000 of 80000")
    #expect(try attained(lives, ["ann.lee", "bo.ek", "cy.fox"]) == "60000 of 200000")
    #expect(try attained(lives, nil) == "60000 of 200000")
  }

  @Test func thirdsKeepTheWholeToTheCent() async throws {
    let lives = try await lives(["split": won(99, "credit: {ann.lee: 33.3333, bo.ek: 66.6667}")])
    #expect(try attained(lives, ["ann.lee"]) == "33 of 120000")
    #expect(try attained(lives, ["ann.lee", "bo.ek"]) == "99 of 200000")
  }

  @Test func creditThatDoesNotComeToAHundredGoesToTheOwner() async throws {
    let lives = try await lives(["split": won(50_000, "credit: {ann.lee: 60, bo.ek: 30}")])
    #expect(try attained(lives, ["ann.lee"]) == "50000 of 120000")
    #expect(try attained(lives, ["bo.ek"]) == "0 of 80000")
  }

  @Test func creditIsKnownOfDealsThatAreGone() async throws {
    var past = PastWorkspace()
    past.commit("2025-12-01", ["workspace-setup/people.yaml": Self.people])
    past.commit("2026-02-02", ["customers/acme/deals/d.md": won(50_000, "credit: {ann.lee: 60, bo.ek: 40}")])
    past.commit("2026-03-01", ["customers/acme/deals/d.md": nil])
    let clock = MetricClock(endOf: try day("2026-03-31"))
    let lives = DealLives(await past.workspace(), past.timeline(), clock: clock)
    #expect(try attained(lives, ["bo.ek"]) == "20000 of 80000")
  }

  @Test func paceLeavesHolidaysOut() async throws {
    let (deals, quarter) = (["d": won(10_000)], try #require(MetricPeriod("2026-Q1", settings: Settings())))
    let plain = try await lives(deals)
    #expect(quarter.workingDays(through: try day("2026-01-09"), plain.settings.workingTime) == (7, 64))
    // New Year's Day, Epiphany, and a Sunday that changes nothing.
    let free = try await lives(deals, settings: "holidays: [2026-01-01, 2026-01-06, 2026-01-04]")
    #expect(quarter.workingDays(through: try day("2026-01-09"), free.settings.workingTime) == (5, 62))
  }

  @Test func businessHoursComeFromTheSettings() async throws {
    let settings = try await lives(
      ["d": won(1)], settings: "holidays: [2026-06-19]\nbusiness_hours: {from: \"08:30\", to: \"17:00\"}"
    ).settings
    let hours = BusinessHours(settings.workingTime)
    let start = try #require(Instant(iso: "2026-06-18T16:00:00Z"))  // Thursday; Friday is free
    #expect(hours.minutes(from: start, to: try #require(Instant(iso: "2026-06-22T09:00:00Z"))) == 90)
    #expect(BusinessHours(WorkingTime()) == .always)
  }
}
