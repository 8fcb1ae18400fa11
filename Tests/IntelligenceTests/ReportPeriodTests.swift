import Intelligence
import PipelineMetrics
import Testing
import WorkspaceModel

/// Which days the names of periods stand for.
@Suite struct ReportPeriodTests {
  private func days(_ name: String, on day: String, _ change: (inout Settings) -> Void = { _ in }) throws -> String? {
    var settings = Settings()
    change(&settings)
    let period = ReportPeriods.period(name, on: try #require(Day(iso: day)), settings: settings)
    return period.map { "\($0.start.iso) to \($0.end.adding(days: -1).iso)" }
  }

  @Test(arguments: [
    ("today", "2026-11-23 to 2026-11-23"), ("yesterday", "2026-11-22 to 2026-11-22"),
    ("last_7_days", "2026-11-17 to 2026-11-23"), ("last-28-days", "2026-10-27 to 2026-11-23"),
    ("this_week", "2026-11-23 to 2026-11-29"), ("last_week", "2026-11-16 to 2026-11-22"),
    ("this_month", "2026-11-01 to 2026-11-30"), ("last month", "2026-10-01 to 2026-10-31"),
    ("this_quarter", "2026-10-01 to 2026-12-31"), ("last_quarter", "2026-07-01 to 2026-09-30"),
    ("this_year", "2026-01-01 to 2026-12-31"), ("last_year", "2025-01-01 to 2025-12-31"),
    ("2026-q2", "2026-04-01 to 2026-06-30"), ("2026-02", "2026-02-01 to 2026-02-28"),
    ("2026", "2026-01-01 to 2026-12-31"),
  ])
  func readsNames(name: String, expected: String) throws {
    #expect(try days(name, on: "2026-11-23") == expected)
  }

  @Test func monthsAndWeeksCrossTheYear() throws {
    #expect(try days("last_month", on: "2027-01-15") == "2026-12-01 to 2026-12-31")
    #expect(try days("this_month", on: "2026-12-31") == "2026-12-01 to 2026-12-31")
    #expect(try days("this_week", on: "2027-01-01") == "2026-12-28 to 2027-01-03")
    #expect(try days("last_7_days", on: "2027-01-03") == "2026-12-28 to 2027-01-03")
    #expect(try days("this_week", on: "2026-11-22") == "2026-11-16 to 2026-11-22")
    #expect(try days("this_week", on: "2026-11-22") { $0.weekStart = .sunday } == "2026-11-22 to 2026-11-28")
    #expect(try days("this_week", on: "2026-11-22") { $0.weekStart = .saturday } == "2026-11-21 to 2026-11-27")
  }

  @Test func quartersAndYearsFollowTheFiscalCalendar() throws {
    let april: (inout Settings) -> Void = { $0.fiscalYearStart = (4, 1) }
    #expect(try days("this_quarter", on: "2027-02-10", april) == "2027-01-01 to 2027-03-31")
    #expect(try days("last_quarter", on: "2026-04-01", april) == "2026-01-01 to 2026-03-31")
    #expect(try days("this_year", on: "2027-02-10", april) == "2026-04-01 to 2027-03-31")
    #expect(try days("2026-Q4", on: "2027-02-10", april) == "2027-01-01 to 2027-03-31")
  }

  @Test func unknownNamesHaveANeighbour() throws {
    for name in ["last_0_days", "last_x_days", "fortnight", "2026-Q5", "2026-13", ""] {
      #expect(try days(name, on: "2026-11-23") == nil, "\(name)")
    }
    #expect(ReportPeriods.nearest(to: "last_7_day") == "last_7_days")
    #expect(ReportPeriods.nearest(to: "this_quater") == "this_quarter")
  }
}
