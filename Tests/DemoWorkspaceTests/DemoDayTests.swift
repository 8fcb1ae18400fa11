import DemoWorkspace
import Testing

struct DemoDayTests {
  @Test(arguments: ["1970-01-01", "2024-02-29", "2025-12-31", "2026-11-20", "2100-03-01"])
  func daysAreReadAndWritten(text: String) throws {
    #expect(try #require(DemoDay(iso: text)).iso == text)
  }

  @Test(arguments: ["2026-02-30", "2026-13-01", "2026-1-1", "", "tomorrow"])
  func noDaysAreRefused(text: String) {
    #expect(DemoDay(iso: text) == nil)
  }

  @Test func daysAreNumberedFrom1970() {
    #expect(DemoDay(1970, 1, 1).number == 0)
    #expect(DemoDay(2026, 11, 20).number == 20_777)
    #expect(DemoDay(2026, 11, 20) > DemoDay(2026, 11, 19))
  }
}
