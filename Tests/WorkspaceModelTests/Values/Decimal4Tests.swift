import Testing
import WorkspaceModel

@Suite struct Decimal4Tests {
  @Test(arguments: [
    ("0", 0, "0"), ("-0", 0, "0"), ("1250.50", 12_505_000, "1250.5"), ("0.0001", 1, "0.0001"), ("-0.05", -500, "-0.05"),
    ("+7", 70_000, "7"), ("012", 120_000, "12"), ("1.10000000", 11_000, "1.1"),
    ("99999999999999.9999", 999_999_999_999_999_999, "99999999999999.9999"),
  ])
  func readsAndWritesExactly(text: String, tenThousandths: Int, written: String) {
    #expect(Decimal4(text)?.tenThousandths == tenThousandths)
    #expect(Decimal4(tenThousandths: tenThousandths).text == written)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1e3", "1,000", "1_000", "1.23456", "0x10", " 1", "1 ", "--1", "1.2.3", "1.-2", "٣", "NaN",
    "inf",
    "100000000000000", "999999999999999999999999999999", "-100000000000000.0001",
  ])
  func refusesWhatItCannotHoldExactly(text: String) {
    #expect(Decimal4(text) == nil)
  }

  @Test func addsWithoutBinaryNoise() throws {
    let tenth = try #require(Decimal4("0.1"))
    #expect((0..<10).reduce(Decimal4.zero) { sum, _ in sum + tenth } == Decimal4(1))
    #expect(tenth - Decimal4(1) == Decimal4("-0.9"))
  }

  @Test(arguments: [
    ("84000", "0.2", "16800"), ("-3", "2", "-6"), ("3", "-2", "-6"), ("-3", "-2", "6"), ("0.0001", "0.5", "0.0001"),
    ("-0.0001", "0.5", "-0.0001"), ("0.0001", "0.4999", "0"), ("-0.0001", "0.4999", "0"), ("0.0003", "0.5", "0.0002"),
    ("0", "-5", "0"), ("99999999999999", "1", "99999999999999"), ("99999999999999", "0.9", "89999999999999.1"),
  ])
  func multipliesRoundingHalfAwayFromZero(left: String, right: String, product: String) throws {
    let (left, right) = (try #require(Decimal4(left)), try #require(Decimal4(right)))
    #expect((left * right).text == product)
    #expect((right * left).text == product)
  }

  @Test func stopsAtTheLargestNumberInsteadOfCrashing() throws {
    let large = try #require(Decimal4("99999999999999"))
    let many = (0..<20).reduce(Decimal4.zero) { sum, _ in sum + large }
    let less = (0..<20).reduce(Decimal4.zero) { sum, _ in sum - large }
    #expect(many.tenThousandths == .max)
    #expect(less.tenThousandths == -.max)
    #expect((large * large).tenThousandths == .max)
    #expect((large * (.zero - large)).tenThousandths == -.max)
    #expect(less.text.hasPrefix("-922337203685477"))
  }

  @Test func ordersBySize() {
    #expect(Decimal4(tenThousandths: -1) < .zero)
    #expect(Decimal4(tenThousandths: 9_999) < Decimal4(1))
  }
}
