import Testing
import WorkspaceModel

@Suite struct InstantTests {
  @Test(arguments: [
    ("2026-10-12T14:00:00+02:00", 1_791_806_400, 120), ("2026-10-12T12:00:00Z", 1_791_806_400, 0),
    ("2026-10-12 12:00z", 1_791_806_400, 0), ("2026-10-12T06:30-0530", 1_791_806_400, -330),
    ("2026-10-12T12:00:00.250Z", 1_791_806_400, 0), ("1970-01-01T00:00:00Z", 0, 0),
    ("1969-12-31T23:59:59Z", -1, 0), ("2026-10-13T02:00+14:00", 1_791_806_400, 840),
  ])
  func readsAMomentWithItsOffset(text: String, seconds: Int, offset: Int) {
    #expect(Instant(iso: text) == Instant(seconds: seconds, offsetMinutes: offset))
  }

  @Test(arguments: [
    "2026-10-12T14:00:00", "2026-10-12T14:00", "2026-10-12", "2026-10-12T24:00Z", "2026-10-12T14:60Z",
    "2026-10-12T14:00:61Z", "2026-02-30T14:00Z", "2026-10-12T14Z", "2026-10-12T14:00+15:00", "2026-10-12T14:00+02:60",
    "2026-10-12T14:00+2", "2026-10-12T14:00Zx", "2026-10-12T14:00:00.Z", "2026-10-12_14:00Z", "tomorrow at fourteen Z",
    "",
  ])
  func refusesAMomentThatWouldMeanSomethingElseElsewhere(text: String) {
    #expect(Instant(iso: text) == nil)
  }

  @Test(arguments: [
    (0, -60, "1969-12-31", "23:00"), (-1, 0, "1969-12-31", "23:59"), (86_399, 1, "1970-01-02", "00:00"),
    (1_791_806_400, 840, "2026-10-13", "02:00"), (1_791_806_400, -720, "2026-10-12", "00:00"),
  ])
  func tellsDayAndClockWhereItWasWrittenDown(seconds: Int, offset: Int, day: String, clock: String) {
    let instant = Instant(seconds: seconds, offsetMinutes: offset)
    #expect(instant.day.iso == day)
    #expect(instant.clock == clock)
  }

  @Test func tellsTheDayElsewhere() {
    let late = Instant(seconds: 1_791_806_400 + 11 * 3600, offsetMinutes: 0)
    #expect(late.day.iso == "2026-10-12")
    #expect(late.day(offsetMinutes: 120).iso == "2026-10-13")
  }

  @Test(arguments: [-840, -330, -1, 0, 1, 60, 345, 840])
  func writesWhatItReads(offset: Int) {
    for seconds in stride(from: -2_208_988_800, to: 4_102_444_800, by: 86_400 * 37 + 3_661) {
      let instant = Instant(seconds: seconds, offsetMinutes: offset)
      #expect(Instant(iso: instant.iso) == instant)
    }
  }

  @Test func ordersByTimeNotByClock() throws {
    let berlin = try #require(Instant(iso: "2026-10-12T14:00:00+02:00"))
    let london = try #require(Instant(iso: "2026-10-12T13:30:00+01:00"))
    let same = try #require(Instant(iso: "2026-10-12T12:00:00Z"))
    #expect(berlin < london)
    #expect(same < berlin && !(berlin < same))
  }
}
