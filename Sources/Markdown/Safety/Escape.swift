/// Escaping for HTML and addresses, byte by byte.
///
/// `Character` would join a quote and the accent after it into one value that no longer equals a quote, and let it
/// through. Bytes below 0x80 never occur inside a longer UTF-8 sequence, so bytes are enough.
package enum Escape {
  /// Appends text for use between tags and inside quoted attributes: `&`, `<`, `>`, `"` and `'` become references.
  package static func appendEscaped(_ utf8: some Sequence<UInt8>, to output: inout [UInt8]) {
    let done: Void? = utf8.withContiguousStorageIfAvailable { appendEscaped(buffer: $0, to: &output) }
    if done == nil { Array(utf8).withUnsafeBufferPointer { appendEscaped(buffer: $0, to: &output) } }
  }

  /// The text made safe for use between tags and inside quoted attributes.
  package static func html(_ text: some StringProtocol) -> String {
    var output: [UInt8] = []
    appendEscaped(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends an address that is already one, ready for a quoted attribute: existing `%41` stay, what may not stand in
  /// an address is percent-encoded, `&` and `'` become references.
  package static func appendAddress(_ utf8: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
      case _ where isUnreserved(byte) || isReservedInAddress(byte): output.append(byte)
      default: appendPercent(byte, to: &output)
      }
    }
  }

  /// Appends the raw bytes of a path as an address path: everything but letters, digits, `-._~` and `/` is encoded.
  package static func appendPath(_ utf8: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in utf8 {
      if isUnreserved(byte) || byte == UInt8(ascii: "/") {
        output.append(byte)
      } else {
        appendPercent(byte, to: &output)
      }
    }
  }

  /// Appends raw bytes as one part of a query or as a fragment: everything but letters, digits and `-._~` is encoded.
  package static func appendQuery(_ utf8: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in utf8 {
      if isUnreserved(byte) { output.append(byte) } else { appendPercent(byte, to: &output) }
    }
  }

  private static func appendEscaped(buffer: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var clean = 0
    for index in buffer.indices {
      let reference: StaticString
      switch buffer[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      case UInt8(ascii: "'"): reference = "&#39;"
      default: continue
      }
      output.append(contentsOf: buffer[clean..<index])
      output.append(reference)
      clean = index + 1
    }
    output.append(contentsOf: buffer[clean...])
  }

  private static func appendPercent(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(hexDigit(byte >> 4))
    output.append(hexDigit(byte & 15))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 55 }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isReservedInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of a literal without making a `String`.
  mutating func append(_ literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }
}
