import Testing
import WorkspaceModel

@Suite struct DayTests {
  @Test func everyDayFrom1900To2100SurvivesARoundTrip() throws {
    let first = try #require(Day(iso: "1900-01-01"))
    let last = try #require(Day(iso: "2100-12-31"))
    var expected = (year: 1900, month: 1, day: 1)
    var weekday = 1  // 1900-01-01 was a Monday.
    for number in first.number...last.number {
      let day = Day(number: number)
      let isRight = day.parts == expected && Day(iso: day.iso) == day && day.isoWeekday == weekday
      try #require(isRight, "\(expected)")
      expected = Self.next(expected)
      weekday = weekday % 7 + 1
    }
    #expect(expected == (2101, 1, 1))
  }

  @Test func countsFromTheEpoch() {
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "1969-12-31")?.number == -1)
    #expect(Day(iso: "2000-03-01")?.number == 11_017)
  }

  @Test(arguments: [(2000, true), (1900, false), (2024, true), (2025, false), (2100, false), (4, true), (100, false)])
  func knowsLeapYears(year: Int, isLeap: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(arguments: [
    "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01", "2026-1-5",
    "26-01-05", "2026/01/05", "2026-01-05 ", " 2026-01-05", "2026-01-05T00:00Z", "+026-01-05", "2026-01-0x", "",
    "２026-01-05", "2026-01-0٣",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func countsDaysBetweenTwoDays() throws {
    let start = try #require(Day(iso: "2024-02-28"))
    #expect(start.adding(days: 2).iso == "2024-03-01")
    #expect(start.adding(days: 366).days(since: start) == 366)
    #expect(start.adding(days: -1) < start)
  }

  private static func next(_ date: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int, day: Int) {
    let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
    return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
  }
}
