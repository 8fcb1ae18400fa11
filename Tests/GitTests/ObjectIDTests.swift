import Git
import Testing

@Suite struct ObjectIDTests {
  private let sha1 = "0123456789abcdef0123456789abcdef01234567"
  private let sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

  @Test func readsBothLengths() throws {
    let short = try #require(ObjectID(hex: sha1))
    let long = try #require(ObjectID(hex: sha256.uppercased()))
    #expect(short.byteCount == 20)
    #expect(long.byteCount == 32)
    #expect(short.hex == sha1)
    #expect(long.hex == sha256)
    #expect(short.short == "0123456")
    #expect(short.bytes.withUnsafeBytes { ObjectID(bytes: $0) } == short)
  }

  @Test(arguments: [
    "", "0123", "0123456789abcdef0123456789abcdef0123456g", "0123456789abcdef0123456789abcdef012345678",
  ])
  func refusesWhatIsNoID(text: String) {
    #expect(ObjectID(hex: text) == nil)
  }

  @Test func ordersByBytesThenByLength() throws {
    let zeros = try #require(ObjectID(hex: String(repeating: "0", count: 40)))
    let longZeros = try #require(ObjectID(hex: String(repeating: "0", count: 64)))
    let high = try #require(ObjectID(hex: "80" + String(repeating: "0", count: 38)))
    let last = try #require(ObjectID(hex: String(repeating: "0", count: 39) + "1"))
    #expect([high, last, longZeros, zeros].sorted() == [zeros, longZeros, last, high])
    #expect(zeros != longZeros)
  }
}
