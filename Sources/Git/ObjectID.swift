/// The name of a Git object: a hash of up to 32 bytes, held inline, whatever the hash function.
package struct ObjectID: Hashable, Sendable {
  /// The longest id that fits (SHA-256).
  package static let maximumByteCount = 32

  // Big-endian, so that comparing words compares bytes; unused bytes are zero.
  private let words: SIMD4<UInt64>
  private let count: UInt8

  /// Takes the raw bytes; nil when there are none, or more than fit.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty, bytes.count <= Self.maximumByteCount else { return nil }
    var words = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
    self.words = SIMD4(words[0].bigEndian, words[1].bigEndian, words[2].bigEndian, words[3].bigEndian)
    self.count = UInt8(bytes.count)
  }

  /// Reads hexadecimal digits of a whole id of 20 or 32 bytes, in either case.
  package init?(hex: some StringProtocol) {
    let digits = Array(hex.utf8)
    guard digits.count == 40 || digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(ofHexDigit: digits[index]), let low = Self.value(ofHexDigit: digits[index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard let id = bytes.withUnsafeBytes({ ObjectID(bytes: $0) }) else { return nil }
    self = id
  }

  /// How many bytes the hash has: 20 for SHA-1, 32 for SHA-256.
  package var byteCount: Int { Int(count) }

  /// Eight bytes that are all but certain to tell two ids apart: for lookups that are verified afterwards.
  var firstWord: UInt64 { words[0] }

  /// The raw bytes.
  package var bytes: [UInt8] {
    let stored = SIMD4(words[0].bigEndian, words[1].bigEndian, words[2].bigEndian, words[3].bigEndian)
    return withUnsafeBytes(of: stored) { Array($0.prefix(byteCount)) }
  }

  /// Adds the raw bytes to others, without an array of their own.
  func appendBytes(to bytes: inout [UInt8]) {
    let stored = SIMD4(words[0].bigEndian, words[1].bigEndian, words[2].bigEndian, words[3].bigEndian)
    withUnsafeBytes(of: stored) { bytes.append(contentsOf: $0.prefix(byteCount)) }
  }

  /// All hexadecimal digits, in lower case.
  package var hex: String { hex(byteCount) }

  /// The first seven hexadecimal digits: for people, not for looking up.
  package var short: String { String(hex(4).prefix(7)) }

  private func hex(_ length: Int) -> String {
    let bytes = bytes
    return String(unsafeUninitializedCapacity: length * 2) { buffer in
      for (index, byte) in bytes.prefix(length).enumerated() {
        buffer[index * 2] = Self.hexDigit(byte >> 4)
        buffer[index * 2 + 1] = Self.hexDigit(byte & 15)
      }
      return min(length, bytes.count) * 2
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(ofHexDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Feeds one word only: the bytes are a hash already.
  package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }
}

extension ObjectID: Comparable {
  /// Orders by bytes, as Git does.
  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    for index in 0..<4 where left.words[index] != right.words[index] {
      return left.words[index] < right.words[index]
    }
    return left.count < right.count
  }
}

extension ObjectID: CustomStringConvertible {
  /// All hexadecimal digits.
  package var description: String { hex }
}
