import Testing
import WorkspaceModel

@testable import Site

struct FormatTests {
  @Test(arguments: [
    ("0", "0 EUR"), ("999", "999 EUR"), ("1000", "1 kEUR"), ("1250", "1.3 kEUR"), ("9950", "10 kEUR"),
    ("84000", "84 kEUR"), ("999499", "999 kEUR"), ("999500", "1 MEUR"), ("1940000", "1.9 MEUR"),
    ("9949999", "9.9 MEUR"), ("12400000", "12 MEUR"), ("-84000", "−84 kEUR"),
  ])
  func shortensAmounts(amount: String, expected: String) throws {
    let decimal = try #require(Decimal4(amount))
    #expect(Format.compact(decimal, currency: "EUR") == expected)
  }

  @Test(arguments: [("84000", "84,000"), ("1234567.5", "1,234,567.50"), ("0.005", "0.01"), ("-12", "−12")])
  func groupsDigits(amount: String, expected: String) throws {
    let decimal = try #require(Decimal4(amount))
    #expect(Format.number(decimal) == expected)
  }

  @Test(arguments: [
    ("2026-11-23", "today"), ("2026-11-24", "tomorrow"), ("2026-11-22", "yesterday"), ("2026-11-27", "in 4 days"),
    ("2026-11-03", "20 days ago"), ("2026-10-12", "12 Oct 2026"), ("2027-01-01", "1 Jan 2027"),
  ])
  func saysHowFarADayIsAway(day: String, expected: String) throws {
    #expect(Format.relative(try read(day), to: try read("2026-11-23")) == expected)
  }

  private func read(_ text: String) throws -> WorkspaceModel.Day {
    let day = WorkspaceModel.Day(iso: text)
    return try #require(day)
  }

  @Test(arguments: [(0, "no deals"), (1, "1 deal"), (1200, "1,200 deals")])
  func countsInWords(number: Int, expected: String) {
    #expect(Format.count(number, "deal") == expected)
  }
}
