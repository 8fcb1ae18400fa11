/// JSON web tokens: three parts, of which the first can be read.
enum WebToken {
  /// The end of a token whose first three bytes, `eyJ`, end at an offset; nil when it is none.
  static func end(_ text: ScannedText, _ start: Int) -> Int? {
    let head = text.run(from: start, of: SecretBytes.isURLSafe)
    guard text[head] == 0x2E, head - start <= 2_000, saysAlgorithm(text.bytes[(start - 3)..<head]) else { return nil }
    let claims = text.run(from: head + 1, of: SecretBytes.isURLSafe)
    guard claims - head > 8, text[claims] == 0x2E else { return nil }
    let end = text.run(from: claims + 1, of: SecretBytes.isURLSafe)
    guard end - claims > 16, SecretBytes.isRandom(text.bytes[(claims + 1)..<end], 3) else { return nil }
    return end
  }

  /// Whether base64url text is a JSON object that names the algorithm of a signature.
  private static func saysAlgorithm(_ text: some Collection<UInt8>) -> Bool {
    var decoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      guard let value = value(of: byte) else { return false }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    let alg = Array("\"alg\"".utf8)
    guard decoded.first == UInt8(ascii: "{"), decoded.last == UInt8(ascii: "}"), decoded.count > alg.count else {
      return false
    }
    return (0...(decoded.count - alg.count)).contains { decoded[$0...].starts(with: alg) }
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2D: 62
    case 0x5F: 63
    default: nil
    }
  }
}
