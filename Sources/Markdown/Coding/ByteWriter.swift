/// Appends values in a compact form: numbers in groups of seven bits, texts with their length in front.
struct ByteWriter {
  /// What is written so far.
  var bytes: [UInt8] = []

  /// Appends a number that is not negative.
  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends bytes behind their number.
  mutating func write(bytes more: some Collection<UInt8>) {
    write(more.count)
    bytes.append(contentsOf: more)
  }

  /// Appends a text behind its length in bytes.
  mutating func write(_ text: String) { write(bytes: text.utf8) }

  /// Appends a flag and, when there is one, the text.
  mutating func write(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { write(text) }
  }
}
