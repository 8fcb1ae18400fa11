/// Reads what ``ByteWriter`` wrote; any bytes at all give a value or ``Damage``, never a trap.
struct ByteReader {
  /// The bytes are not what a writer wrote.
  struct Damage: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// Reads from the first byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether everything was read.
  var isAtEnd: Bool { position == bytes.count }

  /// One byte.
  mutating func byte() throws(Damage) -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number below 2⁵⁶, so that sums of a few never overflow.
  mutating func number() throws(Damage) -> Int {
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

  /// How many elements follow, each of at least so many bytes, so that damage cannot ask for memory.
  mutating func count(ofAtLeast size: Int) throws(Damage) -> Int {
    let count = try number()
    guard count <= (bytes.count - position) / size else { throw Damage() }
    return count
  }

  /// Bytes behind their number, alive as long as what is read from.
  mutating func slice() throws(Damage) -> UnsafeBufferPointer<UInt8> {
    let count = try count(ofAtLeast: 1)
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<(position + count)])
  }

  /// A text behind its length; bytes that are not UTF-8 become U+FFFD.
  mutating func text() throws(Damage) -> String { String(decoding: try slice(), as: UTF8.self) }

  /// A flag and perhaps a text.
  mutating func optionalText() throws(Damage) -> String? { try byte() == 0 ? nil : try text() }
}
