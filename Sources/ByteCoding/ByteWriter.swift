/// Appends values in a compact form: numbers in groups of seven bits, texts with their length in front.
package struct ByteWriter {
  /// What is written so far.
  package var bytes: [UInt8] = []

  /// A writer with nothing written.
  package init() {}

  /// Appends a number that is not negative.
  package mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a number of either sign: small ones stay short.
  package mutating func write(signed number: Int) { write(number < 0 ? (-(number + 1)) << 1 | 1 : number << 1) }

  /// Appends bytes behind their number.
  package mutating func write(bytes more: some Collection<UInt8>) {
    write(more.count)
    bytes.append(contentsOf: more)
  }

  /// Appends a text behind its length in bytes.
  package mutating func write(_ text: String) { write(bytes: text.utf8) }

  /// Appends a flag and, when there is one, the text.
  package mutating func write(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { write(text) }
  }
}
