/// Reads what ``ByteWriter`` wrote; any bytes at all give a value or ``Damage``, never a trap.
package struct ByteReader {
  /// The bytes are not what a writer wrote.
  package struct Damage: Error {
    /// Says so.
    package init() {}
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes were read or passed over.
  package private(set) var position = 0

  /// Reads from the first byte.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads from the byte at `position`.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    precondition(position >= 0 && position <= bytes.count, "a reader starts within its bytes")
    self.bytes = bytes
    self.position = position
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { position == bytes.count }

  /// One byte.
  package mutating func byte() throws(Damage) -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number below 2⁵⁶, so that sums of a few never overflow.
  package mutating func number() throws(Damage) -> Int {
    var value = 0
    var shift = 0
    while true {
      let next = try byte()
      guard shift < 56 else { throw Damage() }
      value |= Int(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  /// A number of either sign, of less than 55 bits.
  package mutating func signed() throws(Damage) -> Int {
    let folded = try number()
    return folded & 1 == 0 ? folded >> 1 : -(folded >> 1) - 1
  }

  /// How many elements follow, each of at least so many bytes, so that damage cannot ask for memory.
  package mutating func count(ofAtLeast size: Int) throws(Damage) -> Int {
    let count = try number()
    guard count <= (bytes.count - position) / size else { throw Damage() }
    return count
  }

  /// So many bytes as they are, alive as long as what is read from.
  package mutating func raw(_ count: Int) throws(Damage) -> UnsafeBufferPointer<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<(position + count)])
  }

  /// Bytes behind their number, alive as long as what is read from.
  package mutating func slice() throws(Damage) -> UnsafeBufferPointer<UInt8> {
    let count = try count(ofAtLeast: 1)
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<(position + count)])
  }

  /// A text behind its length; bytes that are not UTF-8 become U+FFFD.
  package mutating func text() throws(Damage) -> String { String(decoding: try slice(), as: UTF8.self) }

  /// A flag and perhaps a text.
  package mutating func optionalText() throws(Damage) -> String? { try byte() == 0 ? nil : try text() }
}
