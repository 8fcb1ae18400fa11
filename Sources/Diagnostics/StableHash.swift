/// A hash that is the same on every machine and in every run, of 128 bits: FNV-1a of 64 bits from two beginnings.
///
/// It tells findings apart; it guards nothing, since whoever wants two texts of one hash can make them.
package struct StableHash: Sendable {
  private var low: UInt64 = 0xCBF2_9CE4_8422_2325
  private var high: UInt64 = 0x6C62_272E_07BB_0142

  /// The hash of nothing.
  package init() {}

  /// Takes in some bytes, and where they end.
  package mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
    // No text holds 0xFF in UTF-8, so that "ab" + "c" differs from "a" + "bc".
    take(0xFF)
  }

  private mutating func take(_ byte: UInt8) {
    low = (low ^ UInt64(byte)) &* 0x0100_0000_01B3
    // Turned by some bits, so that the two halves do not move in step.
    high = ((high << 5 | high >> 59) ^ UInt64(byte)) &* 0x0100_0000_01B3
  }

  /// 32 hexadecimal digits.
  package var hex: String { Self.digits(low) + Self.digits(high) }

  private static func digits(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
